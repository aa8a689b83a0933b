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
import { handedOver } from '../shared/domain/plan-folder.ts'
import { watchAppearance } from './appearance.ts'
import { CHANNELS } from './channels.ts'

const PLATFORMS = ['darwin', 'win32', 'linux'] as const
const platform: HostCapabilities['platform'] = PLATFORMS.find((name) => name === process.platform) ?? 'other'

type Listen = (listener: (payload: unknown) => void) => () => void

/**
 * Hands on what main sends, without the event, through which a page could reach `ipcRenderer`. One listener of Electron's
 * for all of the page's: every query of a view listens, and Electron warns of more than ten.
 */
function handOn(channel: string): Listen {
  const listeners = new Map<symbol, (payload: unknown) => void>()
  ipcRenderer.on(channel, (_event: IpcRendererEvent, payload: unknown) => {
    for (const listener of [...listeners.values()]) listener(payload)
  })
  return (listener) => {
    const key = Symbol(channel)
    listeners.set(key, listener)
    return () => void listeners.delete(key)
  }
}

/** Only an error's message survives the bridge, so the code stands first in it: `disk-full: cannot write …`. */
async function ask<T>(channel: string, given?: unknown): Promise<T> {
  const result = (await ipcRenderer.invoke(channel, given)) as Result<T>
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Where dropped files lie: of a `File` that a page made itself the system knows no place. Of folders what `handedOver` takes. */
const droppedPaths = (dropped: readonly DroppedFile[]): string[] =>
  handedOver(dropped).map(({ file }) => webUtils.getPathForFile(file as File))

const bridge = {
  call: (name: string, input: unknown) => ipcRenderer.invoke(CHANNELS.call, name, input) as Promise<unknown>,
  subscribe: handOn(CHANNELS.event),
  onCommand: handOn(CHANNELS.command),
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
