/**
 * The bridge between a page and the app: named functions, nothing of Electron itself. Bundled into one CommonJS
 * file, as a sandboxed preload must be.
 */
import type { IpcRendererEvent } from 'electron'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { version } from '../../package.json'
import type { Result } from '../shared/contract/errors.ts'
import type {
  ChosenFolder,
  DesktopBridge,
  DroppedFile,
  HostCapabilities,
  SavedFile,
} from '../shared/contract/host.ts'
import { READABLE_FILES } from '../shared/contract/host.ts'
import { watchAppearance } from './appearance.ts'
import { CHANNELS } from './channels.ts'

const PLATFORMS = ['darwin', 'win32', 'linux'] as const
const platform: HostCapabilities['platform'] = PLATFORMS.find((name) => name === process.platform) ?? 'other'

/** Hands on what main sends, without the event, through which a page could reach `ipcRenderer`. */
function listen(channel: string, listener: (payload: unknown) => void): () => void {
  const onMessage = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
  ipcRenderer.on(channel, onMessage)
  return () => {
    ipcRenderer.removeListener(channel, onMessage)
  }
}

/** Only an error's message survives the bridge, so the code stands first in it: `disk-full: cannot write …`. */
async function ask<T>(channel: string, given?: unknown): Promise<T> {
  const result = (await ipcRenderer.invoke(channel, given)) as Result<T>
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Where dropped files lie: of a `File` that a page made itself the system knows no place. Of folders what importers read. */
const droppedPaths = (dropped: readonly DroppedFile[]): string[] =>
  dropped
    .filter(({ path }) => !path.includes('/') || READABLE_FILES.test(path))
    .map(({ file }) => webUtils.getPathForFile(file as File))

const bridge = {
  call: (name: string, input: unknown) => ipcRenderer.invoke(CHANNELS.call, name, input) as Promise<unknown>,
  subscribe: (listener) => listen(CHANNELS.event, listener),
  onCommand: (listener) => listen(CHANNELS.command, listener),
  host: {
    kind: 'desktop',
    platform,
    appVersion: version,
    chooseFolder: () => ask(CHANNELS.chooseFolder),
    chooseFiles: (what) =>
      ipcRenderer.invoke(CHANNELS.chooseFiles, what) as Promise<Result<ChosenFolder | null>>,
    takeFiles: (dropped) =>
      ipcRenderer.invoke(CHANNELS.takeFiles, droppedPaths(dropped)) as Promise<Result<ChosenFolder>>,
    releaseFiles: async () => {}, // nothing was copied
    saveFile: (request) =>
      ipcRenderer.invoke(CHANNELS.saveFile, request) as Promise<Result<SavedFile | null>>,
    openLink: async (url) => {
      await ask(CHANNELS.openLink, url)
    },
  },
} satisfies DesktopBridge

contextBridge.exposeInMainWorld('scienceCities', bridge)
watchAppearance((shown) => void ipcRenderer.invoke(CHANNELS.appearance, shown))
