import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { openBytes } from './open-bytes.ts'
import { readJson } from './read-json.ts'
import { unpacked } from './small-file.ts'
import { inChunks, TestFolder } from './test-files.ts'

async function read(text: string | Uint8Array, size = 7, most = 1000) {
  const values: unknown[] = []
  const lines: number[] = []
  const faults: [number, string][] = []
  const shape = await readJson(
    'x.json',
    inChunks(text, size),
    {
      onElement(value, line) {
        values.push(value)
        lines.push(line)
      },
      onFault: (line, fault) => void faults.push([line, fault]),
    },
    most,
  )
  return { shape, values, lines, faults }
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) bytes += chunk.length
  return bytes
}

async function issueOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error('no failure of the app', { cause: error })
  const [issue] = error.details.issues ?? []
  return issue ? [error.code, issue.code, issue.line] : [error.code]
}

describe('elements of a JSON file', () => {
  const a = { id: 'a', text: 'brackets ]}[{ and "quotes\\" \n' }
  const b = { id: 'b', list: [1, [2, { c: null }]] }

  it.each([
    ['lines', `${JSON.stringify(a)}\n\n${JSON.stringify(b)}\r\n`, 'lines', [1, 3]],
    ['lines with a mark', `\uFEFF${JSON.stringify(a)}\n${JSON.stringify(b)}`, 'lines', [1, 2]],
    ['an array', JSON.stringify([a, b]), 'array', [1, 1]],
    ['a pretty array', JSON.stringify([a, b], null, 1), 'array', [2, 6]],
    ['a page', JSON.stringify({ meta: { count: 2 }, results: [a, b] }), 'lines', [1, 1]],
    ['a pretty page', JSON.stringify({ results: [a, b] }, null, 2), 'values', [1, 1]],
    ['an array of pages', JSON.stringify([{ results: [a] }, { results: [b] }]), 'array', [1, 1]],
    [
      'pretty objects in a row',
      `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}`,
      'values',
      [1, 5],
    ],
  ])('%s, in chunks of any size', async (_, text, shape, lines) => {
    for (const size of [1, 2, 7, 10_000]) {
      expect(await read(text, size)).toEqual({ shape, values: [a, b], lines, faults: [] })
    }
  })

  it('a broken line costs that line only, be it the first', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => JSON.stringify({ at }))
    lines[0] = '{"at": 0, "text": "cut'
    lines[16] = '{"at": [16}'
    const { values, faults, shape } = await read(lines.join('\n'))
    expect(shape).toBe('lines')
    expect(values).toHaveLength(18)
    expect(faults).toEqual([
      [1, 'json-syntax'],
      [17, 'json-syntax'],
    ])
  })

  it('a broken element of an array, or one too large, costs that element only', async () => {
    const { values, faults } = await read(`[{"a":1},\n{"a":x},\n"${'y'.repeat(2000)}",\n}, 5]`)
    expect(values).toEqual([{ a: 1 }, 5])
    expect(faults).toEqual([
      [2, 'json-syntax'],
      [3, 'record-too-large'],
      [4, 'json-syntax'],
    ])
  })

  it('an end that is missing is told with its line', async () => {
    expect(await issueOf(read('[{"a":1},\n{"a":'))).toEqual(['import-rejected', 'json-truncated', 2])
    expect(await issueOf(read('[{"a":1},\n'))).toEqual(['import-rejected', 'json-truncated', 2])
    expect(await issueOf(read('{\n"a": 1,'))).toEqual(['import-rejected', 'json-truncated', 1])
    expect(await issueOf(read('[1]\n[2]'))).toEqual(['import-rejected', 'json-syntax', 2])
    expect(await issueOf(read(' \n'))).toEqual(['import-rejected', 'empty-file', null])
  })

  it('any bytes end in values, faults or a failure of the app', async () => {
    const noise = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '1', '\\', '\n', ' ', '\0'),
    })
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 5 }), async (text, size) => {
        const ended = await read(text, size, 20).catch((error: unknown) => error)
        expect(ended instanceof Error ? ended instanceof AppError : true).toBe(true)
      }),
      { seed: 11, numRuns: 1000 },
    )
  })
})

describe('bytes of a file', () => {
  // Numbers that differ, so that a packed file is long enough to be damaged in its midst.
  const lines = Buffer.from(
    Array.from({ length: 40_000 }, (_, i) => `{"a":${(i * 7919) % 99991}}\n`).join(''),
  )
  const packers = { gzip: gzipSync, zstd: zstdCompressSync }
  it.each(['gzip', 'zstd'] as const)(
    'of %s are unpacked by content, cuts and damage are told',
    async (by) => {
      using folder = new TestFolder()
      const packed = packers[by](lines)
      const path = folder.write('plain-name.json', packed)
      let bytes = 0
      let progress = 0
      for await (const chunk of openBytes(path, { progress: (read) => (progress = read) }))
        bytes += chunk.length
      expect([bytes, progress]).toEqual([lines.length, packed.length])
      expect(unpacked(packed).equals(lines)).toBe(true)
      const twice = folder.write('twice.json', Buffer.concat([packed, packed]))
      expect(await drain(openBytes(twice))).toBe(2 * lines.length)
      expect(unpacked(Buffer.concat([packed, packed])).length).toBe(2 * lines.length)

      const cut = folder.write('cut.gz', packed.subarray(0, packed.length / 2))
      expect(await issueOf(drain(openBytes(cut)))).toEqual(['import-rejected', 'gzip-truncated', null])
      const middle = packed.length >> 1
      const damaged = Buffer.from(packed).fill(0xff, middle, middle + 400)
      const broken = folder.write('broken.gz', damaged)
      expect(await issueOf(drain(openBytes(broken)))).toEqual(['import-rejected', 'gzip-damaged', null])
      expect(await issueOf(drain(openBytes(`${path}-none`)))).toEqual(['file-unreadable'])
    },
  )

  it('stop at once when the signal says so', async () => {
    using folder = new TestFolder()
    const path = folder.write('a.txt', 'x'.repeat(2_000_000))
    const stop = new AbortController()
    const read = async () => {
      for await (const chunk of openBytes(path, { signal: stop.signal }))
        stop.abort(new Error(`after ${chunk.length}`))
    }
    await expect(read()).rejects.toThrow('after 262144')
  })
})
