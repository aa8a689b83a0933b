/**
 * The source of a page script that runs a built preload the way a sandboxed renderer does: `require` gives Electron's
 * renderer half and a few harmless modules only, and what crosses the bridge is copied.
 */

/** Names of the two functions through which the page script and the test speak; the first is taken away at once. */
export const INVOKE = '__standInInvoke'
export const DELIVER = '__standInDeliver'

export interface PreloadParts {
  preload: string
  platform: string
}

/** Runs in the page; must not refer to anything outside itself. */
function host(names: { invoke: string; deliver: string }, platform: string, run: PreloadRunner): void {
  const page = globalThis as unknown as Record<string, unknown> & { top: unknown; window: unknown }
  if (page.top !== page.window) return // a preload runs in the top frame alone
  const invoke = page[names.invoke] as (channel: string, given: unknown[]) => Promise<unknown>
  delete page[names.invoke]
  const listeners = new Map<string, ((event: object, ...given: unknown[]) => void)[]>()

  /** Copies as the bridge does: functions stay callable, errors keep their message, the rest must be cloneable. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...given: unknown[]) => {
        const result: unknown = value(...given.map(cross))
        return result instanceof Promise
          ? result.then(cross, (error: unknown) => {
              throw new Error(error instanceof Error ? error.message : String(error))
            })
          : cross(result)
      }
    }
    if (typeof value !== 'object' || value === null) return value
    const holdsFunctions = Object.values(value).some((part) => ['function', 'object'].includes(typeof part))
    if (Object.getPrototypeOf(value) !== Object.prototype || !holdsFunctions) return structuredClone(value)
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)])))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...given: unknown[]) => invoke(channel, structuredClone(given)),
    on: (channel: string, listener: (event: object, ...given: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    removeListener: (channel: string, listener: unknown) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      )
    },
  }
  const deliver = (channel: string, given: unknown[]) => {
    for (const listener of listeners.get(channel) ?? [])
      listener({ sender: ipcRenderer, ports: [] }, ...given)
  }
  Object.defineProperty(page, names.deliver, { value: deliver })
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in page) throw new Error(`Cannot bind an API on top of an existing property: ${key}`)
      Object.defineProperty(page, key, { value: cross(api), enumerable: true })
    },
  }
  const modules: Record<string, unknown> = { electron: { contextBridge, ipcRenderer } }
  const require = (name: string) => {
    if (!(name in modules)) throw new Error(`module not found: ${name}`)
    return modules[name]
  }
  const module = { exports: {} }
  run(require, module, module.exports, { platform, sandboxed: true, contextIsolated: true, type: 'renderer' })
}

type PreloadRunner = (require: unknown, module: object, exports: object, process: object) => void

/** The script to run before any other of the page. */
export function preloadScript({ preload, platform }: PreloadParts): string {
  const names = JSON.stringify({ invoke: INVOKE, deliver: DELIVER })
  return `(${host.toString()})(${names}, ${JSON.stringify(platform)}, function (require, module, exports, process) {\n${preload}\n})`
}
