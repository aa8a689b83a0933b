/** `npm run dev`: the app while it is being changed. In Electron with hot reload, else in the browser, built again on each change. */
import { appRoot } from '../src/core/app-info.ts'
import { build } from './support/build.ts'
import { electronBinary } from './support/electron.ts'
import { closeOnSignal, startLoopback } from './support/loopback.ts'
import { hasDisplay, openBrowser } from './support/open-browser.ts'

if (electronBinary() && hasDisplay() && process.env['SCIENCE_CITIES_NO_ELECTRON'] !== '1') {
  const { createServer } = await import('electron-vite')
  await createServer({ root: appRoot }, { rendererOnly: false })
} else {
  console.error(
    'No desktop window here: the screens are built again on each change, reload the page to see them.',
  )
  await build('screens', { watch: true })
  const { host, close } = await startLoopback()
  closeOnSignal(close)
  console.log(host.openUrl)
  await openBrowser(host.openUrl)
}
