import { doChecks } from './steps/checks.mjs';
import { main } from './steps/main.mjs';
import { tableOf } from './steps/stages.mjs';

await main(async () => {
  const stages = await doChecks();
  console.log(`\n${tableOf(stages)}`);
  return stages.every(({ isGood }) => isGood) ? 0 : 1;
});
