import type { Projection } from './projection.ts'
import { SCAN_BINARY } from './scan-binary.ts'
import { DEFAULT_CAPACITY, PADDING, tapeBytes } from './scanner.ts'
import type { Scanner } from './scanner.ts'

const PAGE = 64 * 1024
/** Sizes and places of scripts/scan/scanner.as.ts. */
const PROGRAM_AT = 1024
const NODE_BYTES = 48
const KEY_BYTES = 48
const HEADER_BYTES = 16

interface Exports {
  setup(nodesAt: number, keysAt: number, bitsAt: number, tapeAt: number, tapeBytes: number): void
  scan(from: number, to: number): number
}

/** The little that is used of WebAssembly, which the type packages of Node leave to those of browsers. */
interface WebAssemblyApi {
  validate(binary: Uint8Array): boolean
  Module: new (binary: Uint8Array) => object
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer }
  Instance: new (module: object, imports: object) => { exports: unknown }
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }

let compiled: object | null | undefined

/** The binary, compiled once a thread; null where this machine's WebAssembly has no SIMD. */
function scanModule(): object | null {
  if (compiled === undefined) {
    const binary = Buffer.from(SCAN_BINARY, 'base64')
    compiled = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null
  }
  return compiled
}

export function wasmIsAvailable(): boolean {
  return scanModule() !== null
}

/** The scanner in WebAssembly. Its memory is the input, so that a file is read to where it is scanned. */
export class WasmScanner implements Scanner {
  readonly projection: Projection
  readonly bytes: Buffer
  readonly inputAt: number
  readonly capacity: number
  readonly tape: Uint32Array
  readonly #scan: Exports['scan']

  /** @throws RangeError without memory for the capacity; Error where SIMD is missing */
  constructor(projection: Projection, capacity = DEFAULT_CAPACITY) {
    const module = scanModule()
    if (!module) throw new Error('WebAssembly has no SIMD here')
    this.projection = projection
    this.capacity = capacity
    const nodesAt = PROGRAM_AT
    const keysAt = nodesAt + projection.nodes.length * NODE_BYTES
    const tapeAt = align(keysAt + projection.keys.length * KEY_BYTES)
    const bitsAt = align(tapeAt + tapeBytes(capacity))
    // Four bits a byte of the input, and one block behind its last.
    this.inputAt = align(bitsAt + capacity / 2 + 128)
    const memory = new WebAssembly.Memory({ initial: Math.ceil((this.inputAt + capacity + PADDING) / PAGE) })
    const instance = new WebAssembly.Instance(module, { env: { memory } })
    const { setup, scan } = instance.exports as Exports
    this.bytes = Buffer.from(memory.buffer)
    this.tape = new Uint32Array(memory.buffer, tapeAt, tapeBytes(capacity) / 4)
    this.#scan = scan
    writeProgram(projection, this.bytes, nodesAt, keysAt)
    setup(nodesAt, keysAt, bitsAt, tapeAt, tapeBytes(capacity))
  }

  grow(): WasmScanner {
    const larger = new WasmScanner(this.projection, this.capacity * 2)
    this.bytes.copy(larger.bytes, larger.inputAt, this.inputAt, this.inputAt + this.capacity)
    return larger
  }

  scan(from: number, to: number): number {
    return this.#scan(from, to)
  }
}

function align(address: number): number {
  return Math.ceil(address / 64) * 64
}

function writeProgram({ nodes, keys }: Projection, bytes: Buffer, nodesAt: number, keysAt: number): void {
  for (const [i, node] of nodes.entries()) {
    const at = nodesAt + i * NODE_BYTES
    bytes.writeUInt32LE(node.kind, at)
    bytes.writeUInt32LE(node.slot, at + 4)
    bytes.writeUInt32LE(node.child, at + 8)
    bytes.set(node.byLength, at + HEADER_BYTES)
  }
  for (const [i, key] of keys.entries()) {
    const at = keysAt + i * KEY_BYTES
    bytes[at] = key.next
    bytes[at + 1] = key.bit
    bytes[at + 2] = key.child
    bytes.set(key.name, at + HEADER_BYTES)
  }
}
