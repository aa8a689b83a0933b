/** `app`: readiness, paths, the lock of the single instance, and the order of events at the end. */
import type { App } from 'electron'
import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PreventableEvent, realPlatform, record, test, world } from './world.ts'
import { closeWindows } from './windows.ts'

let ready = false
export const isReady = (): boolean => ready

type Same<K extends keyof App> = Pick<App, K>

class StandInApp extends EventEmitter {
  readonly isPackaged = world.packaged
  readonly #paths = new Map([
    ['userData', join(tmpdir(), 'stand-in-unset')],
    ['downloads', world.downloads],
  ])
  #quitting = false

  enableSandbox: App['enableSandbox'] = () => {
    if (ready) throw new Error('app.enableSandbox can only be called before the app is ready')
    record('app.enableSandbox')
  }

  readonly commandLine = { hasSwitch: (name: string) => process.argv.includes(`--${name}`) }

  getLocale: App['getLocale'] = () => (ready ? world.locale : '')

  getPath: App['getPath'] = (name) => {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`the stand-in knows no path ${name}`)
    return path
  }

  setPath: App['setPath'] = (name, path) => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`)
    this.#paths.set(name, path)
  }

  /** As on real systems, one holder for each `userData`; a second start wakes the first. */
  requestSingleInstanceLock: App['requestSingleInstanceLock'] = () => {
    const address = lockAddress(this.getPath('userData'))
    const pidFile = join(this.getPath('userData'), 'lock.pid')
    if (isHeld(pidFile)) {
      const wake = connect(address)
      wake.on('connect', () => wake.end())
      wake.on('error', (error) => record('app.lock-error', error.message))
      return false
    }
    rmSync(address, { force: true }) // left by a process that was killed
    const second = () =>
      this.emit('second-instance', new PreventableEvent(), process.argv, process.cwd(), null)
    createServer(second).listen(address).unref()
    writeFileSync(pidFile, String(process.pid))
    process.on('exit', () => rmSync(pidFile, { force: true }))
    return true
  }

  whenReady: App['whenReady'] = () =>
    ready ? Promise.resolve() : new Promise((done) => this.once('ready', () => done()))

  quit: App['quit'] = () => {
    record('app.quit')
    if (!this.#quitting) {
      this.#quitting = true
      const before = new PreventableEvent()
      this.emit('before-quit', before)
      if (before.defaultPrevented || !closeWindows()) {
        this.#quitting = false
        return
      }
    }
    setImmediate(() => {
      const event = new PreventableEvent()
      this.emit('will-quit', event)
      if (!event.defaultPrevented) this.exit(0)
    })
  }

  get quitting(): boolean {
    return this.#quitting
  }

  exit: App['exit'] = (code = 0) => {
    this.emit('quit', new PreventableEvent(), code)
    // The record must reach the test before the process is gone.
    void test.ask('exiting', code).finally(() => process.exit(code))
  }
}

/** Whether the process that wrote its id there still lives. */
function isHeld(pidFile: string): boolean {
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8')), 0)
  } catch {
    return false
  }
}

/** In the profile, so that it goes with the test's folder; Windows has pipes by name instead. */
function lockAddress(profile: string): string {
  if (realPlatform !== 'win32') return join(profile, 'lock')
  const name = createHash('sha256').update(profile).digest('hex').slice(0, 16)
  return `\\\\.\\pipe\\stand-in-${name}`
}

export const app = new StandInApp()
app satisfies Same<
  'isPackaged' | 'enableSandbox' | 'getLocale' | 'getPath' | 'setPath' | 'whenReady' | 'quit' | 'exit'
>

// Electron is ready only after the main module has run to its end.
setTimeout(() => {
  ready = true
  app.emit('ready')
}, 0)

test.answer('app-event', (name: string) => app.emit(name, new PreventableEvent()))
test.answer('quit', () => app.quit())
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => app.quit())
