import { writeFileSync } from 'node:fs';
import { describeSchema } from './schema.ts';

writeFileSync(new URL('schema.sql', import.meta.url), describeSchema());
