import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchGrowth } from './growth-bench.ts';
import { tableOf, type Row } from './measure.ts';
import { benchScan } from './scan-bench.ts';
import { benchStart } from './start-bench.ts';
import { benchStatus } from './status-bench.ts';
import { benchVerify } from './verify-bench.ts';

/**
 * Every figure beside its limit in the same run; it prints, and nothing fails. All of them, or those that
 * are named: `npm run bench benchStatus`.
 */
const rows: Row[] = [];
const wanted = process.argv.slice(2);
for (const bench of [
  benchVerify,
  benchScan,
  benchStart,
  benchStatus,
  benchGrowth,
]) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.log(`${bench.name} …`);
  rows.push(...(await bench()));
}
console.table(tableOf(rows));

const folder = join(import.meta.dirname, '..', '..', 'dist');
mkdirSync(folder, { recursive: true });
const report = { node: process.version, processor: cpus()[0]?.model, rows };
writeFileSync(
  join(folder, 'bench.json'),
  `${JSON.stringify(report, undefined, 2)}\n`,
);
console.log('the same figures: dist/bench.json');
