/** CRC-32 of stretches of a file's pages: enough for faults of a disk, at several gigabytes a second. */
import { closeSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Pages counted from 1, as SQLite counts them. */
export interface Run {
  first: number
  count: number
}

/** What is recorded of some pages of a file. */
export interface PageSums {
  /** Bytes of a page. */
  page: number
  /** Three numbers a stretch: first page, number of pages, CRC-32. */
  runs: number[]
}

/** Pages between two stretches that are read along rather than passed over. */
const PASSED_OVER = 8
const AT_ONCE = 1 << 20

/** Stretches of the pages, in the order of the file; small gaps are covered too. */
export function runsOf(pages: Iterable<number>): Run[] {
  const runs: Run[] = []
  let last: Run | undefined
  for (const page of [...pages].sort((a, b) => a - b)) {
    const gap = last ? page - (last.first + last.count) : Infinity
    if (last && gap <= PASSED_OVER) last.count = Math.max(last.count, page - last.first + 1)
    else runs.push((last = { first: page, count: 1 }))
  }
  return runs
}

/** @throws the system's error; an Error where the file ends before a page does */
export function sumPages(path: string, page: number, runs: readonly Run[]): PageSums {
  return reading(path, (file) => ({
    page,
    runs: runs.flatMap((run) => [run.first, run.count, sumOf(file, page, run) ?? ended(path)]),
  }))
}

/** The first stretch that is not as recorded, null where all are. @throws the system's error where the file cannot be read. */
export function firstChanged(path: string, { page, runs }: PageSums): Run | null {
  return reading(path, (file) => {
    for (let i = 0; i < runs.length; i += 3) {
      const [first = 1, count = 0, sum] = runs.slice(i, i + 3)
      if (sumOf(file, page, { first, count }) !== sum) return { first, count }
    }
    return null
  })
}

const ended = (path: string): never => {
  throw new Error(`${path} ends too early`)
}

function reading<T>(path: string, read: (file: number) => T): T {
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

let buffer: Buffer | null = null

/** Null where the file ends before. */
function sumOf(file: number, page: number, { first, count }: Run): number | null {
  buffer ??= Buffer.allocUnsafeSlow(AT_ONCE)
  let sum = 0
  let at = (first - 1) * page
  for (let left = count * page; left > 0;) {
    const read = readSync(file, buffer, 0, Math.min(left, AT_ONCE), at)
    if (read === 0) return null
    sum = crc32(buffer.subarray(0, read), sum)
    at += read
    left -= read
  }
  return sum
}
