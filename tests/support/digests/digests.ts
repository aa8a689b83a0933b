/** Digests of the figures of imports, made by each scanner in a process of its own, against those that are committed. */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { THREADS_FROM_SOURCE } from '../threads-from-source.ts'
import type { TableDigests } from './figure-tables.ts'

export const SCANNERS = ['wasm', 'js', 'strict'] as const
export type ScannerKind = (typeof SCANNERS)[number]

/** What a process says of a source. */
export interface SourceDigests {
  name: string
  seconds: number
  tables: TableDigests
}

/** By source: the digests of its tables, alike by both fast scanners, and those that are others in strict mode. */
export interface Pinned {
  tables: TableDigests
  /** Missing where strict mode tells the same; null where a table is lacking then. */
  strict?: Record<string, string | null>
}
export type Pins = Record<string, Pinned>

const PINS = join(import.meta.dirname, 'pins.json')

export const readPins = (): Pins => JSON.parse(readFileSync(PINS, 'utf8')) as Pins

export function writePins(pins: Pins): void {
  const sorted = Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(PINS, `${JSON.stringify(sorted, null, 2)}\n`)
}

const child = (name: string) => join(import.meta.dirname, name)

/** @param which as `sourcesOf` takes it @param each is told of a source as soon as it is done @throws what the process says on stderr */
export async function digestsBy(
  scanner: ScannerKind,
  which: string,
  each: (found: SourceDigests) => void = () => undefined,
): Promise<SourceDigests[]> {
  const without = scanner === 'js' ? ['--import', pathToFileURL(child('without-simd.ts')).href] : []
  const args = [THREADS_FROM_SOURCE, ...without, child('digest-child.ts'), scanner, which]
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  running.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<number | null>((resolve) => running.on('close', resolve))
  const found: SourceDigests[] = []
  for await (const text of createInterface(running.stdout)) {
    found.push(JSON.parse(text) as SourceDigests)
    each(found.at(-1) as SourceDigests)
  }
  const code = await ended
  if (code !== 0) throw new Error(`digests by ${scanner} ended with ${code}: ${errors}`)
  return found
}

/** What is pinned of a source for a scanner; null where nothing is. */
export function pinnedFor(pins: Pins, source: string, scanner: ScannerKind): TableDigests | null {
  const pinned = pins[source]
  if (!pinned) return null
  if (scanner !== 'strict') return pinned.tables
  const tables = Object.entries({ ...pinned.tables, ...pinned.strict })
  return Object.fromEntries(tables.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** A line for each table of each source that is not as pinned. */
export function notAsPinned(pins: Pins, scanner: ScannerKind, found: readonly SourceDigests[]): string[] {
  return found.flatMap(({ name, tables }) => {
    const pinned = pinnedFor(pins, name, scanner)
    if (pinned === null) return [`${name}, ${scanner}: not pinned`]
    return differences(pinned, tables).map(
      (table) =>
        `${name}, ${scanner}, ${table}: ${tables[table] ?? 'no row'}, pinned ${pinned[table] ?? 'no row'}`,
    )
  })
}

/** Names of tables that only one has, or that differ. */
export const differences = (a: TableDigests, b: TableDigests): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((table) => a[table] !== b[table])

/** What is to be pinned. @throws Error where the fast scanners differ, which no pin can allow */
export function pinsOf(found: Record<ScannerKind, readonly SourceDigests[]>): Pins {
  const pins: Pins = {}
  const tablesBy = (scanner: ScannerKind) => new Map(found[scanner].map(({ name, tables }) => [name, tables]))
  const [js, strict] = [tablesBy('js'), tablesBy('strict')]
  for (const { name, tables } of found.wasm) {
    const apart = differences(tables, js.get(name) ?? {})
    if (apart.length > 0) throw new Error(`${name}: wasm and js differ in ${apart.join(', ')}`)
    const own = strict.get(name) ?? {}
    const others = differences(tables, own).map((table) => [table, own[table] ?? null] as const)
    pins[name] = { tables, ...(others.length > 0 && { strict: Object.fromEntries(others) }) }
  }
  return pins
}
