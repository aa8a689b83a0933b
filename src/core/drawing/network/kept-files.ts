/**
 * What is kept of a dataset's networks, in a folder beside its file, which is written once and swapped: pins, one file a
 * network, and coordinates, which can be computed again. Files are written whole or not at all; one that cannot be read
 * is as good as none. The folder goes with the dataset; pins outlive its next version.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { datasetPath, datasetsDir } from '../../datasets/files.ts'

/** Files of one kind that are kept; those not written for longest go first. */
const MOST = { pins: 500, positions: 60 } as const
export type KeptKind = keyof typeof MOST

let written = 0

export function keptDir(dataDir: string, dataset: string): string {
  return join(datasetsDir(dataDir), `${dataset}.layouts`)
}

/** What stands under the key; null where nothing is kept or the file is damaged. */
export function readKept(dataDir: string, dataset: string, kind: KeptKind, key: string): unknown {
  try {
    const text = readFileSync(fileOf(dataDir, dataset, kind, key), 'utf8')
    const cut = text.indexOf('\n')
    const body = text.slice(cut + 1)
    return text.slice(0, cut) === digest(key + body) ? JSON.parse(body) : null
  } catch {
    return null
  }
}

/** @throws the system's error where the folder cannot be written. */
export function writeKept(
  dataDir: string,
  dataset: string,
  kind: KeptKind,
  key: string,
  value: unknown,
): void {
  // A dataset removed meanwhile leaves nothing behind.
  if (!existsSync(datasetPath(dataDir, dataset))) return
  const file = fileOf(dataDir, dataset, kind, key)
  const body = JSON.stringify(value)
  mkdirSync(keptDir(dataDir, dataset), { recursive: true })
  // Threads of one process share its id, so the time and a count tell their files apart.
  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}.${written++}.part`
  writeFileSync(temporary, `${digest(key + body)}\n${body}`)
  renameSync(temporary, file)
  forgetOldest(dataDir, dataset, kind)
}

export function forgetKept(dataDir: string, dataset: string, kind: KeptKind, key: string): void {
  rmSync(fileOf(dataDir, dataset, kind, key), { force: true })
}

function fileOf(dataDir: string, dataset: string, kind: KeptKind, key: string): string {
  return join(keptDir(dataDir, dataset), `${kind}-${digest(key)}.json`)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function forgetOldest(dataDir: string, dataset: string, kind: KeptKind): void {
  const dir = keptDir(dataDir, dataset)
  const files = readdirSync(dir).filter((name) => name.startsWith(`${kind}-`) || name.endsWith('.part'))
  const aged = files.flatMap((name) => {
    const path = join(dir, name)
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat ? [{ path, at: stat.mtimeMs, part: name.endsWith('.part') }] : []
  })
  const whole = aged.filter(({ part }) => !part).sort((a, b) => b.at - a.at)
  const abandoned = aged.filter(({ part, at }) => part && Date.now() - at > 60_000)
  for (const { path } of [...whole.slice(MOST[kind]), ...abandoned]) rmSync(path, { force: true })
}
