/** What the desktop offers the screens besides the core: a folder to read, a place to save, a link to open. */
import type { BrowserWindow, Dialog } from 'electron'
import { readdir } from 'node:fs/promises'
import { basename, extname, isAbsolute, join } from 'node:path'
import type { Core } from '../core/create-core.ts'
import { AppError } from '../shared/contract/errors.ts'
import { folderEmpty } from '../shared/contract/folder-empty.ts'
import type { ChosenFolder, HostCapabilities, ToChoose } from '../shared/contract/host.ts'
import { READABLE_FILES } from '../shared/contract/host.ts'
import { openExternal } from './security/open-external.ts'
import { makeFile } from '../hosting/save-request.ts'
import { asWriteError, forgetMade, handOver } from '../hosting/write-file.ts'

/** The part of the host's capabilities that the main process serves; the rest the preload knows by itself. */
export type ServedCapabilities = Pick<
  HostCapabilities,
  'chooseFolder' | 'chooseFiles' | 'saveFile' | 'openLink'
> & {
  /** Files that were dropped on the page, by the paths that the preload learned from the system. */
  takePaths(paths: unknown): Promise<ChosenFolder>
}

export interface CapabilityParts {
  core: Pick<Core, 'call' | 'grantFolder' | 'grantFiles'>
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  /** Folder that the save dialog starts in. */
  downloadsDir: () => string
  words: (key: 'chooseFolder' | 'chooseFiles' | 'chooseFilesFolder' | 'choosePlan' | 'saveFile') => string
}

const TITLES = {
  files: 'chooseFiles',
  folder: 'chooseFilesFolder',
  plan: 'choosePlan',
} as const satisfies Record<ToChoose, string>

export function createCapabilities(window: BrowserWindow, parts: CapabilityParts): ServedCapabilities {
  return {
    async chooseFolder() {
      const title = parts.words('chooseFolder')
      const chosen = await parts.dialog.showOpenDialog(window, { title, properties: ['openDirectory'] })
      const path = chosen.canceled ? undefined : chosen.filePaths[0]
      return path === undefined ? null : parts.core.grantFolder(path)
    },
    // By name, as the browser's host has them: no system's dialog tells them in an order that means something.
    async chooseFiles(what) {
      const asked = parseWhat(what)
      const chosen = await parts.dialog.showOpenDialog(window, {
        title: parts.words(TITLES[asked]),
        properties: asked === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      })
      const [first] = chosen.filePaths
      if (chosen.canceled || first === undefined) return null
      return asked === 'folder'
        ? grantReadable(first, parts.core)
        : parts.core.grantFiles(chosen.filePaths.toSorted())
    },
    takePaths: (paths) => parts.core.grantFiles(parsePaths(paths).toSorted()),
    async saveFile(request) {
      const file = await makeFile(parts.core, request)
      const { fileName, backedUp } = file
      const extension = extname(fileName).slice(1)
      const chosen = await parts.dialog.showSaveDialog(window, {
        title: parts.words('saveFile'),
        defaultPath: join(parts.downloadsDir(), fileName),
        filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
      })
      if (chosen.canceled || !chosen.filePath) {
        await forgetMade(file)
        return null
      }
      const path = chosen.filePath
      await handOver(path, file).catch((error: unknown) => {
        throw asWriteError(error, path)
      })
      return { savedAs: basename(path), ...(backedUp && { backedUp }) }
    },
    openLink: openExternal,
  }
}

/** The files of a folder, and of those inside it, that importers can read. @throws AppError file-unreadable where there is none. */
async function grantReadable(folder: string, core: Pick<Core, 'grantFiles'>): Promise<ChosenFolder> {
  const name = basename(folder)
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: Error) => {
    throw unreadable(name, (error as NodeJS.ErrnoException).code ?? error.message)
  })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && READABLE_FILES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) throw folderEmpty(name)
  return { ...(await core.grantFiles(files)), name }
}

const unreadable = (file: string, reason: string) =>
  new AppError('file-unreadable', `${file}: ${reason}`, { values: { file, reason } })

function parseWhat(what: unknown): ToChoose {
  if (typeof what === 'string' && Object.hasOwn(TITLES, what)) return what as ToChoose
  throw new AppError('input-invalid', 'files, folder or plan is expected')
}

const MOST_DROPPED = 5000

/** @throws AppError file-unreadable where nothing that lies on a disk was dropped */
function parsePaths(paths: unknown): string[] {
  const known = Array.isArray(paths)
    ? paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path))
    : []
  if (known.length === 0 || known.length > MOST_DROPPED) throw unreadable('', 'no file that lies on a disk')
  return known
}
