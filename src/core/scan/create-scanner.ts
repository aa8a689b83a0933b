import { JsScanner } from './js-scanner.ts'
import { ParseScanner } from './parse-scanner.ts'
import type { Projection } from './projection.ts'
import { DEFAULT_CAPACITY } from './scanner.ts'
import type { Scanner } from './scanner.ts'
import { WasmScanner, wasmIsAvailable } from './wasm-scanner.ts'

export interface ScannerOptions {
  /** JSON.parse of each record: faults in fields that are not used are noticed too. */
  strict?: boolean
  /** Bytes of input; a record longer than this makes the scanner grow. */
  capacity?: number
  /** For tests and measurements; by default the fastest that runs here. */
  kind?: 'wasm' | 'js'
}

/** The scanner for a projection that suits this machine. */
export function createScanner(projection: Projection, options: ScannerOptions = {}): Scanner {
  const capacity = options.capacity ?? DEFAULT_CAPACITY
  if (options.strict) return new ParseScanner(projection, capacity)
  const kind = options.kind ?? (wasmIsAvailable() ? 'wasm' : 'js')
  return kind === 'wasm' ? new WasmScanner(projection, capacity) : new JsScanner(projection, capacity)
}
