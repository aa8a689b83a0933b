/** The core behind the desktop window's preload bridge. */
import type { Transport } from '../../../shared/contract/client.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { DesktopBridge, HostCapabilities } from '../../../shared/contract/host.ts'

export function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    call: (name, input) => bridge.call(name, input) as Promise<Result<unknown>>,
    subscribe: (listener) => bridge.subscribe((event) => listener(event as CoreEvent)),
  }
}

export function desktopHost(bridge: Pick<DesktopBridge, 'host'>): HostCapabilities {
  return {
    ...bridge.host,
    async saveFile(request) {
      const saved = await bridge.host.saveFile(request)
      if (!saved.ok) throw AppError.fromData(saved.error)
      return saved.value
    },
  }
}
