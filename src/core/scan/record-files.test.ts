import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createScanner } from './create-scanner.ts'
import { detectLayout } from './layout.ts'
import type { Layout } from './layout.ts'
import { readFileRecords, readHead, readStreamRecords } from './record-reader.ts'
import { splitAtLines } from './split.ts'
import { collect, decodeTape, fixtures } from './test-support.ts'
import { WORK, workProjection } from './work-projection.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('files', () => {
  const path = join(folder, 'works.jsonl')
  const lines = Array.from({ length: 500 }, (_, i) => `{"id":"W${i}","x":"${'y'.repeat((i * 37) % 900)}"}\n`)
  writeFileSync(path, lines.join(''))

  it('are read in parts that add up, each ending after a newline', () => {
    const fd = openSync(path, 'r')
    for (const parts of [1, 2, 3, 7, 40]) {
      const sink = collect()
      const ranges = splitAtLines(fd, parts)
      expect(ranges.length).toBeLessThanOrEqual(Math.min(parts, 500))
      expect(ranges[0]?.from).toBe(0)
      expect(ranges.at(-1)?.to).toBe(statSync(path).size)
      let firstLine = 1
      for (const [i, { from, to }] of ranges.entries()) {
        expect(to).toBeGreaterThan(from)
        if (i > 0) expect(from).toBe(ranges[i - 1]?.to)
        const scanner = createScanner(workProjection, { capacity: 512 })
        firstLine += readFileRecords({ fd, layout: 'lines', from, to, scanner, sink, firstLine }).lines
      }
      expect(sink.bad).toEqual([])
      expect(sink.records).toEqual(lines.map((_, i) => [`W${i}`, i + 1]))
    }
    closeSync(fd)
  })

  it('tell how far they are read, and notice a file that became shorter', () => {
    const fd = openSync(path, 'r')
    const { size } = statSync(path)
    const scanner = createScanner(workProjection)
    const seen: number[] = []
    const range = { fd, layout: 'lines', from: 0, scanner, sink: collect() } as const
    readFileRecords({ ...range, to: size, afterRead: (bytes) => seen.push(bytes) })
    expect(seen.at(-1)).toBe(size)
    expect(() => readFileRecords({ ...range, to: size + 1 })).toThrow(/ends at byte/)
    const stop = () => {
      throw new Error('cancelled')
    }
    expect(() => readFileRecords({ ...range, to: size, afterRead: stop })).toThrow('cancelled')
    closeSync(fd)
  })

  it('an empty file has no ranges, an empty stream no records', async () => {
    const empty = join(folder, 'empty')
    writeFileSync(empty, '')
    const fd = openSync(empty, 'r')
    expect(splitAtLines(fd, 4)).toEqual([])
    closeSync(fd)
    const counts = await readStreamRecords({
      chunks: [],
      scanner: createScanner(workProjection),
      sink: collect(),
    })
    expect(counts).toEqual({ bytes: 0, lines: 0, records: 0, bad: 0, reparsed: 0 })
  })

  it.skipIf(!fixtures)(
    'real works are all found, whatever their layout (skipped: no ../shared)',
    async () => {
      const names = readdirSync(fixtures ?? '').filter((name) => name.startsWith('works_'))
      expect(names.length).toBeGreaterThan(8)
      for (const name of names) {
        const file = join(fixtures ?? '', name)
        const found: unknown[] = []
        const sink = {
          onRecord: (scanner: Parameters<typeof decodeTape>[0], triples: number) =>
            found.push(decodeTape(scanner, triples).find(([slot]) => slot === WORK.id)?.[1]),
          onBad: (line: number, reason: string) => expect.fail(`${name} line ${line}: ${reason}`),
        }
        const scanner = createScanner(workProjection, { capacity: 4096 })
        if (name.endsWith('.gz')) {
          const chunks = createReadStream(file).pipe(createGunzip())
          expect((await readStreamRecords({ chunks, scanner, sink })).records).toBe(27)
          continue
        }
        const fd = openSync(file, 'r')
        const layout = detectLayout(readHead(fd))
        readFileRecords({ fd, layout, from: 0, to: statSync(file).size, scanner, sink })
        closeSync(fd)
        expect(found).toEqual(idsOf(readFileSync(file, 'utf8'), layout))
      }
    },
  )
})

type Work = { id: string }
function idsOf(text: string, layout: Layout): string[] {
  const works =
    layout === 'lines'
      ? text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Work)
      : layout === 'page'
        ? (JSON.parse(text) as { results: Work[] }).results
        : [JSON.parse(text) as Work]
  return works.map(({ id }) => id)
}
