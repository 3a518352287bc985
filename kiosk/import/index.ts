export { changesBetween } from './changes-between.ts';
export { findBundles } from './find-bundles.ts';
export { createImporter } from './importer.ts';
export type { ImporterParts } from './importer.ts';
