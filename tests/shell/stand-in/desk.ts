/**
 * The test's side of the stand-in: starts the built main bundle in a process of its own, shows its windows as pages
 * of Chromium, and gives the test a hand on everything that a page, a user or the system could do to it.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Result } from '../../../src/shared/contract/errors.ts'
import type { Stray } from './electron.ts'
import { Link } from './link.ts'
import { PageShower } from './pages.ts'
import type { Asked, Fetched, Invocation, Sender } from './traffic.ts'
import type { Opening, SeenWindow } from './windows.ts'
import type { Call, World } from './world.ts'

export const projectDir = resolve(import.meta.dirname, '../../..')
const register = join(import.meta.dirname, 'register.ts')
export const APP_ORIGIN = 'app://science-cities'
export const OURS: Sender = { origin: APP_ORIGIN, inside: false }

export interface DeskOptions {
  dataDir: string
  /** Shows pages; without it windows stay blank and only the main process runs. */
  browser?: Browser | null
  /** The same, in a context that the caller made and will close. */
  context?: BrowserContext
  /** Told of each window's page before it loads anything. */
  onPage?: (page: Page) => void
  /** Folder that holds `out/main/index.js`. */
  appDir?: string
  args?: string[]
  env?: NodeJS.ProcessEnv
  world?: Partial<World>
}

const WORLD: World = {
  packaged: true,
  platform: process.platform,
  locale: 'en-GB',
  dark: false,
  boxesStand: false,
  loads: 'well',
  downloads: '/nowhere/downloads',
  displays: [{ id: 1, workArea: { x: 0, y: 25, width: 1920, height: 1055 } }],
}

