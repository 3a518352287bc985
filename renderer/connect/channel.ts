/** Why a channel ended; `turned-away` will not get better by trying again. */
export type ChannelEnd = 'lost' | 'turned-away';

/** What a channel tells its user; every channel ends with exactly one `closed`. */
export interface ChannelListener {
  opened(): void;
  message(message: unknown): void;
  closed(why: ChannelEnd): void;
}

/** Whatever carries messages to the service: a WebSocket, a MessagePort, a pair in a test. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

/** Begins to open; a failure to open is told as `closed`, never thrown. */
export type OpenChannel = (listener: ChannelListener) => Channel;
