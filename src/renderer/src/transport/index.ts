/** Chooses the host at boot; after this no screen knows which one it has. */
import type { Client } from '../../../shared/contract/client.ts'
import { createClient } from '../../../shared/contract/client.ts'
import type { HostCapabilities, MenuCommand } from '../../../shared/contract/host.ts'
import { desktopHost, desktopTransport } from './desktop.ts'
import { loopbackHost, loopbackTransport } from './loopback.ts'

export interface Connection {
  client: Client
  /** Resolves at once on the desktop; in a browser when the host has said its version. */
  host: Promise<HostCapabilities>
  /** What the user chooses in a native menu, where the host has one. */
  onCommand(listener: (command: MenuCommand) => void): void
}

export function connect(): Connection {
  const bridge = window.scienceCities
  if (!bridge) return { client: createClient(loopbackTransport), host: loopbackHost(), onCommand() {} }
  return {
    client: createClient(desktopTransport(bridge)),
    host: Promise.resolve(desktopHost(bridge)),
    onCommand: (listener) => void bridge.onCommand?.((command) => listener(command as MenuCommand)),
  }
}
