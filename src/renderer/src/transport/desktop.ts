/** The core behind the desktop window's preload bridge. */
import type { Transport } from '../../../shared/contract/client.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { folderEmpty } from '../../../shared/contract/folder-empty.ts'
import type { DesktopBridge, HostCapabilities } from '../../../shared/contract/host.ts'
import { handedOver } from '../../../shared/domain/plan-folder.ts'

export function desktopTransport(bridge: DesktopBridge): Transport {
  return {
    call: (name, input) => bridge.call(name, plain(input)) as Promise<Result<unknown>>,
    subscribe: (listener) => bridge.subscribe((event) => listener(event as CoreEvent)),
  }
}

export function desktopHost(bridge: Pick<DesktopBridge, 'host'>): HostCapabilities {
  return {
    ...bridge.host,
    saveFile: async (request) => valueOf(await bridge.host.saveFile(plain(request))),
    chooseFiles: async (what) => valueOf(await bridge.host.chooseFiles(what)),
    async takeFiles(dropped) {
      const folder = dropped[0]?.path.split('/') ?? []
      if (handedOver(dropped).length === 0 && folder.length > 1) throw folderEmpty(folder[0] ?? '')
      return valueOf(await bridge.host.takeFiles(dropped))
    },
  }
}

/**
 * Data alone, as over HTTP: what a screen watches for changes is held in proxies, which cannot be cloned on their way over
 * the bridge.
 */
const plain = <T>(data: T): T => (data === undefined ? data : (JSON.parse(JSON.stringify(data)) as T))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw AppError.fromData(result.error)
  return result.value
}
