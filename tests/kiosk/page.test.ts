import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#kiosk/page';
import { securityHeaders } from '../../kiosk/loopback/headers.ts';

describe('the content security policy', () => {
  it('begins by allowing nothing', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
  });

  it('names no network and no code that is not a file of ours', () => {
    expect(contentSecurityPolicy).not.toMatch(/https?:|wss?:|\*|unsafe-/);
  });

  it('is the same under both hosts', () => {
    expect(contentSecurityPolicy).toBe(
      securityHeaders['Content-Security-Policy'],
    );
  });
});
