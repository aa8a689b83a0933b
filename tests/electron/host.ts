/** The journeys' host on real Electron: the built app in its own window, a new one for each test. */
import type { ElectronApplication, Page } from '@playwright/test'
import { _electron } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { electronBinary } from '../../scripts/support/electron.ts'
import type { OpenedApp, StartApp } from '../e2e/support/app.ts'
import type { HostWays } from '../e2e/support/host-ways.ts'
import { setHostWays } from '../e2e/support/host-ways.ts'
import { CHANNELS } from '../../src/preload/channels.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import type { Dialogs } from './dialogs.ts'
import { dialogWays } from './dialogs.ts'

const root = join(import.meta.dirname, '..', '..')

async function launch(dataDir: string): Promise<ElectronApplication> {
  const executablePath = electronBinary(root)
  if (!executablePath) throw new Error('no Electron binary')
  // Chromium has no sandbox for root; Playwright takes everyone else's away unless it is asked for.
  const isRoot = process.getuid?.() === 0
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, `--data-dir=${dataDir}`, '--lang=en-GB']
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
  return _electron.launch({
    executablePath,
    args,
    chromiumSandbox: !isRoot,
    env: env as Record<string, string>,
  })
}

/** Answers dialogs in the main process, where no test can click. */
const dialogsOf = (app: ElectronApplication): Dialogs => ({
  answer: (paths) =>
    app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => {
          const offered = /[^/\\]*$/.exec(options.defaultPath ?? '')?.[0] ?? ''
          return { canceled: false, filePath: `${chosen[0]}${offered}` }
        }) as unknown as typeof dialog.showSaveDialog
        dialog.showOpenDialog = (async () => ({
          canceled: false,
          filePaths: chosen,
        })) as unknown as typeof dialog.showOpenDialog
      },
      [...paths],
    ),
})

const TELL = 'tellAnswer'

/** Calls go over IPC, which no page shows: the handler in main tells the page what it answers, and the page the journey. */
function answersOf(app: ElectronApplication, page: Page): HostWays['onAnswer'] {
  const listeners: { method: string; told: (answer: Result<unknown>) => void }[] = []
  let tapped: Promise<void> | null = null
  const tap = async () => {
    await page.exposeFunction(TELL, (method: string, answer: Result<unknown>) => {
      for (const each of listeners) if (each.method === method) each.told(answer)
    })
    await app.evaluate(
      ({ ipcMain }, { channel, tell }) => {
        type Handler = (event: { sender: Electron.WebContents }, ...given: unknown[]) => Promise<unknown>
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
        const handler = handlers.get(channel)
        if (!handler) throw new Error(`nothing answers ${channel}`)
        handlers.set(channel, async (event, ...given) => {
          const answer = await handler(event, ...given)
          const told = `${tell}(${JSON.stringify(given[0])}, ${JSON.stringify(answer)})`
          if (!event.sender.isDestroyed()) void event.sender.executeJavaScript(told).catch(() => {})
          return answer
        })
      },
      { channel: CHANNELS.call, tell: TELL },
    )
  }
  return (method, told) => {
    listeners.push({ method, told })
    return (tapped ??= tap())
  }
}

const start: StartApp = async ({ dataDir }) => {
  let running: ElectronApplication | null = null
  const end = async () => {
    await running?.close()
    running = null
  }
  return {
    async open(): Promise<OpenedApp> {
      await end()
      // Each test meets a window that nobody has used: Chromium's profile and the kept state go, the datasets stay.
      await rm(join(dataDir, 'shell'), { recursive: true, force: true })
      await rm(join(dataDir, 'window.json'), { force: true })
      const app = await launch(dataDir)
      running = app
      const page = await app.firstWindow()
      await page.waitForLoadState()
      setHostWays(page, { ...dialogWays(dialogsOf(app)), onAnswer: answersOf(app, page) })
      return { page, url: (path) => `app://science-cities${path}` }
    },
    close: end,
  }
}

export default start
