/**
 * Loaded before all else by a process and each of its threads (`--import`): a machine whose WebAssembly has no SIMD, so
 * that the scanner is the one in JavaScript. What else is written in WebAssembly runs, as nothing but the scanner asks.
 */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { validate: (binary: Uint8Array) => boolean }
}
WebAssembly.validate = () => false
