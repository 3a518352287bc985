import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './root.mjs';

/** What stays in node_modules: Electron's own, and the packages with a native half. */
const external = ['electron', 'better-sqlite3', '@serialport/bindings-cpp'];

/**
 * Bundles the desktop shell and the service it forks into one folder, all files side by side, with
 * every package of plain JavaScript inside. Answers the file that Electron runs.
 */
export async function bundleShell(out = join(root, 'dist', 'app')) {
  // Loaded here: this module is also read before the dependencies are installed.
  const { build } = await import('esbuild');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  /** @satisfies {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    external,
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  };
  await build({
    ...common,
    format: 'esm',
    outdir: out,
    outExtension: { '.js': '.mjs' },
    // What packages in CommonJS require of Node.
    banner: {
      js: "import { createRequire as postern } from 'node:module'; const require = postern(import.meta.url);",
    },
    entryPoints: [
      { in: 'electron/main.ts', out: 'main' },
      { in: 'kiosk/child.ts', out: 'child' },
      ...workerFiles('kiosk').map((file) => ({
        in: file,
        out: basename(file, '.ts'),
      })),
    ],
    plugins: [workersBesideUs],
  });
  // A sandboxed preload is CommonJS and may require nothing but electron.
  await build({
    ...common,
    format: 'cjs',
    outfile: join(out, 'preload.cjs'),
    entryPoints: ['electron/preload.ts'],
  });
  return join(out, 'main.mjs');
}

/**
 * A worker is started from `new URL('./name-worker.ts', import.meta.url)`; in the bundle it lies
 * beside whoever starts it.
 * @type {import('esbuild').Plugin}
 */
const workersBesideUs = {
  name: 'workers-beside-us',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]kiosk[\\/].*\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replaceAll(
        /new URL\('\.\/([\w-]+-worker)\.ts', import\.meta\.url\)/g,
        "new URL('./$1.mjs', import.meta.url)",
      ),
      resolveDir: dirname(path),
    }));
  },
};

/** @param {string} folder */
function workerFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-worker.ts'))
    .map((file) => join(folder, file));
}
