import type { MessageChannelMain, UtilityProcess } from 'electron';
import type { PortTaker } from './join-page.ts';
import type { View } from './own-page.ts';
import type { ForkedService } from './service-keeper.ts';

/** A utility process as its keeper and the page's joiner see it. */
export function toService(child: UtilityProcess): ForkedService & PortTaker {
  return {
    onSpawn: (listener) => {
      child.once('spawn', listener);
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
    askToStop: () => {
      child.postMessage('stop');
    },
    kill: () => {
      child.kill();
    },
    take: (port: MessageChannelMain['port1'], view: View) => {
      child.postMessage(view, [port]);
    },
  };
}
