import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repository } from './tracked-files.ts';

describe('the Node that runs the tests', () => {
  // npm falls back to the system's Node without a word when the package is not there.
  it('is Node 24, the one that .node-version names', () => {
    expect(readFileSync(`${repository}/.node-version`, 'utf8').trim()).toBe(
      process.versions.node,
    );
    expect(process.versions.node).toMatch(/^24\./);
  });
});
