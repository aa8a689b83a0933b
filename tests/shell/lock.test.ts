import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from './stand-in/desk.ts'
import { APP_ORIGIN, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
let desk: Desk

beforeAll(async () => {
  await ensureBuilt()
  desk = await startDesk({ dataDir: folder('lock') })
}, 120_000)
afterAll(() => desk?.end())

const OUTSIDE = [
  'https://example.com/',
  'http://science-cities/',
  'file:///etc/passwd',
  'app://other/',
  'app://science-cities.example.com/',
  'data:text/html,<h1>hello</h1>',
  'blob:app://science-cities/4f6c',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
]

describe('navigation', () => {
  test.each(['will-navigate', 'will-redirect'])('%s leaves our own origin nowhere', async (name) => {
    for (const url of OUTSIDE)
      expect(await desk.contentsEvent(name, { url, isMainFrame: true }), url).toBe(true)
  })

  test('stays possible among our own pages', async () => {
    const url = `${APP_ORIGIN}/method`
    expect(await desk.contentsEvent('will-navigate', { url, isMainFrame: true })).toBe(false)
    expect(await desk.contentsEvent('will-frame-navigate', { url, isMainFrame: true })).toBe(false)
  })

  test('no frame and no webview comes into a page', async () => {
    const frame = { url: `${APP_ORIGIN}/`, isMainFrame: false }
    expect(await desk.contentsEvent('will-frame-navigate', frame)).toBe(true)
    expect(await desk.contentsEvent('will-attach-webview')).toBe(true)
  })

  test('no window opens, not even of ours', async () => {
    for (const url of [...OUTSIDE, `${APP_ORIGIN}/`])
      expect(await desk.windowOpenAllowed(url), url).toBe(false)
  })

  test('a listed link that a page follows opens outside instead, any other nowhere', async () => {
    const before = (await desk.callsOf('shell.openExternal')).length
    await desk.windowOpenAllowed('https://example.com/')
    await desk.contentsEvent('will-navigate', { url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' })
    const opened = (await desk.callsOf('shell.openExternal')).slice(before)
    expect(opened).toEqual([['https://creativecommons.org/licenses/by-nc-sa/4.0/']])
  })
})

describe('permissions', () => {
  const ask = (permission: string, origin = APP_ORIGIN, isMainFrame = true) =>
    desk.permission({ permission, origin, isMainFrame })

  test.each([
    'media',
    'notifications',
    'geolocation',
    'clipboard-read',
    'display-capture',
    'fullscreen',
    'midiSysex',
    'openExternal',
    'fileSystem',
    'usb',
    'serial',
    'hid',
    'local-network-access',
  ])('%s is denied, asked or checked', async (permission) => {
    expect(await ask(permission)).toEqual({ request: false, check: false, device: false })
  })

  test('writing to the clipboard is allowed, to our own top frame alone', async () => {
    const write = 'clipboard-sanitized-write'
    expect(await ask(write)).toEqual({ request: true, check: true, device: false })
    expect(await ask(write, 'https://example.com')).toMatchObject({ request: false, check: false })
    expect(await ask(write, 'app://other')).toMatchObject({ request: false, check: false })
    expect(await ask(write, APP_ORIGIN, false)).toMatchObject({ request: false, check: false })
  })
})

describe('ways out that no request takes', () => {
  test('WebRTC sends no UDP, and TCP ends at a proxy that is not there, before the first page', async () => {
    const what = (await desk.calls()).map((call) => call.what)
    expect(await desk.callsOf('webContents.setWebRTCIPHandlingPolicy')).toEqual([
      [1, 'disable_non_proxied_udp'],
    ])
    const [[proxy] = []] = await desk.callsOf('session.setProxy')
    expect(proxy).toMatchObject({ mode: 'fixed_servers', proxyBypassRules: '<-loopback>' })
    for (const kind of ['http', 'https', 'socks'])
      expect((proxy as { proxyRules: string }).proxyRules).toContain(`${kind}=127.0.0.1:9`)
    expect(what.indexOf('session.setProxy')).toBeLessThan(
      what.indexOf('webContents.setWebRTCIPHandlingPolicy'),
    )
  })

  test('no page starts a download', async () => {
    expect(await desk.downloadAllowed()).toBe(false)
  })
})

test('no request of a page leaves for the network or the disk', async () => {
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1:1/',
    'ws://localhost:1/',
    'file:///etc/passwd',
    '??',
  ]) {
    expect(await desk.requestAllowed(url), url).toBe(false)
  }
  for (const url of [`${APP_ORIGIN}/boot.js`, 'data:,x', `blob:${APP_ORIGIN}/1`]) {
    expect(await desk.requestAllowed(url), url).toBe(true)
  }
})
