import type { Command } from 'commander'
import { screensDir } from '../../core/app-info.ts'
import { startWebHost } from '../../web/server.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { wholeNumber } from '../options.ts'
import { openInBrowser } from '../open-browser.ts'
import type { Runner } from '../runner.ts'

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
    .action(
      run<ServeOptions>(async ({ core, io, tell, end }, options) => {
        const host = await startWebHost({ core, screensDir, port: options.port })
        io.stdout(`${host.openUrl}\n`)
        tell(say(options.lang, 'open'))
        if (options.open && !(await openInBrowser(host.openUrl))) tell(say(options.lang, 'browserNot'))
        await new Promise<void>((done) => {
          process.once('SIGINT', () => done())
          process.once('SIGTERM', () => done())
        })
        tell(say(options.lang, 'finishing'))
        await end() // before the host removes the files that a command may be reading
        await host.close()
      }),
    )
}
