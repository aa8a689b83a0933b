/** What nobody foresaw: said in words, once, and written to the console; never swallowed. */
import type { MessageBoxOptions, RenderProcessGoneDetails } from 'electron'
import { app, BrowserWindow, dialog } from 'electron'
import { AppError } from '../shared/contract/errors.ts'
import type { Language } from '../shared/domain/language.ts'
import { fill } from '../shared/i18n/fill.ts'
import type { ShellWords } from './words.ts'
import { WORDS } from './words.ts'

export function report(what: string, error: unknown): void {
  console.error(`science-cities: ${what}:`, error)
}

/** A box is closed with the app that shows it. */
const ending = new AbortController()

/**
 * The user's words first, then the error itself for whoever is asked for help. On the window where there is one.
 * Never `showErrorBox`: while that stands, the main process answers neither pages nor signals.
 */
async function box(language: Language, text: string, error: unknown, until = ending.signal): Promise<void> {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const options: MessageBoxOptions = {
    type: 'error',
    title: WORDS[language].menu.failure.title,
    message: text,
    detail: detail.slice(0, 2000),
    signal: until,
  }
  const [window] = BrowserWindow.getAllWindows()
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}

/** Shows every kind of stray error once, however often it comes, and one box at a time: the console has them all. */
export function watchFailures(language: () => Language): void {
  const shown = new Set<string>()
  let standing = false
  const stray = (what: string) => (error: unknown) => {
    report(what, error)
    const kind = String(error)
    if (standing || shown.has(kind)) return
    shown.add(kind)
    standing = true
    void app
      .whenReady()
      .then(() => box(language(), WORDS[language()].menu.failure.text, error))
      .catch((reason: unknown) => report('cannot show an error', reason))
      .finally(() => (standing = false))
  }
  process.on('uncaughtException', stray('uncaught error'))
  process.on('unhandledRejection', stray('unhandled rejection'))
  // A thread of the core that dies takes its open calls with it; the core starts another, the user is told.
  process.on('worker', (thread) => thread.on('error', stray('thread of the core ended')))
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') report(`process ${details.type} gone`, details.reason)
  })
  app.on('before-quit', () => ending.abort())
}

/** Where nobody is there to close the box of a failed start, the app ends by itself. */
const TOLD_WITHIN_MS = 120_000

let failed = false

/** Whether the start has failed: then no window is to be opened. */
export const startFailed = (): boolean => failed

/**
 * The app cannot go on: says why and where its data lie, and ends with code 1 when that was read, or could not be shown.
 * @param language asked when the app is ready: before, the system's is not known
 */
export function failStart(language: () => Language, folder: string, error: unknown): void {
  report('cannot start', error)
  // Told to end before: what is broken off by that is no failure.
  if (failed || ending.signal.aborted) return
  failed = true
  let ended = false
  const end = () => {
    if (!ended) app.exit(1)
    ended = true
  }
  app.once('will-quit', end) // told to end meanwhile, it still has failed
  if (!hasDisplay()) return end()
  const read = AbortSignal.any([ending.signal, AbortSignal.timeout(TOLD_WITHIN_MS)])
  read.addEventListener('abort', end) // also where the app never becomes ready
  const words = () => whyNot(language(), folder, error)
  void app
    .whenReady()
    .then(() => box(language(), words(), error, read))
    .catch((reason: unknown) => report('cannot show an error', reason))
    .finally(end)
}

function whyNot(language: Language, folder: string, error: unknown): string {
  if (!(error instanceof AppError) || error.code !== 'app-damaged')
    return fill(WORDS[language].menu.failure.start, { folder })
  const { values = {} } = error.details
  const { what, remedy } = WORDS[language].damaged
  return [what, remedy].map((text) => fill(text, values)).join('\n\n')
}

/** Elsewhere than on Linux there always is one. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** Offers to load a page again whose process has ended. */
export function watchScreen(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('render-process-gone', (_event, { reason }: RenderProcessGoneDetails) => {
    if (reason === 'clean-exit') return
    report('screen gone', reason)
    const words = (key: keyof ShellWords['menu']['failure']) =>
      fill(WORDS[language()].menu.failure[key], { reason })
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: words('title'),
        message: words('screen'),
        buttons: [words('reload'), words('quit')],
        cancelId: 1,
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : app.quit()))
  })
}
