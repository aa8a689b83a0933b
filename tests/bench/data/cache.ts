/** Files that benchmarks read: made once, kept in the system's folder for temporary files, and found there again. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const benchFolder = join(tmpdir(), 'science-cities-bench-data')
const PIECE = 1 << 22

/** Writes lines in large pieces. */
export class LineFile {
  bytes = 0
  private readonly fd: number
  private parts: string[] = []
  private size = 0

  constructor(path: string) {
    this.fd = openSync(path, 'w')
  }

  /** @param text lines with their ends */
  write(text: string): void {
    this.parts.push(text)
    this.size += text.length
    if (this.size >= PIECE) this.flush()
  }

  close(): void {
    this.flush()
    closeSync(this.fd)
  }

  private flush(): void {
    const bytes = Buffer.from(this.parts.join(''))
    for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at)
    this.bytes += bytes.length
    this.parts = []
    this.size = 0
  }
}

/** The path of a file; made by `fill` where it is not there. A broken run leaves no half of it under its name. */
export function cached(name: string, fill: (file: LineFile) => void): string {
  const path = join(benchFolder, name)
  if (existsSync(path)) return path
  mkdirSync(benchFolder, { recursive: true })
  const unfinished = `${path}.${process.pid}`
  const file = new LineFile(unfinished)
  try {
    fill(file)
    file.close()
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
  return path
}
