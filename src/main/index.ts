/** The desktop app's entry: settings that must precede readiness, then the shell, then an orderly end. */
import { app, ipcMain, protocol, session } from 'electron'
import { join } from 'node:path'
import { appVersion, resourcesDir, screensDir } from '../core/app-info.ts'
import { makeFolder } from '../core/kept/private.ts'
import { createCore } from '../core/create-core.ts'
import { AppError } from '../shared/contract/errors.ts'
import { START_ADDRESS, devServerAddress, ownOrigins } from './address.ts'
import { failStart, report, startFailed, watchFailures } from './failures.ts'
import { registerIpc } from './ipc.ts'
import { dataDirFrom } from './options.ts'
import { declareScheme, serveScheme } from './protocol.ts'
import { lockNavigation } from './security/navigation.ts'
import { isOpenable, openExternal } from './security/open-external.ts'
import { denyPermissions } from './security/permissions.ts'
import { blockOutsideRequests } from './security/requests.ts'
import { closeWaysOut, denyWebRtc } from './security/ways-out.ts'
import { DesktopShell, systemLanguage } from './shell.ts'

/** The core closes sooner; a core that cannot must not keep the app from ending. */
const CLOSE_WITHIN_MS = 2000

const devServer = devServerAddress(app.isPackaged, process.env)
const origins = ownOrigins(devServer)
const dataDir = dataDirFrom(process.argv.slice(1), process.env, process.cwd())

// As root only a start with `--no-sandbox` runs, and asking for the sandbox takes that switch away. Windows ask for it
// in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme(protocol)
// Chromium's own files and the lock of the single instance belong to the data folder: two instances can run on two
// folders, never on one.
const profile = join(dataDir, 'shell')
try {
  makeFolder(profile)
  app.setPath('userData', profile)
  if (app.requestSingleInstanceLock()) start()
  else app.quit()
} catch (error) {
  failStart(systemLanguage, dataDir, error)
}

function start(): void {
  const core = createCore({ dataDir, resourcesDir, appVersion })
  const desktop = new DesktopShell({ core, dataDir, address: devServer ?? START_ADDRESS })
  watchFailures(() => desktop.language)
  lockNavigation(app, origins, leave)
  denyWebRtc(app)
  endOrderly(() => core.close())

  app.on('second-instance', () => desktop.show())
  app.on('activate', () => desktop.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  const fail = (error: unknown) => failStart(() => desktop.language, dataDir, error)
  core.checkInIdle()
  void core.ready.then((result) => {
    if (!result.ok) fail(AppError.fromData(result.error))
  })
  app
    .whenReady()
    .then(async () => {
      const { capabilitiesFor, onAppearance, visitorOf } = desktop
      serveScheme(protocol, { core, screensDir, visitorOf })
      denyPermissions(session.defaultSession, origins)
      blockOutsideRequests(session.defaultSession, origins)
      await closeWaysOut(session.defaultSession, devServer)
      registerIpc({ ipcMain, origins, core, capabilitiesFor, onAppearance, report })
      desktop.forwardEvents()
      if (!startFailed()) await desktop.open()
    })
    .catch(fail)
}

/** A link that a page followed instead of asking for it: opened outside where it is listed, else dropped. */
function leave(address: string): void {
  if (!isOpenable(address)) return report('navigation refused', address)
  openExternal(address).catch((error: unknown) => report('cannot open a link', error))
}

/** Quitting waits until the core has cancelled running work and closed its files, but not for ever. */
function endOrderly(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const late = new Promise<void>((done) => setTimeout(done, CLOSE_WITHIN_MS).unref())
    void Promise.race([close(), late])
      .catch((error: unknown) => report('the core did not close', error))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
