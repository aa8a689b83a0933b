/** Core and loopback host together, from source, as `serve`, `start`, the tests and the benchmarks use them. */
import { appVersion, defaultDataDir, resourcesDir, screensDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Core } from '../../src/core/create-core.ts'
import type { WebHost, WebHostOptions } from '../../src/web/server.ts'
import { startWebHost } from '../../src/web/server.ts'

export interface Loopback {
  host: WebHost
  core: Core
  /** Ends the core's threads, then connections. */
  close(): Promise<void>
}

export async function startLoopback(
  options: Pick<WebHostOptions, 'port' | 'onRefused'> & { dataDir?: string } = {},
): Promise<Loopback> {
  const dataDir = options.dataDir ?? defaultDataDir()
  const core = createCore({ dataDir, resourcesDir, appVersion })
  try {
    const host = await startWebHost({ ...options, core, screensDir })
    return {
      host,
      core,
      async close() {
        await core.close() // before the host removes the files that a command may be reading
        await host.close()
      },
    }
  } catch (error) {
    await core.close()
    throw error
  }
}

/** Calls `stop` on the first Ctrl+C or SIGTERM and ends the process; a second one ends it at once. */
export function closeOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
