/** What an import will come to is told before it begins, and what could not end is refused; files with holes stand for large ones. */
import { existsSync, readdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { ImportContext } from '../../src/core/context.ts'
import { detectFile } from '../../src/core/import/run/detect.ts'
import type { Room } from '../../src/core/import/run/import-size.ts'
import { assertCanEnd, importSize, weightOf } from '../../src/core/import/run/import-size.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { MOST_RECORDS } from '../../src/core/import/settle/duplicates.ts'
import type { AppError } from '../../src/shared/contract/errors.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { importSizeText } from '../../src/shared/figures/import-size-words.ts'
import { translate } from '../../src/shared/i18n/index.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { makeWorks } from '../support/works.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const lines = makeWorks(40).map((work) => JSON.stringify(work))
const text = `${lines.join('\n')}\n`
const GB = 1e9
const room: Room = { free: 500 * GB, memory: 16 * GB, threads: 2 }
const kept = { keepWords: true }

/** Lines at the beginning, and a hole up to that size. @returns false where the file system holds no file of that size */
function withHole(name: string, bytes: number): boolean {
  writeFileSync(at(name), text)
  try {
    truncateSync(at(name), bytes)
    return true
  } catch {
    return false
  }
}
const weightAt = async (name: string) => weightOf(await detectFile(at(name)))
const sizeOf = async (name: string, where: Partial<Room> = {}, options = kept) =>
  importSize([await weightAt(name)], options, { ...room, ...where })
const refusalOf = (size: Parameters<typeof assertCanEnd>[0]) => {
  try {
    assertCanEnd(size)
    return null
  } catch (error) {
    return (error as AppError).code
  }
}

describe('the size of an import, by its files', () => {
  test('is that of a few records, and not worth to be told', async () => {
    writeFileSync(at('few.jsonl'), text)
    const size = await sizeOf('few.jsonl')
    expect(size.records).toBeGreaterThan(30)
    expect(size.records).toBeLessThan(50)
    expect([size.isLarge, size.tight, size.lacks]).toEqual([false, null, null])
  })

  test('grows with the file, and packed ones hold more', async () => {
    if (!withHole('hole.jsonl', 100 * GB)) return expect.unreachable('no sparse file of 100 GB')
    const plain = await weightAt('hole.jsonl')
    expect(plain.records).toBeCloseTo(((100 * GB) / text.length) * 40, -8)
    const size = await sizeOf('hole.jsonl')
    expect(size.isLarge).toBe(true)
    expect(size.dataset).toBeGreaterThan((await sizeOf('hole.jsonl', {}, { keepWords: false })).dataset * 2)
    writeFileSync(at('packed.jsonl.gz'), gzipSync(text))
    truncateSync(at('packed.jsonl.gz'), 100 * GB)
    const packed = await weightAt('packed.jsonl.gz')
    expect(packed.records / plain.records).toBeCloseTo(5.5, 1)
    expect((await sizeOf('hole.jsonl', { threads: 4 })).seconds).toBeCloseTo(size.seconds / 2, 6)
  })

  test('of a table is its rows, which are gathered on disk', async () => {
    writeFileSync(at('table.csv'), 'article_id,year,author,institution,city,country\nA1,2023,B,C,D,E\n')
    const { records, gathered } = await weightOf({
      ...(await detectFile(at('table.csv'))),
      bytes: 60 * GB,
    })
    expect([records, gathered]).toEqual([1e8, 60 * GB])
  })
})

describe('what is too little is told, and refused where it is by far', () => {
  test.each<[string, Partial<Room>, string | null, string | null]>([
    ['enough of all', {}, null, null],
    ['a disk that may do', { free: 30 * GB }, 'disk', null],
    ['a disk that cannot', { free: 10 * GB }, 'disk', 'import-disk'],
    ['memory that may do', { memory: 3 * GB }, 'memory', null],
    ['memory that cannot', { memory: 1 * GB }, 'memory', 'import-memory'],
    ['a disk that does not tell', { free: null }, null, null],
  ])('%s', (_, where, tight, refused) => {
    const weight = { records: 125e6, unpacked: 200 * GB, gathered: 0 }
    const size = importSize([weight], kept, { ...room, free: 100 * GB, memory: 16 * GB, ...where })
    expect(size.tight).toBe(tight)
    expect(refusalOf(size)).toBe(refused)
    for (const language of ['en', 'zh'] as const) {
      const words = importSizeText(size, language, (key, values) =>
        translate(language, `imports.size.${key}`, values),
      )
      expect(words).not.toMatch(/imports\.|\{|undefined|NaN/)
      expect(words).toContain('130,000,000')
    }
  })

  test('more records than their numbers can tell, whatever the machine; those of the index are among them', () => {
    const endless = { free: null, memory: Infinity, threads: 8 }
    const half = { records: MOST_RECORDS, unpacked: 1e12, gathered: 0 }
    expect(refusalOf(importSize([half], kept, endless))).toBe(null)
    expect(refusalOf(importSize([half, half, half], kept, endless))).toBe('import-records')
    expect(refusalOf(importSize([half], kept, endless, 2 * MOST_RECORDS))).toBe('import-records')
  })
})

test('an import that would not fit is refused before anything is read or written', async ({ skip }) => {
  const { bavail, bsize } = statfsSync(folder)
  if (!withHole('all.jsonl', Math.round(bavail * bsize * 12))) skip('no sparse file of that size')
  const steps: string[] = []
  const progress: ImportContext['progress'] = ({ step }) => void steps.push(step)
  const asked = { paths: [at('all.jsonl')], as: 'all', name: undefined, mode: 'create' as const }
  const running = importIndex(
    { ...asked, options: indexOptions.parse({}) },
    importContext(at('data'), { progress }),
  )
  await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/^import-(disk|records)$/) })
  expect(new Set(steps)).toEqual(new Set(['checking']))
  const left = existsSync(join(at('data'), 'datasets')) ? readdirSync(join(at('data'), 'datasets')) : []
  expect(left.filter((name) => !/\.lock/.test(name))).toEqual([])
})
