/** What the desktop offers the screens besides the core: a folder to read, a place to save, a link to open. */
import type { BrowserWindow, Dialog } from 'electron'
import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { z } from 'zod'
import type { Core } from '../core/create-core.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ChosenFolder, HostCapabilities } from '../shared/contract/host.ts'
import { READABLE_FILES } from '../shared/contract/host.ts'
import { openExternal } from './security/open-external.ts'
import { writeAtomically } from '../hosting/write-file.ts'

/** The part of the host's capabilities that the main process serves; the rest the preload knows by itself. */
export type ServedCapabilities = Pick<
  HostCapabilities,
  'chooseFolder' | 'chooseFiles' | 'saveFile' | 'openLink'
>

export interface CapabilityParts {
  core: Pick<Core, 'grantFolder' | 'grantFiles'>
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  /** Folder that the save dialog starts in. */
  downloadsDir: () => string
  words: (key: 'chooseFolder' | 'chooseFiles' | 'chooseFilesFolder' | 'saveFile') => string
}

const fileToSave = z.strictObject({
  fileName: z.string().min(1).max(200),
  mime: z.string().max(200),
  base64: z.base64(),
})

/**
 * Name to offer in the save dialog: the last part of what the page asked for, without what some system forbids in
 * names, so that a page can neither choose a folder nor name a device.
 */
export function safeFileName(asked: string): string {
  const name = basename(asked.replaceAll('\\', '/'))
    .replace(/[\p{Cc}<>:"|?*]/gu, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (name === '') return 'science-cities'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `_${name}` : name
}

export function createCapabilities(window: BrowserWindow, parts: CapabilityParts): ServedCapabilities {
  return {
    async chooseFolder() {
      const title = parts.words('chooseFolder')
      const chosen = await parts.dialog.showOpenDialog(window, { title, properties: ['openDirectory'] })
      const path = chosen.canceled ? undefined : chosen.filePaths[0]
      return path === undefined ? null : parts.core.grantFolder(path)
    },
    async chooseFiles(what) {
      const folder = parseWhat(what) === 'folder'
      const chosen = await parts.dialog.showOpenDialog(window, {
        title: parts.words(folder ? 'chooseFilesFolder' : 'chooseFiles'),
        properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
      })
      const [first] = chosen.filePaths
      if (chosen.canceled || first === undefined) return null
      return folder ? grantReadable(first, parts.core) : parts.core.grantFiles(chosen.filePaths)
    },
    async saveFile(file) {
      const { fileName, base64 } = parseFile(file)
      const name = safeFileName(fileName)
      const extension = extname(name).slice(1)
      const chosen = await parts.dialog.showSaveDialog(window, {
        title: parts.words('saveFile'),
        defaultPath: join(parts.downloadsDir(), name),
        filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
      })
      if (chosen.canceled || !chosen.filePath) return null
      await save(chosen.filePath, Buffer.from(base64, 'base64'))
      return { savedAs: basename(chosen.filePath) }
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
  if (files.length === 0) throw unreadable(name, 'no file of a known ending')
  return { ...(await core.grantFiles(files)), name }
}

const unreadable = (file: string, reason: string) =>
  new AppError('file-unreadable', `${file}: ${reason}`, { values: { file, reason } })

function parseWhat(what: unknown): 'files' | 'folder' {
  if (what === 'files' || what === 'folder') return what
  throw new AppError('input-invalid', 'files or folder is expected')
}

function parseFile(file: unknown): z.infer<typeof fileToSave> {
  const parsed = fileToSave.safeParse(file)
  if (!parsed.success) throw new AppError('input-invalid', z.prettifyError(parsed.error))
  return parsed.data
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, bytes)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const full = code === 'ENOSPC' || code === 'EDQUOT'
    throw new AppError(full ? 'disk-full' : 'internal', `cannot write ${basename(path)}: ${code}`)
  }
}
