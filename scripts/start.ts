/** `npm start`: the desktop window; without Electron's binary or a display, the same app in the browser. */
import { buildIfStale } from './support/build.ts'
import { obtainElectron, runElectron } from './support/electron.ts'
import { serveBuilt } from './support/built-host.ts'
import { closeOnSignal } from './support/loopback.ts'
import { hasDisplay, openBrowser } from './support/open-browser.ts'

/** A window that ends in failure sooner than this never stood: a library is missing, say. */
const STILLBORN_MS = 10_000

/** Runs the desktop window. Returns why there was none; ends the process where there was one. */
async function tryDesktop(): Promise<string> {
  if (process.env['SCIENCE_CITIES_NO_ELECTRON'] === '1') return 'The desktop window is switched off'
  if (!hasDisplay()) return 'This machine has no display for a desktop window'
  const binary = await obtainElectron()
  if (!binary) return "Electron's binary is missing and could not be fetched"
  const { code, durationMs } = await runElectron(binary)
  if (code === 0 || durationMs > STILLBORN_MS) process.exit(code)
  return `Electron could not show a window (exit code ${code})`
}

await buildIfStale('app')
const reason = await tryDesktop()
// Its failures it tells itself; what else it says is said below.
const host = await serveBuilt({ args: ['--quiet'], stdin: 'inherit', stderr: 'inherit' }).catch(() =>
  process.exit(1),
)
closeOnSignal(() => host.close())
host.process.once('exit', (code) => process.exit(code ?? 1))
console.error(`${reason}: the app is served to a browser of this machine instead.`)
console.log(host.openUrl)
host.process.stdout?.pipe(process.stdout) // further addresses
const opened = await openBrowser(host.openUrl)
console.error(
  opened
    ? 'It opens in the browser; where no page appears, open this address yourself. Enter gives another, Ctrl+C ends the app.'
    : 'Open this address in a browser; it works once, for two minutes; Enter gives another. Ctrl+C ends the app.',
)
