/**
 * For a process whose threads begin from source. They strip types in WebAssembly, and V8 13.6 may crash when two of them
 * replace the same wrapper of an imported function by its faster form at once: with this no wrapper is replaced.
 */
export const THREADS_FROM_SOURCE = '--wasm-wrapper-tiering-budget=2000000000'
