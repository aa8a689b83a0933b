/**
 * Shows the app in a browser without waiting for it: by a page that leads there, as command lines are read by every user of
 * the machine.
 */
import { spawn } from 'node:child_process'
import { defaultDataDir } from '../../src/core/app-info.ts'
import { makeOpeningPage } from '../../src/web/opening-page.ts'
import { findBrowser, onPath, quietFlags } from './browsers.ts'

/** Whether a window can be shown: always on Windows and macOS, on Linux where a display is set. */
export function hasDisplay(env = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

type Command = [file: string, args: string[]]

function openers(page: string): Command[] {
  if (process.platform === 'win32') return [['rundll32', ['url.dll,FileProtocolHandler', page]]]
  if (process.platform === 'darwin') return [['open', [page]]]
  const commands: Command[] = []
  const opener = onPath('xdg-open')
  if (opener) commands.push([opener, [page]])
  const browser = findBrowser() ?? onPath('firefox')
  if (browser) commands.push([browser, [...(browser.includes('firefox') ? [] : quietFlags()), page]])
  // The desktop's opener starts a browser as it is, and for root that is refused.
  return process.getuid?.() === 0 ? commands.reverse() : commands
}

/**
 * Opens a one-time address in the default browser, else in any that is found. Resolves within seconds: true where one was
 * started.
 */
export async function openBrowser(address: string, dataDir = defaultDataDir()): Promise<boolean> {
  if (!hasDisplay()) return false
  const page = makeOpeningPage(dataDir, address)
  if (!page) return false
  process.once('exit', page.remove)
  for (const [file, args] of openers(page.path)) {
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
