import { fstatSync, readSync } from 'node:fs'

/** Bytes [from, to) of a file. */
export interface ByteRange {
  from: number
  to: number
}

const STEP = 64 * 1024

/** Cuts a file of lines into at most `parts` ranges of about one size, each ending after a newline; none is empty. */
export function splitAtLines(fd: number, parts: number): ByteRange[] {
  const { size } = fstatSync(fd)
  const ranges: ByteRange[] = []
  let from = 0
  for (let part = 1; part <= parts && from < size; part++) {
    const to =
      part === parts ? size : afterNewline(fd, Math.max(from, Math.floor((size * part) / parts)), size)
    ranges.push({ from, to })
    from = to
  }
  return ranges
}

/** Behind the first newline at or after `at`; the end of the file if none follows. */
function afterNewline(fd: number, at: number, size: number): number {
  const bytes = Buffer.alloc(STEP)
  for (;;) {
    const count = readSync(fd, bytes, 0, STEP, at)
    if (count === 0) return size
    const found = bytes.subarray(0, count).indexOf(0x0a)
    if (found >= 0) return at + found + 1
    at += count
  }
}