/** The runtime that the project pins: the test's own may be older than type stripping. */
export function pinnedNode(): string {
  const require = createRequire(import.meta.url)
  return join(
    dirname(require.resolve('node/package.json')),
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
}

export class Desk {
  readonly #child: ChildProcess
  readonly #link: Link
  readonly #pages: PageShower | null
  /** What the process wrote, for the test's failure message and for what must be reported there. */
  output = ''
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>

  constructor(options: DeskOptions) {
    const main = join(options.appDir ?? projectDir, 'out', 'main', 'index.js')
    this.#child = fork(main, [`--data-dir=${options.dataDir}`, ...(options.args ?? [])], {
      execPath: pinnedNode(),
      execArgv: ['--import', register],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...options.env, STAND_IN_WORLD: JSON.stringify({ ...WORLD, ...options.world }) },
    })
    this.#link = new Link(this.#child)
    this.#pages = showerFor(options, this.#link)
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.output += text.toString()))
    }
    this.ended = new Promise((done) => {
      this.#child.once('exit', (code) => {
        this.#link.end(`the app has ended with code ${code}\n${this.output}`)
        done(code)
      })
    })
    this.#answerChild()
  }

  #lastCalls: Call[] | null = null

  #answerChild(): void {
    const link = this.#link
    link.answer('open', (opening: Opening) => this.#pages?.open(opening))
    link.answer('deliver', (message: { window: number; channel: string; given: unknown[] }) => {
      this.delivered.push(message)
      return this.#pages?.deliver(message)
    })
    link.answer('closed', (window: number) => this.#pages?.close(window))
    link.answer('reload', (window: number) => this.#pages?.reload(window))
    link.answer('exiting', async () => {
      this.#lastCalls = await link.ask<Call[]>('calls')
    })
  }

  /** Messages that main sent to pages. */
  readonly delivered: { window: number; channel: string; given: unknown[] }[] = []

  /** Resolves when the first window has shown its page. */
  async opened(): Promise<this> {
    const failed = this.ended.then((code) => {
      throw new Error(`the app ended with code ${code} before it opened a window\n${this.output}`)
    })
    failed.catch(() => {})
    for (;;) {
      const [first] = await Promise.race([this.windows(), failed])
      if (first?.visible) return this
      await new Promise((done) => setTimeout(done, 20))
    }
  }

  /** The page of a window; throws where no browser shows it. */
  page(window = 1): Page {
    const page = this.#pages?.pageOf(window)
    if (!page) throw new Error(`window ${window} is not shown`)
    return page
  }

  /** Pages that a page opened and that the app let live. */
  get popups(): Page[] {
    return this.#pages?.popups ?? []
  }

  /** Tells every answer that a page was given to calls of this method. */
  onAnswer(method: string, told: (answer: Result<unknown>) => void): void {
    this.#pages?.onInvoked((channel, [name], answer) => {
      if (channel === 'core:call' && name === method) told(answer as Result<unknown>)
    })
  }

  windows = (): Promise<SeenWindow[]> => this.#link.ask('windows')
  calls = async (): Promise<Call[]> => this.#lastCalls ?? this.#link.ask<Call[]>('calls')
  callsOf = async (what: string): Promise<unknown[][]> =>
    (await this.calls()).filter((call) => call.what === what).map((call) => call.given)
  channels = (): Promise<string[]> => this.#link.ask('channels')

  /** Sends a message as a page would; by default as ours. */
  invoke(channel: string, given: unknown[], sender: Sender = OURS): Promise<Result<unknown>> {
    return this.#link.ask('invoke', { window: 1, channel, given, sender } satisfies Invocation)
  }
  call = (name: string, input: unknown): Promise<Result<unknown>> => this.invoke('core:call', [name, input])
  fetch = (url: string, method = 'GET'): Promise<Fetched> => this.#link.ask('fetch', { url, method })
  permission = (asked: Asked): Promise<{ request: boolean; check: boolean; device: boolean }> =>
    this.#link.ask('permission', asked)
  requestAllowed = (url: string): Promise<boolean> => this.#link.ask('request-allowed', url)
  /** Whether a download that a page starts goes on. */
  downloadAllowed = (): Promise<boolean> => this.#link.ask('download-allowed')
  /** True where the app prevented it. */
  contentsEvent = (name: string, details: object = {}): Promise<boolean> =>
    this.#link.ask('contents-event', { window: 1, name, details })
  windowOpenAllowed = (url: string): Promise<boolean> => this.#link.ask('window-open', { window: 1, url })
  /** Ends the process that shows the page. */
  goneScreen = (reason: string): Promise<void> => this.#link.ask('screen-gone', { window: 1, reason })
  windowAct = (act: 'close' | 'minimize' | 'maximize' | 'unmaximize', window = 1): Promise<void> =>
    this.#link.ask('window-act', { window, act })
  setBounds = (bounds: object, window = 1): Promise<void> =>
    this.#link.ask('window-bounds', { window, bounds })
  appEvent = (name: string): Promise<void> => this.#link.ask('app-event', name)
  menu = (): Promise<Electron.MenuItemConstructorOptions[]> => this.#link.ask('menu')
  menuClick = (id: string): Promise<void> => this.#link.ask('menu-click', id)
  /** The path, or paths, that the user will choose in the next dialog; null to close it. */
  choose = (path: string | string[] | null): Promise<void> => this.#link.ask('choose', path)
  /** How many message boxes stand. */
  boxes = (): Promise<number> => this.#link.ask('boxes')
  closeBoxes = (): Promise<void> => this.#link.ask('close-boxes')
  signal = (name: NodeJS.Signals): boolean => this.#child.kill(name)
  stray = (kind: Stray): Promise<void> => this.#link.ask('stray', kind)

  /** Quits as the user does and resolves with the exit code. */
  async quit(): Promise<number | null> {
    this.#link.ask('quit').catch(() => {})
    const code = await this.ended
    await this.#pages?.end()
    return code
  }

  /** For the end of a test, however it went. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null) {
      this.#link.abandon()
      this.#child.kill('SIGKILL')
      await this.ended
    }
    await this.#pages?.end()
  }
}

function showerFor({ browser, context, onPage }: DeskOptions, link: Link): PageShower | null {
  if (context) return new PageShower(() => Promise.resolve(context), false, link, onPage)
  const make = browser && (() => browser.newContext({ viewport: { width: 1440, height: 900 } }))
  return make ? new PageShower(make, true, link, onPage) : null
}

/** Starts the app and waits for its window. */
export function startDesk(options: DeskOptions): Promise<Desk> {
  return new Desk(options).opened()
}
