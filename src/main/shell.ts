/** The running app: one core, one window, one menu, and what each tells the others. Built by hand in `index.ts`. */
import type { IpcMainInvokeEvent } from 'electron'
import { BrowserWindow, Menu, app, clipboard, dialog, shell } from 'electron'
import { join } from 'node:path'
import { release } from 'node:os'
import { appRoot, appVersion, resourcesDir } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import type { Visitor } from '../shared/address/first-screen.ts'
import type { Query } from '../shared/address/query.ts'
import { readShared } from '../shared/address/query.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { MenuCommand } from '../shared/contract/host.ts'
import type { OutputOf } from '../shared/contract/index.ts'
import type { Language } from '../shared/domain/language.ts'
import { languageOf } from '../shared/domain/language.ts'
import { CHANNELS } from '../preload/channels.ts'
import type { Appearance } from './appearance.ts'
import type { ServedCapabilities } from './capabilities.ts'
import { createCapabilities } from './capabilities.ts'
import { report, watchScreen } from './failures.ts'
import { menuTemplate } from './menu.ts'
import type { WindowState } from './window-state.ts'
import { readWindowState, writeWindowState } from './window-state.ts'
import { openWindow, showAgain, surfaceOf } from './window.ts'
import { WORDS } from './words.ts'

export interface ShellParts {
  core: Core
  dataDir: string
  address: string
}

export class DesktopShell {
  readonly #parts: ShellParts
  readonly #statePath: string
  #state: WindowState

  constructor(parts: ShellParts) {
    this.#parts = parts
    this.#statePath = join(parts.dataDir, 'window.json')
    this.#state = readWindowState(this.#statePath)
  }

  /** What the screens were last seen to speak; before that, the system's language. */
  get language(): Language {
    return this.#state.language ?? systemLanguage()
  }

  /** Whom a page is drawn for: by its address, else as the screens were last seen. */
  visitorOf = (query: Query): Visitor => {
    const { lang, theme } = readShared(query)
    return {
      language: lang ?? this.language,
      theme: theme ?? this.#state.theme ?? 'light',
      isApple: process.platform === 'darwin',
    }
  }

  async open(): Promise<void> {
    this.#placeMenu()
    await openWindow({
      state: this.#state,
      preload: join(appRoot, 'out', 'preload', 'index.cjs'),
      icon: join(resourcesDir, 'icon.png'),
      address: this.#parts.address,
      onPlaced: (placed) => this.#keep(placed),
      onOpened: (opened) => watchScreen(opened, () => this.language),
    })
  }

  /** Brings the window back, or opens one where none is left (macOS). */
  show(): void {
    const [window] = BrowserWindow.getAllWindows()
    if (window) showAgain(window)
    else this.open().catch((error: unknown) => report('cannot open a window', error))
  }

  /** Tells every page what the core said unasked. */
  forwardEvents(): void {
    this.#parts.core.subscribe((event) => broadcast(CHANNELS.event, event))
  }

  capabilitiesFor = (event: IpcMainInvokeEvent): ServedCapabilities => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window === null) throw new AppError('forbidden', 'the window is gone')
    return createCapabilities(window, {
      core: this.#parts.core,
      dialog,
      downloadsDir: () => app.getPath('downloads'),
      words: (key) => WORDS[this.language].menu[key],
    })
  }

  /** The menu speaks the page's language, and the window takes its colour, now and at the next start. */
  onAppearance = (event: IpcMainInvokeEvent, shown: Appearance): void => {
    const before = this.language
    this.#keep({
      language: shown.language ?? this.#state.language,
      theme: shown.theme ?? this.#state.theme,
    })
    BrowserWindow.fromWebContents(event.sender)?.setBackgroundColor(surfaceOf(this.#state.theme))
    if (this.language !== before) this.#placeMenu()
  }

  #keep(change: Partial<WindowState>): void {
    this.#state = { ...this.#state, ...change }
    try {
      writeWindowState(this.#statePath, this.#state)
    } catch (error) {
      report('cannot keep the window’s place', error) // a full disk must not stop the app from closing
    }
  }

  /** By the system's own dialog, which says itself where there is no printer. */
  #print(): void {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    window?.webContents.print({}, (done, reason) => {
      if (!done && reason !== CALLED_OFF) report('cannot print', reason)
    })
  }

  #placeMenu(): void {
    const template = menuTemplate({
      language: this.language,
      platform: process.platform,
      developer: !app.isPackaged,
      send: (command: MenuCommand) => broadcast(CHANNELS.command, command),
      openDatasetsFolder: () => void openDatasetsFolder(this.#parts.core),
      copyVersion: () => clipboard.writeText(versionText()),
      print: () => this.#print(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}

/** Chromium's word for a dialog that was closed without printing. */
const CALLED_OFF = 'Print job canceled'

/** Known when the app is ready. */
export const systemLanguage = (): Language => languageOf(app.getLocale()) ?? 'en'

function broadcast(channel: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload)
}

async function openDatasetsFolder(core: Core): Promise<void> {
  const listed = await core.call('datasets.list', {})
  const problem = listed.ok
    ? await shell.openPath((listed.value as OutputOf<'datasets.list'>).dataDir)
    : listed.error.message
  if (problem) report('cannot open the datasets folder', problem)
}

/** What a report of an error should carry. */
export function versionText(): string {
  const { electron, chrome, node } = process.versions
  const system = `${process.platform} ${release()} ${process.arch}`
  return `Science Cities ${appVersion}\nElectron ${electron}, Chromium ${chrome}, Node ${node}\n${system}`
}
