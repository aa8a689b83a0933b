/**
 * What stands beside a dataset's file and goes where it goes: its folders (`<id>.layouts`, `<id>.report`). They are small;
 * an id holds no point, so that no folder of another dataset begins with `<id>.`.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressOn, requestOn } from '../../../shared/address/on-dataset.ts'
import { drop } from '../../kept/drop.ts'
import { makeFolder, writePrivateFile } from '../../kept/private.ts'
import { datasetPath, datasetsDir, flush } from '../files.ts'

export interface Companion {
  /** `report/report.json`: the folder without the dataset's id, and the file. */
  name: string
  bytes: Buffer
}

/** Folders of what can be made again at any time. */
const CACHES = ['stability']

/** Whether the user has made it, or what was made for the user cannot be made again. */
export const isKept = ({ name }: Companion): boolean => !CACHES.some((cache) => name.startsWith(`${cache}/`))

/** Names that may be written: one folder, one file, nothing that leads elsewhere. */
export const COMPANION_NAME = /^[a-z][a-z-]{0,30}\/[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/

function foldersOf(dataDir: string, id: string): string[] {
  const dir = datasetsDir(dataDir)
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(`${id}.`))
    .map((entry) => entry.name)
    .sort()
}

/** Parts that a crash left and whatever else is not ours are left where they are. */
export function readCompanions(dataDir: string, id: string): Companion[] {
  return foldersOf(dataDir, id).flatMap((folder) =>
    readdirSync(join(datasetsDir(dataDir), folder))
      .sort()
      .flatMap((file): Companion[] => {
        const name = `${folder.slice(id.length + 1)}/${file}`
        const path = join(datasetsDir(dataDir), folder, file)
        if (file.endsWith('.part') || !COMPANION_NAME.test(name) || !statSync(path).isFile()) return []
        return [{ name, bytes: readFileSync(path) }]
      }),
  )
}

/**
 * Writes them where they can be taken from. @param folderFor path for each folder, which is not there yet
 * @returns the folders by their names without the dataset's id
 * @throws the system's error; nothing is left then
 */
export function prepareCompanions(
  companions: readonly Companion[],
  folderFor: (name: string) => string,
): Map<string, string> {
  const folders = new Map<string, string>()
  try {
    for (const { name, bytes } of companions) {
      const [folder = '', file = ''] = name.split('/')
      const path = folders.get(folder) ?? folderFor(folder)
      folders.set(folder, path)
      makeFolder(path)
      writePrivateFile(join(path, file), bytes)
      flush(join(path, file))
    }
    return folders
  } catch (error) {
    for (const path of folders.values()) drop(path)
    throw error
  }
}

/**
 * Puts prepared folders beside the dataset, file by file, so that each is the old one or the new one whatever happens; what
 * has no successor stays. @returns the paths of those placed @throws the system's error
 */
export function addCompanions(
  dataDir: string,
  id: string,
  folders: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const placed = new Set<string>()
  for (const [name, path] of folders) {
    const target = join(datasetsDir(dataDir), `${id}.${name}`)
    makeFolder(target)
    for (const file of readdirSync(path)) {
      renameSync(join(path, file), join(target, file))
      placed.add(join(target, file))
    }
    drop(path)
  }
  return placed
}

/** The same in place of those that stand there: those that have no successor go last. @throws the system's error */
export function placeCompanions(dataDir: string, id: string, folders: ReadonlyMap<string, string>): void {
  const placed = addCompanions(dataDir, id, folders)
  for (const folder of foldersOf(dataDir, id)) {
    const path = join(datasetsDir(dataDir), folder)
    if (!folders.has(folder.slice(id.length + 1))) drop(path)
    else for (const file of readdirSync(path)) if (!placed.has(join(path, file))) drop(join(path, file))
  }
}

/** Part of the name under which a folder waits for its place beside a dataset. @param file number of the dataset's file in its file system */
export const successorOf = (file: number, folder: string): string => `_${file}_${folder}`
const SUCCESSOR = /[/\\]\.([a-z0-9-]+)\.\d+\.[0-9a-z]+_(\d+)_([a-z_]+)\.building$/

/** Puts what a folder of that name holds in its place where it is of the file that stands there, and nothing was saved since. */
export function finishCompanions(dataDir: string, left: string): void {
  const [, id = '', file, named = ''] = SUCCESSOR.exec(left) ?? []
  if (String(statSync(datasetPath(dataDir, id), { throwIfNoEntry: false })?.ino) !== file) return
  const folder = named.replaceAll('_', '-')
  try {
    for (const each of readdirSync(left)) {
      const here = join(datasetsDir(dataDir), `${id}.${folder}`, each)
      const saved = statSync(here, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (saved > statSync(join(left, each)).mtimeMs) drop(join(left, each))
    }
    addCompanions(dataDir, id, new Map([[folder, left]]))
  } catch {
    // stays as it is
  }
}

/** With the dataset goes what was kept of it. */
export function removeCompanions(dataDir: string, id: string): void {
  for (const folder of foldersOf(dataDir, id)) {
    rmSync(join(datasetsDir(dataDir), folder), { recursive: true, force: true })
  }
}

/** The same companions under another id: the pages of a report name the dataset that they are made from. */
export function companionsOn(companions: readonly Companion[], from: string, to: string): Companion[] {
  if (from === to) return [...companions]
  return companions.map((each) =>
    each.name === 'report/report.json' ? { ...each, bytes: reportOn(each.bytes, from, to) } : each,
  )
}

/** One that cannot be read goes along as it is, and counts as damaged there too. */
function reportOn(bytes: Buffer, from: string, to: string): Buffer {
  try {
    const report = requestOn(JSON.parse(bytes.toString('utf8')), from, to) as {
      content?: { pages?: { view?: unknown }[] }
    }
    for (const page of report.content?.pages ?? []) {
      if (typeof page.view === 'string') page.view = addressOn(page.view, to)
    }
    return Buffer.from(`${JSON.stringify(report, null, 1)}\n`)
  } catch {
    return bytes
  }
}
