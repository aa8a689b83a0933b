/** The app's own address, and who counts as ourselves. Addresses are parsed, never compared as text. */

export const APP_SCHEME = 'app'
export const APP_HOST = 'science-cities'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const START_ADDRESS = `${APP_ORIGIN}/`

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** `scheme://host[:port]` of an address; null where it has no host or cannot be parsed. */
export function originOf(address: string): string | null {
  const url = URL.parse(address)
  return url?.host ? `${url.protocol}//${url.host}` : null
}

/** The development server of the screens: only on this machine, and never in an installed app. */
export function devServerAddress(isPackaged: boolean, env: NodeJS.ProcessEnv): string | null {
  const address = env['ELECTRON_RENDERER_URL']
  if (isPackaged || !address) return null
  const url = URL.parse(address)
  return url?.protocol === 'http:' && LOOPBACK.has(url.hostname) ? url.href : null
}

/** Origins whose pages may speak to the app: our own, and the development server's where there is one. */
export function ownOrigins(devServer: string | null): ReadonlySet<string> {
  const dev = devServer === null ? null : originOf(devServer)
  return new Set(dev === null ? [APP_ORIGIN] : [APP_ORIGIN, dev])
}

export function isOwnAddress(address: string, origins: ReadonlySet<string>): boolean {
  const origin = originOf(address)
  return origin !== null && origins.has(origin)
}
