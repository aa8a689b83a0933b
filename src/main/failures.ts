/** What nobody foresaw: said in words, once, and written to the console; never swallowed. */
import type { BrowserWindow, RenderProcessGoneDetails } from 'electron'
import { app, dialog } from 'electron'
import type { Language } from '../shared/domain/language.ts'
import { translate } from '../shared/i18n/index.ts'

export function report(what: string, error: unknown): void {
  console.error(`science-cities: ${what}:`, error)
}

/** The user's words first, then the error itself for whoever is asked for help. */
function box(language: Language, text: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  dialog.showErrorBox(translate(language, 'menu.failure.title'), `${text}\n\n${detail.slice(0, 2000)}`)
}

/** Shows every kind of stray error once, however often it comes. */
export function watchFailures(language: () => Language): void {
  const shown = new Set<string>()
  const stray = (what: string) => (error: unknown) => {
    report(what, error)
    const kind = String(error)
    if (shown.has(kind)) return
    shown.add(kind)
    box(language(), translate(language(), 'menu.failure.text'), error)
  }
  process.on('uncaughtException', stray('uncaught error'))
  process.on('unhandledRejection', stray('unhandled rejection'))
  // A thread of the core that dies takes its open calls with it; the core starts another, the user is told.
  process.on('worker', (thread) => thread.on('error', stray('thread of the core ended')))
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') report(`process ${details.type} gone`, details.reason)
  })
}

/** The app cannot go on: says why and where its data lie, and ends with code 1. */
export function failStart(language: Language, folder: string, error: unknown): void {
  report('cannot start', error)
  box(language, translate(language, 'menu.failure.start', { folder }), error)
  app.exit(1)
}

/** Offers to load a page again whose process has ended. */
export function watchScreen(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('render-process-gone', (_event, { reason }: RenderProcessGoneDetails) => {
    if (reason === 'clean-exit') return
    report('screen gone', reason)
    const words = (key: string) => translate(language(), `menu.failure.${key}`, { reason })
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
