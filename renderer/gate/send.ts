import type { Request } from '../connect/connect-kiosk.ts';

/** Asks the service for something; a refusal is told to the guard by the frame around the screens. */
export type Send = (request: Request) => void;
