/**
 * What is kept in a folder beside a dataset's file, which is written once and swapped: small answers of JSON, by a key of
 * all that they were made from. Files are written whole or not at all; one that cannot be read is as good as none. The
 * folder goes with the dataset.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, writePrivateFile } from '../kept/private.ts'
import { datasetPath, datasetsDir } from './files.ts'

/** One kind of file in a dataset's folder `<dataset>.<folder>`. */
export interface Shelf {
  dataDir: string
  dataset: string
  folder: string
  kind: string
  /** So many are kept; those not written for longest go first. */
  most: number
}

let written = 0

export function shelfDir({
  dataDir,
  dataset,
  folder,
}: Pick<Shelf, 'dataDir' | 'dataset' | 'folder'>): string {
  return join(datasetsDir(dataDir), `${dataset}.${folder}`)
}

/** What stands under the key; null where nothing is kept or the file is damaged. */
export function readKept(shelf: Shelf, key: string): unknown {
  try {
    const text = readFileSync(fileOf(shelf, key), 'utf8')
    const cut = text.indexOf('\n')
    const body = text.slice(cut + 1)
    return text.slice(0, cut) === digest(key + body) ? JSON.parse(body) : null
  } catch {
    return null
  }
}

/** @throws the system's error where the folder cannot be written. */
export function writeKept(shelf: Shelf, key: string, value: unknown): void {
  // A dataset removed meanwhile leaves nothing behind.
  if (!existsSync(datasetPath(shelf.dataDir, shelf.dataset))) return
  const file = fileOf(shelf, key)
  const body = JSON.stringify(value)
  makeFolder(shelfDir(shelf))
  // Threads of one process share its id, so the time and a count tell their files apart.
  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}.${written++}.part`
  writePrivateFile(temporary, `${digest(key + body)}\n${body}`)
  renameSync(temporary, file)
  forgetOldest(shelf)
}

export function forgetKept(shelf: Shelf, key: string): void {
  rmSync(fileOf(shelf, key), { force: true })
}

function fileOf(shelf: Shelf, key: string): string {
  return join(shelfDir(shelf), `${shelf.kind}-${digest(key)}.json`)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function forgetOldest(shelf: Shelf): void {
  const dir = shelfDir(shelf)
  const files = readdirSync(dir).filter((name) => name.startsWith(`${shelf.kind}-`) || name.endsWith('.part'))
  const aged = files.flatMap((name) => {
    const path = join(dir, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat ? [{ path, at: stat.mtimeMs, part: name.endsWith('.part') }] : []
  })
  const whole = aged.filter(({ part }) => !part).sort((a, b) => b.at - a.at)
  const abandoned = aged.filter(({ part, at }) => part && Date.now() - at > 60_000)
  for (const { path } of [...whole.slice(shelf.most), ...abandoned]) rmSync(path, { force: true })
}
