/** The client and the host, given once by main.ts and taken by stores and views. */
import type { App, InjectionKey } from 'vue'
import { inject } from 'vue'
import type { Client } from '../../../shared/contract/client.ts'
import type { HostCapabilities } from '../../../shared/contract/host.ts'
import type { Connection } from './index.ts'

const key: InjectionKey<Connection> = Symbol('connection')

export function provideConnection(app: App, connection: Connection): void {
  app.provide(key, connection)
}

function useConnection(): Connection {
  const connection = inject(key)
  if (!connection) throw new Error('no connection was provided')
  return connection
}

/** Calls to the core. */
export const useClient = (): Client => useConnection().client

/** Files, links and versions: what the host does for a screen. */
export const useHost = (): Promise<HostCapabilities> => useConnection().host

/** Lets the host remove its copies of chosen files, by their token: nobody waits for it, and a failure changes nothing here. */
export function useRelease(): (token: string | undefined) => void {
  const host = useHost()
  return (token) => {
    if (token !== undefined) void host.then((each) => each.releaseFiles(token)).catch(() => undefined)
  }
}

/** The host's native menu, where it has one. */
export const useMenuCommands = (listener: Parameters<Connection['onCommand']>[0]): void =>
  useConnection().onCommand(listener)
