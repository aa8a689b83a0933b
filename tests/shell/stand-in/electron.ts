/**
 * The `electron` module for tests, as far as the app uses it. A function that it lacks fails the app's import or
 * call, so it cannot fall behind unnoticed.
 *
 * What it cannot show, because only the real binary has it: native menus and dialogs, the isolation of the preload's
 * world from the page's, the sandbox of processes, fuses, loading from the archive, signing.
 */
export { app } from './app.ts'
export { Menu, clipboard, dialog, nativeTheme, screen, shell } from './desktop.ts'
export { ipcMain, protocol, session } from './traffic.ts'
export { StandInWindow as BrowserWindow } from './windows.ts'
import type { Worker } from 'node:worker_threads'
import { test } from './world.ts'

export type Stray = 'throw' | 'reject' | 'thread'

const versions = { ...process.versions, electron: '0.0.0-stand-in', chrome: '0.0.0' }
Object.defineProperty(process, 'versions', { value: versions })

const threads: Worker[] = []
process.on('worker', (thread) => threads.push(thread))

/** Lets the test make stray errors, as a fault anywhere in the main process would. */
test.answer('stray', (kind: Stray) => {
  // A message that no thread expects ends it, as a fault of its own would.
  if (kind === 'thread') return threads.forEach((thread) => thread.postMessage(null))
  setImmediate(() => {
    if (kind === 'throw') throw new Error('stray error of the test')
    void Promise.reject(new Error('stray rejection of the test'))
  })
})
