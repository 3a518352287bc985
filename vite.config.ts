import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `--mode gallery` builds the page that draws any state without a service; it is never shipped. */
export default defineConfig(({ mode }) => {
  const page = mode === 'gallery' ? 'gallery.html' : 'index.html';
  return {
    root: 'renderer',
    // The same files are served at / on loopback and under app:// in the desktop shell.
    base: './',
    plugins: [react()],
    build: {
      outDir: mode === 'gallery' ? '../.build/gallery' : '../dist/renderer',
      emptyOutDir: true,
      // The content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: `renderer/${page}`,
        // The contract only declares: what the page does not use of it (its schemas) stays out.
        treeshake: {
          moduleSideEffects: (id) => !id.includes('/kiosk/contract/'),
        },
      },
    },
  };
});
