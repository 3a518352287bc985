import { join } from 'node:path';
import { openStore } from '#db';
import { exportFrom, laneOn } from './export-lane.ts';

/**
 * `node export-once.ts FOLDER`: exports a folder's whole log, prints how that ended and the most memory
 * this process ever had, in kB.
 */
const [folder = ''] = process.argv.slice(2);
const opened = openStore(folder);
if (!opened.ok) throw new Error(opened.error.message);
const lane = laneOn(folder, opened.value, join(folder, 'drives'));
console.log(JSON.stringify(await exportFrom(lane)));
console.log(process.resourceUsage().maxRSS);
opened.value.close();
