/** Opens a page with the opener of the system, without waiting for the browser. */
import { spawn } from 'node:child_process'

type Opener = readonly [program: string, ...args: string[]]

function systemOpener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Opener | null {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (platform === 'darwin') return ['open']
  // Without a display there is no window to show.
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null
}

/**
 * @param page - a file, or an address that may be known to everybody: all users of a machine can read command lines
 * @returns whether a browser was asked: false without a display, an opener, or where it fails at once.
 */
export function openInBrowser(
  page: string,
  { platform = process.platform, env = process.env } = {},
): Promise<boolean> {
  const opener = systemOpener(platform, env)
  if (!opener) return Promise.resolve(false)
  const [program, ...args] = opener
  return new Promise((resolve) => {
    const child = spawn(program, [...args, page], { detached: true, stdio: 'ignore', env })
    // An opener that goes on for two seconds has become the browser.
    const timer = setTimeout(() => resolve(true), 2000)
    const settle = (opened: boolean) => {
      clearTimeout(timer)
      resolve(opened)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    child.unref()
  })
}
