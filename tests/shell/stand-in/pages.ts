/**
 * Windows as pages of Chromium. Chromium does not know `app://`, so a page of it stands under an https address that
 * exists nowhere; every request of the page is answered by the handler that main gave to `protocol.handle`.
 */
import type { BrowserContext, Frame, Page, Route } from '@playwright/test'
import type { Link } from './link.ts'
import { DELIVER, INVOKE } from './preload-host.ts'
import type { Fetched, Sender } from './traffic.ts'
import type { Opening } from './windows.ts'

const STAND_IN_TAIL = '.app.invalid'
export const toStandIn = (address: string) =>
  address.replace(/^app:\/\/([^/]+)/, `https://$1${STAND_IN_TAIL}`)
const toApp = (address: string) => address.replace(/^https:\/\/([^/]+)\.app\.invalid/, 'app://$1')

/** Permissions that a page could ask of Chromium, by the names of Playwright and of Electron. */
const PERMISSIONS: [string, string][] = [
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['clipboard-read', 'clipboard-read'],
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['camera', 'media'],
]

function senderOf(frame: Frame): Sender {
  const url = new URL(toApp(frame.url()))
  return { origin: url.host ? `${url.protocol}//${url.host}` : 'null', inside: frame.parentFrame() !== null }
}

type Invoked = (channel: string, given: unknown[], answer: unknown) => void

export class PageShower {
  readonly #makeContext: () => Promise<BrowserContext>
  readonly #closesContexts: boolean
  readonly #link: Link
  readonly #onPage: (page: Page) => void
  readonly #contexts: BrowserContext[] = []
  readonly #pages = new Map<number, Page>()
  readonly popups: Page[] = []
  readonly #invoked: Invoked[] = []

  constructor(
    makeContext: () => Promise<BrowserContext>,
    closesContexts: boolean,
    link: Link,
    onPage: (page: Page) => void = () => {},
  ) {
    this.#makeContext = makeContext
    this.#closesContexts = closesContexts
    this.#link = link
    this.#onPage = onPage
  }

  onInvoked(told: Invoked): void {
    this.#invoked.push(told)
  }

  pageOf(window: number): Page | undefined {
    return this.#pages.get(window)
  }

  async open({ window, address, script }: Opening): Promise<void> {
    const context = await this.#makeContext()
    this.#contexts.push(context)
    await this.#grant(context, address)
    await context.route('**/*', (route) =>
      // Fails where the app has ended meanwhile; the page goes with it.
      this.#answer(window, route).catch(() => route.abort().catch(() => {})),
    )
    const page = await context.newPage()
    this.#pages.set(window, page)
    this.#onPage(page)
    context.on('page', (opened) => void this.#judgePopup(window, opened))
    await page.exposeBinding(INVOKE, async ({ frame }, channel: string, given: unknown[]) => {
      const answer = await this.#link.ask('invoke', { window, channel, given, sender: senderOf(frame) })
      for (const told of this.#invoked) told(channel, given, answer)
      return answer
    })
    await page.addInitScript(script)
    await page.goto(toStandIn(address))
  }

  async deliver({
    window,
    channel,
    given,
  }: {
    window: number
    channel: string
    given: unknown[]
  }): Promise<void> {
    const sent = { deliver: DELIVER, channel, given }
    await this.#pages.get(window)?.evaluate((message) => {
      const page = globalThis as unknown as Record<string, (channel: string, given: unknown[]) => void>
      page[message.deliver]?.(message.channel, message.given)
    }, sent)
  }

  async close(window: number): Promise<void> {
    await this.#pages.get(window)?.close()
  }

  async reload(window: number): Promise<void> {
    await this.#pages.get(window)?.reload()
  }

  async end(): Promise<void> {
    const contexts = this.#contexts.splice(0)
    if (this.#closesContexts) await Promise.all(contexts.map((context) => context.close()))
  }

  /** Only what the app's own handler permits is granted in Chromium. */
  async #grant(context: BrowserContext, address: string): Promise<void> {
    const origin = new URL(address).origin === 'null' ? address.replace(/\/+$/, '') : new URL(address).origin
    const granted: string[] = []
    for (const [name, permission] of PERMISSIONS) {
      const asked = { permission, origin, isMainFrame: true }
      const answer = await this.#link.ask<{ check: boolean; request: boolean }>('permission', asked)
      if (answer.check && answer.request) granted.push(name)
    }
    await context.grantPermissions(granted, { origin: toStandIn(origin) })
  }

  async #answer(window: number, route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    const page = this.#pages.get(window)
    const leaving = request.isNavigationRequest() && page && request.frame() === page.mainFrame()
    // A first load and a reload come from the app itself; all else is the page's own wish.
    if (leaving && page.url() !== 'about:blank' && request.url() !== page.url()) {
      const asked = { window, name: 'will-navigate', details: { url, isMainFrame: true } }
      if (await this.#link.ask<boolean>('contents-event', asked)) return route.abort('aborted')
    }
    if (!(await this.#link.ask<boolean>('request-allowed', url))) return route.abort('blockedbyclient')
    if (!url.startsWith('app:')) return route.abort('internetdisconnected')
    const answer = await this.#link.ask<Fetched>('fetch', { url, method: request.method() })
    await route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) })
  }

  async #judgePopup(window: number, opened: Page): Promise<void> {
    if (opened === this.#pages.get(window)) return
    const url = toApp(opened.url())
    if (await this.#link.ask<boolean>('window-open', { window, url })) this.popups.push(opened)
    else await opened.close()
  }
}
