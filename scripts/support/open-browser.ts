/** Shows an address in a browser without waiting for it. */
import { spawn } from 'node:child_process'
import { findBrowser, onPath, quietFlags } from './browsers.ts'

/** Whether a window can be shown: always on Windows and macOS, on Linux where a display is set. */
export function hasDisplay(env = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

type Command = [file: string, args: string[]]

function openers(url: string): Command[] {
  if (process.platform === 'win32') return [['rundll32', ['url.dll,FileProtocolHandler', url]]]
  if (process.platform === 'darwin') return [['open', [url]]]
  const commands: Command[] = []
  const opener = onPath('xdg-open')
  if (opener) commands.push([opener, [url]])
  const browser = findBrowser() ?? onPath('firefox')
  if (browser) commands.push([browser, [...(browser.includes('firefox') ? [] : quietFlags()), url]])
  // The desktop's opener starts a browser as it is, and for root that is refused.
  return process.getuid?.() === 0 ? commands.reverse() : commands
}

/** Opens the default browser, else any that is found. Resolves within seconds: true where one was started. */
export async function openBrowser(url: string): Promise<boolean> {
  if (!hasDisplay()) return false
  for (const [file, args] of openers(url)) {
    if (await starts(file, args)) return true
  }
  return false
}

/** True once the program ended well or has run for two seconds; it is left to itself. */
function starts(file: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { detached: true, stdio: 'ignore' })
    const timer = setTimeout(() => resolve(true), 2000)
    const settle = (value: boolean) => {
      clearTimeout(timer)
      resolve(value)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    child.unref()
  })
}
