/**
 * What every Node of ours is started with. Node strips types with WebAssembly; once that has called
 * out often enough, V8 13.6 makes faster wrappers for its calls and frees the old ones from a table
 * that all threads share, and now and then the whole process ends over it (nodejs/node 64500): no
 * wrapper is ever called that often.
 * @type {readonly string[]}
 */
export const nodeFlags = ['--wasm-wrapper-tiering-budget=2000000000'];
