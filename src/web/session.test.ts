import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localPath } from './guards.ts'
import { createSession } from './session.ts'
import type { Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'

describe('the session', () => {
  it('exchanges its token once, for a cookie with another secret', () => {
    const session = createSession(4711)
    expect(session.token).toMatch(/^[\w-]{43}$/)
    expect(session.redeem('')).toBeNull()
    expect(session.redeem(`${session.token}x`)).toBeNull()
    const cookie = session.redeem(session.token)
    expect(cookie).toMatch(/^science-cities-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(cookie).not.toContain(session.token)
    expect(session.redeem(session.token)).toBeNull()
  })

  it('knows its cookie among others, and no other', () => {
    const session = createSession(1)
    const pair = session.redeem(session.token)?.split(';')[0] ?? ''
    expect(session.holds(pair)).toBe(true)
    expect(session.holds(`a=b; ${pair}; c=d`)).toBe(true)
    expect(session.holds(undefined)).toBe(false)
    expect(session.holds(`x${pair}`)).toBe(false)
    expect(session.holds(`${pair}0`)).toBe(false)
    expect(session.holds(`science-cities-1=${session.token}`)).toBe(false)
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
