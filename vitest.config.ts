import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    allowOnly: false,
    restoreMocks: true,
    coverage: { include: ['core/**'] },
  },
});
