import { useKeys } from '../app/use-keys.ts';
import type { Send } from './send.ts';

/** Enter or Esc leaves a screen before its bar has run down. */
export function useDismiss(scanId: string, send: Send): void {
  const dismiss = (): void => {
    send({ kind: 'dismiss', scanId });
  };
  useKeys({ Enter: dismiss, Escape: dismiss });
}
