/** The journeys' host on real Electron: the built app in its own window, a new one for each test. */
import type { ElectronApplication } from '@playwright/test'
import { _electron } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { electronBinary } from '../../scripts/support/electron.ts'
import type { OpenedApp, StartApp } from '../e2e/support/app.ts'
import type { DesktopOpened } from './saved.ts'
import { nextFile } from './saved.ts'

const root = join(import.meta.dirname, '..', '..')

async function launch(dataDir: string): Promise<ElectronApplication> {
  const executablePath = electronBinary(root)
  if (!executablePath) throw new Error('no Electron binary')
  // Chromium has no sandbox for root; everyone else keeps it.
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...unsandboxed, root, `--data-dir=${dataDir}`, '--lang=en-GB']
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
  return _electron.launch({ executablePath, args, env: env as Record<string, string> })
}

/** Answers save dialogs in the main process, where no test can click. */
const saveDialogOf = (app: ElectronApplication) => ({
  answer: (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => {
        Object.assign(globalThis, { offeredPath: options.defaultPath ?? '' })
        return { canceled: false, filePath }
      }) as unknown as typeof dialog.showSaveDialog
    }, path),
  offered: () =>
    app.evaluate(() => String(Object.getOwnPropertyDescriptor(globalThis, 'offeredPath')?.value)),
})

const start: StartApp = async ({ dataDir }) => {
  let running: ElectronApplication | null = null
  const end = async () => {
    await running?.close()
    running = null
  }
  return {
    async open(): Promise<OpenedApp & DesktopOpened> {
      await end()
      // Each test meets a window that nobody has used: Chromium's profile and the kept state go, the datasets stay.
      await rm(join(dataDir, 'shell'), { recursive: true, force: true })
      await rm(join(dataDir, 'window.json'), { force: true })
      const app = await launch(dataDir)
      running = app
      const page = await app.firstWindow()
      await page.waitForLoadState()
      return {
        page,
        url: (path) => `app://science-cities${path}`,
        nextFile: (act) => nextFile(saveDialogOf(app), act),
      }
    },
    close: end,
  }
}

export default start
