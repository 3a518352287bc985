import type { Page } from '@playwright/test';

/** Every place where a text is cut, leaves the screen or runs into its neighbour. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slack = 2;
    const found: string[] = [];
    const name = (element: Element): string =>
      `${element.className.toString() || element.tagName} "${element.textContent.slice(0, 24)}"`;

    const isSeen = (element: Element): boolean =>
      element.closest('.unseen, [hidden], .panel-people, .ribbon') === null &&
      element.checkVisibility({ visibilityProperty: true });

    /** The screen; where a part of it scrolls, that part's width and any height. */
    const roomOf = (element: Element): DOMRect => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowY !== 'auto' && overflowY !== 'scroll') continue;
        const { left, width } = at.getBoundingClientRect();
        const isWide = overflowX === 'auto' && at.scrollWidth > at.clientWidth;
        return isWide && at.matches('.log-scroll')
          ? new DOMRect(-1e6, -1e6, 2e6, 2e6)
          : new DOMRect(left, -1e6, width, 2e6);
      }
      return new DOMRect(0, 0, innerWidth, innerHeight);
    };

    for (const element of document.querySelectorAll(
      '.both, .both > *, p, button, h1, h2, li, dd, output, code, time',
    )) {
      if (!isSeen(element)) continue;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const room = roomOf(element);
      if (
        left < room.left - slack ||
        top < room.top - slack ||
        right > room.right + slack ||
        bottom > room.bottom + slack
      ) {
        found.push(`leaves the screen: ${name(element)}`);
      }
    }
    for (const element of document.querySelectorAll(
      '.bar, .bar > *, .bar-rest > *, .strip, .action, .idle-says, .verdict-word, .verdict-why, .verdict-aside, .badge, .pad-key',
    )) {
      if (!isSeen(element)) continue;
      if (
        element.scrollWidth > element.clientWidth + slack &&
        element.clientWidth > 0
      ) {
        found.push(`too wide: ${name(element)}`);
      }
    }
    for (const body of document.querySelectorAll('.verdict-body')) {
      const room = body.getBoundingClientRect();
      for (const part of body.children) {
        if (!isSeen(part)) continue;
        const { top, bottom } = part.getBoundingClientRect();
        if (top < room.top - slack || bottom > room.bottom + slack) {
          found.push(
            `too tall by ${Math.round(Math.max(room.top - top, bottom - room.bottom))}: ${name(part)}`,
          );
        }
      }
    }
    for (const line of document.querySelectorAll(
      '.verdict-word .both > *, .bar .both > *, .action .both > *, .reason .both > .both-first',
    )) {
      if (!isSeen(line)) continue;
      const lineHeight = parseFloat(getComputedStyle(line).lineHeight);
      if (line.getBoundingClientRect().height > 1.6 * lineHeight) {
        found.push(`breaks into lines: ${name(line)}`);
      }
    }
    return found;
  });
}
