/** `npm run serve`: the app for a browser on this machine. Prints the one-time address on stdout. */
import { parseArgs } from 'node:util'
import { buildIfStale } from './support/build.ts'
import { closeOnSignal, startLoopback } from './support/loopback.ts'
import { openBrowser } from './support/open-browser.ts'

const USAGE = 'usage: npm run -s serve -- [--port N] [--open] [--data-dir DIR]'

function readArgs() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
        'data-dir': { type: 'string' },
      },
    })
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65535) throw new Error(`not a port: ${values.port}`)
    return { port, open: values.open, dataDir: values['data-dir'] }
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}

/** It may have been somebody else. */
function onRefused(why: 'used' | 'expired'): void {
  const time = new Date().toLocaleTimeString('sv')
  const what = why === 'used' ? 'opened a second time' : 'opened after its two minutes'
  console.error(`${time}: the one-time address was ${what}, and refused. Start the app again for another.`)
}

const { port, open, dataDir } = readArgs()
await buildIfStale('screens')
try {
  const { host, close } = await startLoopback({
    port,
    ...(dataDir === undefined ? {} : { dataDir }),
    onRefused,
  })
  closeOnSignal(close)
  console.log(host.openUrl)
  console.error('This address opens Science Cities once, in one browser, within two minutes. Ctrl+C ends it.')
  if (open && !(await openBrowser(host.openUrl, dataDir)))
    console.error('No browser could be opened: open the address yourself.')
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is taken: choose another with --port.` : error)
  process.exit(1)
}
