/** Writing slides: twenty plates with native charts, tables and pictures, in a thread that has written before and in a new one. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Benchmark, Figure } from './benchmark.ts'
import { median } from './benchmark.ts'

const SLIDES = 20
/** Of the twenty, every fourth is a picture, as the test deck has it. */
const RUNS = 5
const office = join(import.meta.dirname, '../../src/core/export/office')
const address = (name: string) => JSON.stringify(pathToFileURL(join(office, name)).href)

/** Runs in a process of its own: what is measured is not this one's. */
const SCRIPT = `
  const start = performance.now()
  const { writeDeck } = await import(${address('presentation.ts')})
  const { testDeck, TEST_OPTIONS } = await import(${address('test-plates.ts')})
  const loaded = performance.now() - start
  const plates = Array.from({ length: ${SLIDES / 4} }, () => testDeck()).flat()
    .map((plate, i) => ({ ...plate, page: i + 1 }))
  const times = []
  let bytes = 0
  for (let i = 0; i <= ${RUNS}; i++) {
    const from = performance.now()
    bytes = (await writeDeck(plates, TEST_OPTIONS)).length
    times.push(performance.now() - from)
  }
  console.log(JSON.stringify({ loaded, times, bytes, memory: process.resourceUsage().maxRSS / 1024 }))
`

interface Told {
  loaded: number
  times: number[]
  bytes: number
  memory: number
}

export const deck: Benchmark = {
  name: 'deck',
  about: `a deck of ${SLIDES} slides with charts, tables, notes and ${SLIDES / 4} pictures`,
  async run(): Promise<Figure[]> {
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { encoding: 'utf8' })
    const { loaded, times, bytes, memory } = JSON.parse(told) as Told
    const [first = NaN, ...warm] = times
    return [
      { what: 'modules and fonts loaded', value: loaded, unit: 'ms' },
      { what: 'first deck of a thread', value: first, unit: 'ms' },
      { what: `further decks, median of ${warm.length}`, value: median(warm), unit: 'ms', goal: 1000 },
      { what: 'size', value: bytes / 1000, unit: 'kB' },
      { what: 'memory of the process, most', value: memory, unit: 'MB' },
    ]
  },
}
