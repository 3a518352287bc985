import { describe, expect, it } from 'vitest';
import { addressIn } from '../../scripts/steps/kiosk.mjs';

describe('the address of the kiosk', () => {
  it('is what the service says it is ready at', () => {
    expect(addressIn('ready http://127.0.0.1:41873/#token=aB-_9')).toBe(
      'http://127.0.0.1:41873/#token=aB-_9',
    );
  });

  it.each([
    'pid 12',
    'not ready http://127.0.0.1:41873/',
    'ready https://example.org/',
    'ready http://127.0.0.1.example.org:80/',
    'ready http://127.0.0.1:41873/ and more',
  ])('is not in %j', (line) => {
    expect(addressIn(line)).toBeUndefined();
  });
});
