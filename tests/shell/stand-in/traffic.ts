/** `ipcMain`, `protocol` and `session`: all that a page can reach of the app, for the test to try. */
import type { IpcMain, Protocol, ProxyConfig, Session } from 'electron'
import { EventEmitter } from 'node:events'
import { isReady } from './app.ts'
import { PreventableEvent, record, test } from './world.ts'
import { windowOf } from './windows.ts'

type IpcHandler = Parameters<IpcMain['handle']>[1]
const ipcHandlers = new Map<string, IpcHandler>()

class StandInIpcMain extends EventEmitter {
  handle: IpcMain['handle'] = (channel, handler) => {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  }
  removeHandler: IpcMain['removeHandler'] = (channel) => void ipcHandlers.delete(channel)
}
export const ipcMain = new StandInIpcMain()

/** A frame as the sender of a message: its origin, and whether another frame holds it; null once it is gone. */
export type Sender = { origin: string; inside: boolean } | null

export interface Invocation {
  window: number
  channel: string
  given: unknown[]
  sender: Sender
}

test.answer('channels', () => [...ipcHandlers.keys()])
test.answer('invoke', async ({ window, channel, given, sender }: Invocation) => {
  const handler = ipcHandlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const senderFrame = sender && {
    origin: sender.origin,
    url: `${sender.origin}/`,
    parent: sender.inside ? {} : null,
  }
  const event = { type: 'frame', sender: windowOf(window).webContents, senderFrame }
  // Throws for what Electron could not send back.
  return structuredClone(await handler(event as never, ...given))
})

type SchemeHandler = Parameters<Protocol['handle']>[1]
const schemes = new Map<string, SchemeHandler>()

export const protocol = {
  registerSchemesAsPrivileged(declared) {
    if (isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    record('protocol.registerSchemesAsPrivileged', declared)
  },
  handle(scheme, handler) {
    if (!isReady()) throw new Error('protocol can only be used after app is ready')
    schemes.set(scheme, handler)
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>

export interface Fetched {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

test.answer('fetch', async ({ url, method }: { url: string; method: string }): Promise<Fetched> => {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (!handler) throw new Error(`no handler for ${url}`)
  const answer = await handler(new Request(url, { method }))
  const body = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
})

type Handler<
  K extends 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler',
> = Parameters<Session[K]>[0]
type RequestListener = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void

let onRequest: Handler<'setPermissionRequestHandler'> = null
let onCheck: Handler<'setPermissionCheckHandler'> = null
let onDevice: Handler<'setDevicePermissionHandler'> = null
let onBeforeRequest: RequestListener | null = null

const downloads = new EventEmitter()

export const session = {
  defaultSession: {
    on: (name: 'will-download', listener: (event: PreventableEvent) => void) =>
      void downloads.on(name, listener),
    async setProxy(config: ProxyConfig) {
      record('session.setProxy', config)
    },
    setPermissionRequestHandler: (handler: typeof onRequest) => void (onRequest = handler),
    setPermissionCheckHandler: (handler: typeof onCheck) => void (onCheck = handler),
    setDevicePermissionHandler: (handler: typeof onDevice) => void (onDevice = handler),
    webRequest: { onBeforeRequest: (listener: RequestListener) => void (onBeforeRequest = listener) },
  },
}

/** Whether a download that a page starts goes on; Electron opens a save dialog for it unless it is prevented. */
test.answer('download-allowed', () => {
  const event = new PreventableEvent()
  downloads.emit('will-download', event)
  return !event.defaultPrevented
})

export interface Asked {
  permission: string
  /** Origin of the page that asks. */
  origin: string
  isMainFrame: boolean
}

/** What the app answers to each of the three questions; without a handler Electron allows. */
test.answer('permission', ({ permission, origin, isMainFrame }: Asked) => {
  const details = { requestingUrl: `${origin}/`, isMainFrame }
  let request = true
  onRequest?.(null as never, permission as never, (granted) => (request = granted), details as never)
  const check = onCheck?.(null, permission as never, `${origin}/`, details as never) ?? true
  const device = onDevice?.({ deviceType: 'usb', origin, device: {} } as never) ?? true
  return { request, check, device }
})

test.answer(
  'request-allowed',
  (url: string) =>
    new Promise<boolean>((resolve) => {
      if (onBeforeRequest) onBeforeRequest({ url }, ({ cancel }) => resolve(!cancel))
      else resolve(true)
    }),
)
