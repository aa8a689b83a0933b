/** Ways out of the window that the filter of requests does not see: WebRTC, and downloads that a page starts. */
import type { App, ProxyConfig, Session } from 'electron'

/**
 * Nothing answers there, and no address goes past it: what Chromium sends by TCP outside of requests (a TURN server over
 * WebRTC) ends here. The app's own scheme knows no proxy.
 */
const DEAD_PROXY: ProxyConfig = {
  mode: 'fixed_servers',
  proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9;socks=127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
}

/** Web contents made from now on send no UDP. Before the first window. */
export function denyWebRtc(app: App): void {
  app.on('web-contents-created', (_event, contents) =>
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  )
}

/**
 * Files leave by the save dialog alone, and no connection leaves at all. Before the first page.
 * @param devServer the development server is reached directly; null without one
 */
export async function closeWaysOut(session: Session, devServer: string | null): Promise<void> {
  session.on('will-download', (event) => event.preventDefault())
  if (devServer === null) await session.setProxy(DEAD_PROXY)
}
