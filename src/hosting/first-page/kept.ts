/**
 * First screens as they were drawn, kept in the data folder by a hash of all that they are drawn from: a later start asks
 * for the same one, and need not load what draws it. They can be thrown away at any time.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { firstScreensDir } from '../../core/datasets/files.ts'
import { makeFolder } from '../../core/kept/private.ts'
import { writeAtomicallySync } from '../write-file.ts'

/** For so many addresses, languages and themes. */
const MOST_KEPT = 12

interface Drawn {
  /** Digest of the answers that `rest` shows. */
  answers: string
  /** What may go out before the core has answered; null where `rest` is the whole. */
  frame: string | null
  rest: string
}

const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

export class KeptScreens {
  readonly #folder: string
  readonly #drawer: string

  /** @param drawer the file of what draws: another one draws otherwise */
  constructor(dataDir: string, drawer: string) {
    this.#folder = firstScreensDir(dataDir)
    const { size, mtimeMs } = statSync(drawer)
    this.#drawer = `${size}/${mtimeMs}`
  }

  /** Of one address and visitor. */
  of(asked: unknown): KeptScreen {
    return new KeptScreen(this.#folder, digestOf([this.#drawer, asked]))
  }
}

export class KeptScreen {
  readonly #folder: string
  readonly #path: string

  constructor(folder: string, key: string) {
    this.#folder = folder
    this.#path = join(folder, `${key}.json`)
  }

  static digest(answers: unknown): string {
    return digestOf(answers)
  }

  /** Null where none is kept, or it cannot be read. */
  read(): Drawn | null {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Drawn
    } catch {
      return null
    }
  }

  /** Whole or not at all; a folder that cannot be written keeps none. */
  write(drawn: Drawn): void {
    try {
      makeFolder(this.#folder)
      writeAtomicallySync(this.#path, JSON.stringify(drawn))
      this.#prune()
    } catch {
      // drawn again at the next start
    }
  }

  /** The oldest go. */
  #prune(): void {
    const files = readdirSync(this.#folder).map((name) => join(this.#folder, name))
    if (files.length <= MOST_KEPT) return
    const aged = files.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time)
    for (const { path } of aged.slice(MOST_KEPT)) rmSync(path, { force: true })
  }
}
