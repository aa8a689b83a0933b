/** `BrowserWindow`: its page is shown by the test in Chromium; options, place and calls are kept for the test to read. */
import type { BrowserWindowConstructorOptions, WebContents, WindowOpenHandlerResponse } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app, isReady } from './app.ts'
import { preloadScript } from './preload-host.ts'
import { PreventableEvent, plain, record, test, world } from './world.ts'

type Rectangle = Electron.Rectangle

/** What the test needs to show a window's page. */
export interface Opening {
  window: number
  address: string
  /** Runs before any other script of the page. */
  script: string
}

let lastId = 0
const windows: StandInWindow[] = []

/** A page that has gone meanwhile hears no more, which is nobody's fault. */
function tell(name: string, given: unknown): void {
  test.ask(name, given).catch(() => {})
}

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

export class StandInContents extends EventEmitter {
  readonly id: number
  #openHandler: OpenHandler | null = null

  constructor(id: number) {
    super()
    this.id = id
  }

  /** Throws, as Electron does, for what cannot be cloned. */
  send: WebContents['send'] = (channel, ...given) => {
    tell('deliver', { window: this.id, channel, given: structuredClone(given) })
  }

  setWindowOpenHandler: WebContents['setWindowOpenHandler'] = (handler) => {
    this.#openHandler = handler as OpenHandler
  }

  setWebRTCIPHandlingPolicy: WebContents['setWebRTCIPHandlingPolicy'] = (policy) =>
    record('webContents.setWebRTCIPHandlingPolicy', this.id, policy)

  reload: WebContents['reload'] = () => {
    record('webContents.reload', this.id)
    tell('reload', this.id)
  }

  /** No printer is here. */
  print: WebContents['print'] = (options, told) => {
    record('webContents.print', this.id, options)
    told?.(false, 'No printers available on the network')
  }

  /** Electron opens a window unless told otherwise. */
  opens(url: string): boolean {
    return this.#openHandler === null || this.#openHandler({ url }).action === 'allow'
  }
}

/** Rejects as Electron does where the world says so. */
async function loaded(address: string): Promise<void> {
  const broken = (code: string) => Object.assign(new Error(`${code} loading '${address}'`), { code })
  if (world.loads === 'aborted') throw broken('ERR_ABORTED')
  if (world.loads === 'well') return
  await new Promise((done) => app.once('before-quit', done))
  throw broken('ERR_FAILED')
}

export class StandInWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents = new StandInContents(this.id)
  readonly options: BrowserWindowConstructorOptions
  #bounds: Rectangle
  #maximised = false
  #minimised = false
  #destroyed = false
  #background: string
  visible: boolean
  focused = false
  /** Whether the user saw it before its page was there. */
  shownBlank = false
  url = ''

  static getAllWindows = (): StandInWindow[] => windows.filter((window) => !window.isDestroyed())
  static getFocusedWindow = (): StandInWindow | null =>
    StandInWindow.getAllWindows().find(({ focused }) => focused) ?? null
  static fromWebContents = (contents: unknown): StandInWindow | null =>
    StandInWindow.getAllWindows().find((window) => window.webContents === contents) ?? null

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#background = options.backgroundColor ?? '#FFF'
    this.visible = options.show !== false
    windows.push(this)
    app.emit('web-contents-created', new PreventableEvent(), this.webContents)
    app.emit('browser-window-created', new PreventableEvent(), this)
  }

  async loadURL(address: string): Promise<void> {
    this.url = address
    this.shownBlank = this.visible
    const path = this.options.webPreferences?.preload
    const preload = path === undefined ? '' : readFileSync(path, 'utf8')
    const script = preloadScript({ preload, platform: process.platform })
    await test.ask('open', { window: this.id, address, script } satisfies Opening)
    if (world.loads === 'aborted') this.emit('ready-to-show') // of the other page
    await loaded(address)
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }

  getBounds = (): Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Rectangle => ({ ...this.#bounds })
  setBounds = (bounds: Partial<Rectangle>): void => {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.emit('resize')
    this.emit('move')
  }

  isMaximized = (): boolean => this.#maximised
  /** Shows the window too, as Electron's does. */
  maximize = (): void => {
    this.visible = true
    this.#setMaximised(true)
  }
  unmaximize = (): void => this.#setMaximised(false)
  isMinimized = (): boolean => this.#minimised
  minimize = (): void => void (this.#minimised = true)
  restore = (): void => void (this.#minimised = false)
  isDestroyed = (): boolean => this.#destroyed
  show = (): void => void (this.visible = true)
  focus = (): void => void (this.focused = true)
  setBackgroundColor = (colour: string): void => void (this.#background = colour)

  /** As the user closes it; false where a listener kept it open. */
  close(): boolean {
    const event = new PreventableEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#destroyed = true
    tell('closed', this.id)
    this.emit('closed')
    return true
  }

  get seen() {
    const { id, url, visible, focused, shownBlank } = this
    return {
      id,
      url,
      visible,
      focused,
      shownBlank,
      options: plain(this.options) as BrowserWindowConstructorOptions,
      bounds: this.#bounds,
      maximised: this.#maximised,
      minimised: this.#minimised,
      background: this.#background,
      destroyed: this.#destroyed,
    }
  }

  #setMaximised(now: boolean): void {
    this.#maximised = now
    this.emit(now ? 'maximize' : 'unmaximize')
  }
}

export type SeenWindow = StandInWindow['seen']

/** Closes every window; false where one stayed. */
export function closeWindows(): boolean {
  return StandInWindow.getAllWindows().every((window) => window.close())
}

export function windowOf(id: number): StandInWindow {
  const window = windows.find((one) => one.id === id)
  if (!window) throw new Error(`no window ${id}`)
  return window
}

test.answer('windows', () => windows.map((window) => window.seen))

type Act = 'close' | 'minimize' | 'maximize' | 'unmaximize'
test.answer('window-act', ({ window, act }: { window: number; act: Act }) => {
  windowOf(window)[act]()
  if (act === 'close' && StandInWindow.getAllWindows().length === 0 && !app.quitting)
    app.emit('window-all-closed')
})
test.answer('window-bounds', ({ window, bounds }: { window: number; bounds: Partial<Rectangle> }) =>
  windowOf(window).setBounds(bounds),
)

/** Emits an event that a listener may prevent, as Electron does before a navigation; true where it was prevented. */
test.answer(
  'contents-event',
  ({ window, name, details }: { window: number; name: string; details: object }) => {
    const event = Object.assign(new PreventableEvent(), details)
    windowOf(window).webContents.emit(name, event, details)
    return event.defaultPrevented
  },
)
test.answer('screen-gone', ({ window, reason }: { window: number; reason: string }) =>
  windowOf(window).webContents.emit('render-process-gone', new PreventableEvent(), { reason, exitCode: 1 }),
)
test.answer('window-open', ({ window, url }: { window: number; url: string }) =>
  windowOf(window).webContents.opens(url),
)
