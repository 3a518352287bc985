import { describe, expect, it } from 'vitest';
import { isGranted } from '../../electron/permissions.ts';
import { startPage } from '../../electron/own-page.ts';

describe('permissions', () => {
  it('grants our own page the camera', () => {
    expect(
      isGranted({ permission: 'media', page: startPage, media: ['video'] }),
    ).toBe(true);
  });

  it.each([
    ['the microphone', 'media', ['audio']],
    ['the camera with the microphone', 'media', ['video', 'audio']],
    ['media of no stated kind', 'media', []],
    ['media of an unknown kind', 'media', ['unknown']],
    ['the place', 'geolocation', []],
    ['a serial port', 'serial', []],
    ['the clipboard', 'clipboard-read', []],
    ['notifications', 'notifications', ['video']],
  ])('refuses our own page %s', (_what, permission, media) => {
    expect(isGranted({ permission, page: startPage, media })).toBe(false);
  });

  it.each(['https://example.org/', 'app://other/index.html', 'null', ''])(
    'refuses the camera to %j',
    (page) => {
      expect(isGranted({ permission: 'media', page, media: ['video'] })).toBe(
        false,
      );
    },
  );
});
