/** The journeys' host on the stand-in for Electron: main, preload and screens as built, the window a page of Chromium. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenedApp, StartApp } from '../e2e/support/app.ts'
import type { DesktopOpened } from '../electron/saved.ts'
import { nextFile } from '../electron/saved.ts'
import type { Desk } from './stand-in/desk.ts'
import { APP_ORIGIN, startDesk } from './stand-in/desk.ts'
import { toStandIn } from './stand-in/pages.ts'

const start: StartApp = async ({ dataDir }) => {
  let running: Desk | null = null
  const end = async () => {
    await running?.quit()
    running = null
  }
  return {
    async open(context): Promise<OpenedApp & DesktopOpened> {
      await end()
      await rm(join(dataDir, 'window.json'), { force: true })
      const desk = await startDesk({ dataDir, context })
      running = desk
      const dialog = {
        answer: (path: string) => desk.choose(path),
        async offered() {
          const [options] = (await desk.callsOf('dialog.showSaveDialog')).at(-1) ?? []
          return (options as { defaultPath: string }).defaultPath
        },
      }
      return {
        page: desk.page(),
        url: (path) => toStandIn(APP_ORIGIN + path),
        nextFile: (act) => nextFile(dialog, act),
      }
    },
    close: end,
  }
}

export default start
