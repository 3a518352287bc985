import { defineConfig } from 'vitest/config';
import { nodeFlags } from './scripts/steps/node-flags.mjs';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    allowOnly: false,
    execArgv: [...nodeFlags],
    // Processes are started and disks synced: patience, not a limit on speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    coverage: { include: ['core/**'] },
  },
});
