/** A window shows our pages and no others, opens no windows and embeds nothing; on every web contents there is. */
import type { App, WebContents } from 'electron'
import { isOwnAddress } from '../address.ts'

/** @param leave told each address that a page wanted to go to in vain, so that a listed link can open outside */
export function lockNavigation(
  app: App,
  origins: ReadonlySet<string>,
  leave: (address: string) => void,
): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, origins, leave))
}

function lockContents(
  contents: WebContents,
  origins: ReadonlySet<string>,
  leave: (address: string) => void,
): void {
  const stay = (details: { preventDefault(): void; url: string }) => {
    if (isOwnAddress(details.url, origins)) return
    details.preventDefault()
    leave(details.url)
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame) details.preventDefault() // no frames: the app has none
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    leave(url)
    return { action: 'deny' }
  })
}
