import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localPath } from './guards.ts'
import { ADDRESS_LIFE_MS, createSession } from './session.ts'
import type { Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'

const cookieOf = (redeemed: ReturnType<ReturnType<typeof createSession>['redeem']>): string =>
  'cookie' in redeemed ? redeemed.cookie : ''

describe('the session', () => {
  it('exchanges a token once, for a cookie with another secret', () => {
    const session = createSession(4711)
    const token = session.issue()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(session.redeem('')).toEqual({ refused: 'unknown' })
    expect(session.redeem(`${token}x`)).toEqual({ refused: 'unknown' })
    const cookie = cookieOf(session.redeem(token))
    expect(cookie).toMatch(/^science-cities-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(cookie).not.toContain(token)
    expect(session.redeem(token)).toEqual({ refused: 'used' })
  })

  it('takes a token for two minutes; another one has its own', () => {
    let now = 5000
    const session = createSession(1, () => now)
    const [first, second] = [session.issue(), session.issue()]
    now += ADDRESS_LIFE_MS
    expect(cookieOf(session.redeem(first))).not.toBe('')
    const third = session.issue()
    now += 1
    expect(session.redeem(second)).toEqual({ refused: 'expired' })
    expect(session.redeem(first)).toEqual({ refused: 'used' })
    expect(cookieOf(session.redeem(third))).not.toBe('')
    expect(ADDRESS_LIFE_MS).toBe(2 * 60 * 1000)
  })

  it('knows its cookie among others, and no other', () => {
    const session = createSession(1)
    const token = session.issue()
    const pair = cookieOf(session.redeem(token)).split(';')[0] ?? ''
    expect(session.holds(pair)).toBe(true)
    expect(session.holds(`a=b; ${pair}; c=d`)).toBe(true)
    expect(session.holds(undefined)).toBe(false)
    expect(session.holds(`x${pair}`)).toBe(false)
    expect(session.holds(`${pair}0`)).toBe(false)
    expect(session.holds(`science-cities-1=${token}`)).toBe(false)
    expect(createSession(1).holds(pair)).toBe(false)
  })
})

describe('the place to go to after opening', () => {
  it.each([
    ['/city/beijing?year=2023', '/city/beijing?year=2023'],
    ['/city/北京', '/city/%E5%8C%97%E4%BA%AC'],
    ['/', '/'],
    [null, '/'],
    ['', '/'],
    ['https://example.org/', '/'],
    ['//example.org', '/'],
    ['/\\example.org', '/'],
    ['/\t/example.org', '/'],
    ['/.//example.org', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j leads to %j', (to, path) => expect(localPath(to)).toBe(path))
})

describe('/open', () => {
  let started: Started
  beforeEach(async () => void (started = await startHost(fakeCore())))
  afterEach(() => started.close())

  it('was left for / with a cookie; the second use of the address is refused', async () => {
    expect(started.cookie).toMatch(/^science-cities-\d+=[\w-]{43}$/)
    const path = started.host.openUrl.slice(started.host.address.length)
    const again = await ask(started.host.port, { path })
    expect(again.status).toBe(403)
    expect(again.json().error?.code).toBe('forbidden')
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it.each(['/open', '/open?token=', '/open?token=wrong'])('%s is refused', async (path) => {
    const answer = await ask(started.host.port, { path })
    expect([answer.status, answer.json().error?.code]).toEqual([403, 'forbidden'])
  })
})

it('redirects to the local path asked for; neither HEAD nor a foreign page spends the token', async () => {
  const { startWebHost } = await import('./server.ts')
  const host = await startWebHost({ core: fakeCore(), screensDir: import.meta.dirname })
  try {
    const path = `${host.openUrl.slice(host.address.length)}&to=%2Fcity%2Fbeijing%3Fyear%3D2023`
    expect((await ask(host.port, { method: 'HEAD', path })).status).toBe(405)
    expect((await ask(host.port, { path, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    const opened = await ask(host.port, { path, headers: { 'sec-fetch-site': 'none' } })
    expect([opened.status, opened.headers.location]).toEqual([303, '/city/beijing?year=2023'])
    expect(opened.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  } finally {
    await host.close()
  }
})

it('a window that a page of the disk leads here is given a page, since a redirect would lose the cookie', async () => {
  const { startWebHost } = await import('./server.ts')
  const refused: string[] = []
  const core = fakeCore()
  const host = await startWebHost({
    ...{ core, screensDir: import.meta.dirname },
    onRefused: (why) => void refused.push(why),
  })
  const elsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  const window = { ...elsewhere, 'sec-fetch-dest': 'document' }
  try {
    const path = `${host.openUrl.slice(host.address.length)}&to=%2Fmap%3Fa%3D%221%22%26b%3D2`
    const status = async (headers: Record<string, string>, method = 'GET', at = path) =>
      (await ask(host.port, { method, path: at, headers })).status
    // None of these spends the token.
    expect(await status({ ...elsewhere, 'sec-fetch-dest': 'iframe' })).toBe(403)
    expect(await status(window, 'POST')).toBe(403)
    expect(await status({ ...window, origin: 'https://example.org' })).toBe(403)
    expect(await status({ ...window, host: 'example.org' })).toBe(403)
    expect(await status(window, 'GET', '/')).toBe(403)
    expect(refused).toEqual([])

    const opened = await ask(host.port, { path, headers: window })
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(opened.text).toContain('<meta http-equiv="refresh" content="0;url=/map?a=%221%22&amp;b=2">')
    expect(opened.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(await status(window)).toBe(403)
    expect(refused).toEqual(['used'])
    const other = host.newOpenUrl().slice(host.address.length)
    expect(await status({}, 'GET', other)).toBe(303)
  } finally {
    await host.close()
    rmSync(core.dataDir, { recursive: true })
  }
})
