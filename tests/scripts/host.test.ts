import { describe, expect, it } from 'vitest';
import { whyLoopback } from '../../scripts/steps/host.mjs';

const desk = { isRoot: false, platform: 'linux', env: { DISPLAY: ':0' } };

describe('the choice of a host', () => {
  it.each([
    ['an X display', desk],
    ['a Wayland display', { ...desk, env: { WAYLAND_DISPLAY: 'wayland-0' } }],
    ['Windows', { ...desk, platform: 'win32', env: {} }],
  ])('tries Electron with %s', (_what, machine) => {
    expect(whyLoopback(machine)).toBeUndefined();
  });

  it.each([
    ['there is no display', 'display', { ...desk, env: {} }],
    ['the display is empty', 'display', { ...desk, env: { DISPLAY: '' } }],
    ['the user is root', 'root', { ...desk, isRoot: true }],
  ])('takes loopback when %s, and says why', (_what, why, machine) => {
    expect(whyLoopback(machine)).toContain(why);
  });
});
