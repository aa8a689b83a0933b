/**
 * First screens as they were drawn, kept in the data folder by a hash of all that they are drawn from: a later start asks
 * for the same one, and need not load what draws it. They can be thrown away at any time.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Frames and rests of some addresses, languages and themes. */
const MOST_KEPT = 24

export class KeptScreens {
  readonly #folder: string
  readonly #drawer: string

  /** @param drawer the file of what draws: another one draws otherwise */
  constructor(dataDir: string, drawer: string) {
    this.#folder = join(dataDir, 'first-screens')
    const { size, mtimeMs } = statSync(drawer)
    this.#drawer = `${size}/${mtimeMs}`
  }

  keyOf(...from: unknown[]): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#drawer, ...from]))
      .digest('hex')
  }

  /** Null where none is kept, or it cannot be read. */
  read(key: string): string | null {
    try {
      return readFileSync(this.#pathOf(key), 'utf8')
    } catch {
      return null
    }
  }

  /** Whole or not at all; a folder that cannot be written keeps none. */
  write(key: string, markup: string): void {
    const part = `${this.#pathOf(key)}.${process.pid}.part`
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      writeFileSync(part, markup, { mode: 0o600 })
      renameSync(part, this.#pathOf(key))
      this.#prune()
    } catch {
      rmSync(part, { force: true })
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.html`)
  }

  /** The oldest go. */
  #prune(): void {
    const files = readdirSync(this.#folder).map((name) => join(this.#folder, name))
    if (files.length <= MOST_KEPT) return
    const aged = files.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time)
    for (const { path } of aged.slice(MOST_KEPT)) rmSync(path, { force: true })
  }
}
