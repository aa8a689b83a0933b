/** The built app behind the loopback host, in a process of its own as a user starts it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Served } from '../../../scripts/support/built-host.ts'
import { BUILT, serveBuilt } from '../../../scripts/support/built-host.ts'
import type { StartApp } from './app.ts'

const script = join(import.meta.dirname, '..', '..', '..', 'scripts', 'serve.ts')

/** Starts the built command line's `serve`, or the script where that is not built. */
export const serve = (dataDir: string): Promise<Served> =>
  serveBuilt({ args: ['--data-dir', dataDir], ...(existsSync(BUILT) ? {} : { script: [script] }) })

const start: StartApp = async ({ dataDir }) => {
  const served = await serve(dataDir)
  const { origin } = new URL(served.openUrl)
  // The address works once a run; its cookie then stands for every test of this worker.
  const opened = await fetch(served.openUrl, { redirect: 'manual' })
  const [name = '', value = ''] = opened.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? []
  return {
    async open(context) {
      await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
      return { page: await context.newPage(), url: (path) => origin + path }
    },
    close: () => served.close(),
  }
}

export default start
