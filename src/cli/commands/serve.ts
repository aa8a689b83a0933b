import type { Command } from 'commander'
import { screensDir } from '../../core/app-info.ts'
import { makeOpeningPage } from '../../web/opening-page.ts'
import { startWebHost } from '../../web/server.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { wholeNumber } from '../options.ts'
import { openInBrowser } from '../open-browser.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'

interface ServeOptions extends CommonOptions {
  port: number
  open?: boolean
}

export function addServe(program: Command, run: Runner): void {
  program
    .command('serve')
    .description('the app for a browser on this machine; prints its one-time address')
    .option('--port <n>', 'port (default: a free one)', wholeNumber(0, 65535), 0)
    .option('--open', 'open it in the default browser')
    .action(run<ServeOptions>((session, { port, open = false }) => serveUntilEnd(session, { port, open })))
}

/** Serves the screens until the program is told to end. @param at - address of the view to open in a browser */
export async function serveUntilEnd(
  { core, io, tell, end, options: { lang } }: Session,
  { port = 0, open, at }: { port?: number; open: boolean; at?: string },
): Promise<void> {
  // Said whatever --quiet says: somebody else may know the address.
  const onRefused = (why: 'used' | 'expired') =>
    io.stderr(`${say(lang, `openRefused.${why}`, { time: new Date().toLocaleTimeString('sv') })}\n`)
  const host = await startWebHost({ core, screensDir, port, onRefused })
  core.checkInIdle()
  const to = at === undefined ? '' : `&to=${encodeURIComponent(at)}`
  const address = `${host.openUrl}${to}`
  io.stdout(`${address}\n`)
  tell(say(lang, 'open'))
  const stopListening = io.onEnter?.(() => io.stdout(`${host.newOpenUrl()}${to}\n`))
  if (stopListening) tell(say(lang, 'openAnother'))
  const page = open ? makeOpeningPage(core.dataDir, address) : null
  if (page && (await openInBrowser(page.path))) tell(say(lang, 'openPage', { file: page.path }))
  else if (open) tell(say(lang, 'browserNot'))
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  tell(say(lang, 'finishing'))
  stopListening?.()
  page?.remove()
  await end() // before the host removes the files that a command may be reading
  await host.close()
}
