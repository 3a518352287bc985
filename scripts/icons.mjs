import { drawIcons } from './steps/draw-icons.mjs';
import { main } from './steps/main.mjs';

/** Draws the desktop's icons from renderer/icon.svg; to be run again when that changes. */
await main(drawIcons);
