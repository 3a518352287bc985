export { viewOf } from './gate-view.ts';
export { freshnessOf } from './freshness-view.ts';
