import { parseArgs } from 'node:util';

/** How the shell was started; a site that says nothing is a site, never a demo. */
export interface ShellArguments {
  readonly profile: 'demo' | 'site';
  /** What the service is told: its profile, its data folder where one was chosen, a demo's policy. */
  readonly service: readonly string[];
}

/** Reads what follows the program's name; switches of Chromium's own may stand among it. */
export function shellArguments(words: readonly string[]): ShellArguments {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      data: { type: 'string' },
      policy: { type: 'string' },
    },
  });
  const profile = values.demo === true ? 'demo' : 'site';
  const chosen = [
    ...(typeof values.data === 'string' ? ['--data', values.data] : []),
    ...(profile === 'demo' && typeof values.policy === 'string'
      ? ['--policy', values.policy]
      : []),
  ];
  return { profile, service: [`--${profile}`, ...chosen] };
}

/** A switch that lets someone else drive or read the page; undefined where there is none. */
export function intrusiveSwitch(words: readonly string[]): string | undefined {
  return words.find((word) =>
    /^--?(remote-debugging-|remote-allow-origins|inspect|js-flags|load-extension|disable-web-security|no-sandbox)/i.test(
      word,
    ),
  );
}
