/**
 * How large an import will become, from the sizes of its files: told before it begins, and refused where it cannot end.
 * Rates are those of measured imports; what is told is right within a factor of two.
 */
import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import type { ImportSize, IndexOptions } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { DetectedFile } from '../kinds/kind.ts'
import { parsingThreads } from '../parse/parser-pool.ts'
import { duplicatesMemory, MOST_RECORDS } from '../settle/duplicates.ts'
import type { Packing } from '../text/open-bytes.ts'
import { isParquet, parquetHead } from '../text/read-parquet.ts'

/** What a file of articles comes to. */
export interface FileWeight {
  records: number
  /** Bytes as they are read. */
  unpacked: number
  /** Rows of a table are gathered on disk, article by article. */
  gathered: number
}

/** Bytes unpacked of one packed, of works as OpenAlex writes them: gzip measured 4.9 to 6.2, Zstandard 5.6 to 7.7. */
const UNPACKED: Readonly<Record<Packing, number>> = { gzip: 5.5, zip: 5.5, zstd: 6.5, none: 1 }
/** Columns of numbers and words pack each other better than lines. */
const PARQUET_UNPACKED = 4
/** Of a record of which no sample tells more. */
const USUAL_RECORD = 5000
/** Of a table with a row for each affiliation of an author. */
const USUAL_ROW = 150
const ROWS_AN_ARTICLE = 4

/** Bytes of an article in the dataset. */
const STORED = { numbers: 95, words: 240 }
/** Of the program itself, with what a thread holds. */
const BASE_MEMORY = 300e6
/** A second of a thread. */
const BYTES_A_SECOND = 120e6
const RECORDS_A_SECOND = 40_000

/** So long nobody minds to wait. */
const LARGE_SECONDS = 60
const LARGE_DATASET = 1e9
/** Only what is too large by more than this is refused: an estimate may be off by as much. */
const MARGIN = 2

export async function weightOf(file: DetectedFile): Promise<FileWeight> {
  const { path, bytes, packing, form, members, sample, sampledBytes } = file
  if (members) return { records: members.length, unpacked: bytes, gathered: 0 }
  const isTable = form === 'table'
  if (form === 'parquet' || (isTable && (await isParquet(path)))) {
    const { rows } = await parquetHead(path)
    const unpacked = bytes * PARQUET_UNPACKED
    return isTable
      ? { records: rows / ROWS_AN_ARTICLE, unpacked, gathered: unpacked }
      : { records: rows, unpacked, gathered: 0 }
  }
  const unpacked = bytes * UNPACKED[packing]
  if (isTable) return { records: unpacked / (USUAL_ROW * ROWS_AN_ARTICLE), unpacked, gathered: unpacked }
  const perRecord = sample.length > 0 ? sampledBytes / sample.length : USUAL_RECORD
  return { records: unpacked / perRecord, unpacked, gathered: 0 }
}

/** The machine and what it has left. */
export interface Room {
  /** Bytes free where datasets are; null where the file system does not say. */
  free: number | null
  memory: number
  threads: number
}

export function roomOf(dataDir: string): Room {
  let free: number | null = null
  try {
    const { bavail, bsize } = statfsSync(dataDir)
    free = bavail * bsize
  } catch {
    // Where nothing is told, the writing tells.
  }
  return { free, memory: totalmem(), threads: parsingThreads(Infinity) }
}

/** @param before records of the index to which files are added */
export function importSize(
  weights: readonly FileWeight[],
  { keepWords }: Pick<IndexOptions, 'keepWords'>,
  { free, memory, threads }: Room,
  before = 0,
): ImportSize {
  const sum = (of: keyof FileWeight) => weights.reduce((total, weight) => total + weight[of], 0)
  const records = Math.round(sum('records')) + before
  const dataset = records * (STORED.numbers + (keepWords ? STORED.words : 0))
  const needed = { disk: dataset + sum('gathered'), memory: BASE_MEMORY + duplicatesMemory(records) }
  const reading = Math.max(sum('unpacked') / BYTES_A_SECOND, sum('records') / RECORDS_A_SECOND)
  const seconds = reading / threads
  // A small import that fills a small disk ends within seconds, and says so then.
  const disk = needed.disk > LARGE_DATASET ? (free ?? Infinity) : Infinity
  const most = { records: MOST_RECORDS, disk, memory }
  const past = (by: number) =>
    (['records', 'disk', 'memory'] as const).find((what) => ({ records, ...needed })[what] > by * most[what])
  return {
    records,
    dataset,
    disk: needed.disk,
    memory: needed.memory,
    seconds,
    free,
    machine: memory,
    isLarge: seconds > LARGE_SECONDS || needed.disk > LARGE_DATASET || past(1) !== undefined,
    tight: past(1) ?? null,
    lacks: past(MARGIN) ?? null,
  }
}

const gigabytes = (bytes: number) => Math.ceil(bytes / 1e9)
const millions = (count: number) => Math.round(count / 1e6)

/** @throws AppError import-records, import-disk, import-memory where the import could not end */
export function assertCanEnd({ lacks, records, disk, memory, free, machine }: ImportSize): void {
  if (lacks === null) return
  const values = {
    records: { records: millions(records), most: millions(MOST_RECORDS) },
    disk: { needed: gigabytes(disk), free: gigabytes(free ?? 0) },
    memory: { needed: gigabytes(memory), memory: gigabytes(machine) },
  }[lacks]
  throw new AppError(`import-${lacks}`, `the files are too large for an import: ${lacks}`, { values })
}
