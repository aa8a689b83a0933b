/**
 * Nobody but its owner reads what lies in the data folder: folders are made 0700 and files 0600, whatever the umask says.
 * Windows has no such modes; there the folder's own access list holds.
 */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Permissions of a file of the data folder, for whoever opens one to be written. */
export const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700
const OF_OTHERS = 0o077
/** Of a folder that everybody may write into, as `/tmp`: never a data folder. */
const STICKY = 0o1000

/** Folder of what only passes through (`datasets/temporary.ts`). */
export const TEMPORARY_FOLDER = 'temporary'
/** Folders of a data folder whose files are ours, and the one that Chromium fills. */
const OWN_FOLDERS: readonly string[] = ['datasets', 'first-screens', TEMPORARY_FOLDER]
const SHELL_FOLDER = 'shell'

/**
 * Makes a folder and those above it that are missing, for their owner unless a mode is given. Step by step: Node's own
 * `recursive` never ends where a system says that a folder is missing and will not have it made, as in `/proc`.
 * @throws the system's error where one cannot be made
 */
export function makeFolder(path: string, mode = PRIVATE_FOLDER): void {
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return // a file in the way is told when what stands below it is made
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    makeFolder(dirname(path), mode)
    mkdirSync(path, { mode })
  }
}

/**
 * An empty file where there is none, for those who open it by name and know no modes, as SQLite. One that is there is not
 * even opened: a system that locks files for processes lets go of all locks when the process closes any handle on the file.
 * @throws the system's error where it cannot be made or may not be written
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    accessSync(path, constants.W_OK)
  }
}

/** A file that is not there yet, or is written anew. */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { mode: PRIVATE_FILE })
}

/** All bytes, however few the system takes at a time. */
export function writeWholly(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
}

/**
 * Takes from others what an earlier version, a copy or another umask left them of a data folder. The folder itself is
 * closed too where all in it is of this app: one that holds other things (a home, say) keeps its mode. What cannot be
 * changed (of another owner) stays.
 */
export function closeToOthers(dataDir: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'win32') return
  const entries = entriesOf(dataDir)
  if (!entries.some(({ name }) => OWN_FOLDERS.includes(name))) return
  if (entries.every(isOwn) && tighten(dataDir))
    for (const entry of entries) if (entry.isFile()) tighten(join(dataDir, entry.name))
  for (const entry of entries) {
    if (entry.name === SHELL_FOLDER) tighten(join(dataDir, entry.name))
    if (OWN_FOLDERS.includes(entry.name)) closeFolder(join(dataDir, entry.name))
  }
}

type Entry = ReturnType<typeof entriesOf>[number]

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // none yet, or not to be read: then nothing of it is shown either
  }
}

const isOwn = (entry: Entry): boolean =>
  OWN_FOLDERS.includes(entry.name) ||
  entry.name === SHELL_FOLDER ||
  entry.name.startsWith('.') ||
  (entry.isFile() && /\.(json|html|part)$/.test(entry.name))

/** Its files, and what lies in folders that were open: what is in a closed one nobody reaches. */
function closeFolder(folder: string): void {
  tighten(folder)
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && tighten(path)) closeFolder(path)
    else if (entry.isFile()) tighten(path)
  }
}

/** @returns whether others had any right of it */
function tighten(path: string): boolean {
  try {
    const { mode } = statSync(path)
    if ((mode & OF_OTHERS) === 0 || (mode & STICKY) !== 0) return false
    chmodSync(path, mode & 0o7777 & ~OF_OTHERS)
    return true
  } catch {
    return false // gone meanwhile, or of another owner
  }
}
