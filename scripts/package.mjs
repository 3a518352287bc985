import { packApp } from './steps/pack-app.mjs';
import { main } from './steps/main.mjs';

/** Installers into dist/packages; further words go to electron-builder: `-- --linux deb --arm64`. */
await main(() => packApp(process.argv.slice(2)));
