import { main } from './steps/main.mjs';
import { runNode } from './steps/spawn.mjs';

/** `node scripts/run.mjs FILE …`: runs a TypeScript file under Node 24 on a ready clone. */
await main(() => runNode(process.argv.slice(2)));
