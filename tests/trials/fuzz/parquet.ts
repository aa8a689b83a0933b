/** Damaged Parquet: other bytes, other sizes, other columns. Only damage within values, which have no checksum, may show. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { parquetMetadata } from 'hyparquet'
import { temporaryFolder } from '../../support/edition.ts'
import { parseHere } from '../../support/parse-here.ts'
import { makeWorks, writeWorks } from '../../support/works.ts'
import type { FuzzTrial } from './judge.ts'
import { emptyTrial, figuresOf, judge } from './judge.ts'

/** Compression, version of pages, rows a group. */
const FORMS = [
  ['uncompressed', 'V1', 2048],
  ['snappy', 'V1', 2048],
  ['zstd', 'V2', 2048],
  ['gzip', 'V2', 2048],
] as const

type Damage = [kind: (typeof KINDS)[number], where: number, other: number, value: number]
const KINDS = [
  'footer',
  'footer-number',
  'footer-length',
  'cut',
  'hole',
  'pages',
  'swapped',
  'zeros',
] as const
/** In these only the footer, or how long the file is, is touched. */
const TELLING: ReadonlySet<string> = new Set(['footer-number', 'footer-length', 'cut', 'hole'])

/** @param many damaged files */
export async function parquetTrial(many: number, seed: number): Promise<FuzzTrial> {
  const folder = temporaryFolder()
  const trial = emptyTrial()
  try {
    const files = await soundFiles(folder)
    const part = fc.integer({ min: 0, max: 999_999 }).map((share) => share / 1e6)
    const damage = fc.tuple(fc.constantFrom(...KINDS), part, part, fc.integer({ min: 1, max: 255 }))
    const cases = fc.sample(fc.tuple(fc.nat(files.length - 1), damage), { numRuns: many, seed })
    const path = join(folder, 'damaged.parquet')
    for (const [number, each] of cases) {
      const { name, bytes, sound } = files[number] as SoundFile
      writeFileSync(path, damaged(bytes, each))
      const done = `${name} ${JSON.stringify(each)}`
      await judge(trial, { done, sound, mayDiffer: !TELLING.has(each[0]) }, async () =>
        figuresOf(await parseHere(path)),
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return trial
}

interface SoundFile {
  name: string
  bytes: Buffer
  sound: string
}

async function soundFiles(folder: string): Promise<SoundFile[]> {
  mkdirSync(folder, { recursive: true })
  const works = writeWorks(join(folder, 'works.jsonl'), makeWorks(40, 3))
  const table = join(folder, 'table.csv')
  writeFileSync(table, tableText())
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const files: SoundFile[] = []
  for (const [codec, version, rows] of FORMS) {
    for (const [name, query] of [
      ['works', `SELECT * FROM read_json_auto('${works}', maximum_object_size=50000000)`],
      ['table', `SELECT * FROM read_csv('${table}')`],
    ] as const) {
      const path = join(folder, `${name}-${codec}.parquet`)
      await connection.run(
        `COPY (${query}) TO '${path}' (FORMAT parquet, COMPRESSION ${codec}, PARQUET_VERSION ${version}, ROW_GROUP_SIZE ${rows})`,
      )
      const parsed = figuresOf(await parseHere(path))
      files.push({ name: `${name}-${codec}`, bytes: readFileSync(path), sound: parsed.text })
    }
  }
  connection.closeSync()
  return files
}

const tableText = () =>
  `article_id,year,author_seq,institution,city,country\n${Array.from({ length: 90 }, (_, i) => `a${Math.floor(i / 3)},2022,${(i % 3) + 1},Institute ${i % 7},${i % 5 ? 'Lyon' : ''},FR`).join('\n')}\n`

function damaged(sound: Buffer, [kind, where, other, value]: Damage): Buffer {
  const bytes = Buffer.from(sound)
  const length = parquetMetadata(new Uint8Array(sound)).metadata_length
  const footer = bytes.length - 8 - length
  const at = (from: number, to: number, share: number) => from + Math.floor(share * (to - from))
  switch (kind) {
    case 'footer':
      bytes[at(footer, bytes.length - 8, where)] = value
      return bytes
    case 'footer-number': // a number of up to 35 bits
      return overwrite(bytes, at(footer, bytes.length - 16, where), [0xff, 0xff, 0xff, 0xff, value & 0x7f])
    case 'footer-length':
      bytes.writeUInt32LE(Math.floor(other * 2 ** (value % 32)), bytes.length - 8)
      return bytes
    case 'cut':
      return bytes.subarray(0, at(4, bytes.length, where))
    case 'hole': {
      const from = at(4, footer, where)
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + value)])
    }
    case 'pages':
      bytes[at(4, footer, where)] = value
      return bytes
    case 'swapped': {
      const size = value * 2
      const [a, b] = [at(4, footer - size, where), at(4, footer - size, other)]
      const kept = Buffer.from(bytes.subarray(a, a + size))
      bytes.copy(bytes, a, b, b + size)
      kept.copy(bytes, b)
      return bytes
    }
    case 'zeros':
      return bytes.fill(0, at(4, footer, where), at(4, footer, where) + value)
  }
}

function overwrite(bytes: Buffer, at: number, values: readonly number[]): Buffer {
  values.forEach((value, i) => (bytes[at + i] = value))
  return bytes
}
