import { describe, expect, it } from 'vitest';
import {
  intrusiveSwitch,
  shellArguments,
} from '../../electron/shell-arguments.ts';

describe('the arguments of the shell', () => {
  it('is a site unless the demo is asked for', () => {
    expect(shellArguments([])).toEqual({
      profile: 'site',
      service: ['--site'],
    });
    expect(shellArguments(['--demo'])).toEqual({
      profile: 'demo',
      service: ['--demo'],
    });
  });

  it('hands the data folder on', () => {
    expect(shellArguments(['--demo', '--data', 'lane-2']).service).toEqual([
      '--demo',
      '--data',
      'lane-2',
    ]);
  });

  it('hands the policy of a demo on, and a site has none to choose', () => {
    expect(shellArguments(['--demo', '--policy', 'live']).service).toEqual([
      '--demo',
      '--policy',
      'live',
    ]);
    expect(shellArguments(['--policy', 'live']).service).toEqual(['--site']);
  });

  it('reads past what is meant for Chromium', () => {
    expect(
      shellArguments(['--ozone-platform=wayland', '--demo', 'index.html'])
        .profile,
    ).toBe('demo');
  });

  it('is a site where the data folder is left out', () => {
    expect(shellArguments(['--data'])).toEqual({
      profile: 'site',
      service: ['--site'],
    });
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--Remote-Debugging-Port=0',
    '--inspect',
    '--inspect-brk=0',
    '-inspect',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--disable-web-security',
    '--no-sandbox',
  ])('names %s as intrusive', (word) => {
    expect(intrusiveSwitch(['kiosk', '--site', word])).toBe(word);
  });

  it.each(['--site', '--data', '--ozone-platform=wayland', 'inspect'])(
    'lets %s be',
    (word) => {
      expect(intrusiveSwitch(['kiosk', word])).toBeUndefined();
    },
  );
});
