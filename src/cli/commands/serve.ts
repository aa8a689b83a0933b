import type { Command } from 'commander'
import { screensDir } from '../../core/app-info.ts'
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
  const host = await startWebHost({ core, screensDir, port })
  const to = at === undefined ? '' : `&to=${encodeURIComponent(at)}`
  const address = `${host.openUrl}${to}`
  io.stdout(`${address}\n`)
  tell(say(lang, 'open'))
  if (open && !(await openInBrowser(address))) tell(say(lang, 'browserNot'))
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  tell(say(lang, 'finishing'))
  await end() // before the host removes the files that a command may be reading
  await host.close()
}
