/** The journeys' host on the stand-in for Electron: main, preload and screens as built, the window a page of Chromium. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenedApp, StartApp } from '../e2e/support/app.ts'
import { setHostWays } from '../e2e/support/host-ways.ts'
import { dialogWays } from '../electron/dialogs.ts'
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
    async open(context): Promise<OpenedApp> {
      await end()
      await rm(join(dataDir, 'window.json'), { force: true })
      const desk = await startDesk({ dataDir, context })
      running = desk
      const ways = dialogWays({
        answer: ([...paths]) => desk.choose(paths),
      })
      setHostWays(desk.page(), { ...ways, onAnswer: (method, told) => desk.onAnswer(method, told) })
      return { page: desk.page(), url: (path) => toStandIn(APP_ORIGIN + path) }
    },
    close: end,
  }
}

export default start
