import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/hosting/csp.ts'
import type { Desk } from './stand-in/desk.ts'
import { startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
let desk: Desk

beforeAll(async () => {
  await ensureBuilt()
  desk = await startDesk({ dataDir: folder('protocol') })
}, 120_000)
afterAll(() => desk?.end())

const textOf = (body: Uint8Array) => new TextDecoder().decode(body)

describe('the app’s own protocol', () => {
  test('is declared before readiness as standard and secure, and nothing more', async () => {
    expect(await desk.callsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ])
  })

  test.each([
    'app://science-cities/',
    'app://science-cities/index.html',
    'app://science-cities/cities/beijing',
  ])('serves the page under %s with the policy in its header', async (url) => {
    const answer = await desk.fetch(url)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(textOf(answer.body)).toContain('<title>Science Cities</title>')
  })

  test('the ranking’s page comes with its first rows, under the policy and without a script of its own', async () => {
    const answer = await desk.fetch('app://science-cities/?lang=en')
    const page = textOf(answer.body)
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    const [, screen = ''] = /<div id="app" data-first-screen>(.*)<\/div><script /s.exec(page) ?? []
    expect(screen).toMatch(/<div class="first-screen"[^>]* inert aria-busy="true">/)
    const rows = screen.split('<tr ').map((row) => row.replace(/<[^>]*>/g, ' '))
    expect(rows[2]).toMatch(/ 1 .* Beijing .* 4,259\.39 .* 9,180 /)
    expect(screen).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
    // The window asks the core by itself.
    expect(page).not.toContain('first-answers')
  })

  test('that page speaks as its address says; other pages come without rows', async () => {
    const page = textOf((await desk.fetch('app://science-cities/?lang=zh&theme=dark')).body)
    expect(page).toContain('<html lang="zh-Hans" data-theme="dark">')
    expect(page).toContain('北京')
    const other = textOf((await desk.fetch('app://science-cities/method')).body)
    expect(other).toContain('<div id="app"></div>')
  })

  test('serves scripts and fonts with their types', async () => {
    const page = textOf((await desk.fetch('app://science-cities/')).body)
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
    const answer = await desk.fetch(`app://science-cities${script}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(answer.body.length).toBeGreaterThan(1000)
  })

  test('a HEAD says the same without a body', async () => {
    const answer = await desk.fetch('app://science-cities/', 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    expect(answer.body).toHaveLength(0)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const answer = await desk.fetch('app://science-cities/', method)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('GET, HEAD')
    expect(answer.body).toHaveLength(0)
  })

  test.each([
    'app://science-cities/../package.json',
    'app://science-cities/%2e%2e/package.json',
    'app://science-cities/..%2fpackage.json',
    'app://science-cities/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://science-cities/assets/..%2f..%2f..%2fpackage.json',
    'app://science-cities/..%5c..%5cpackage.json',
    'app://science-cities/%00/index.html',
    'app://science-cities/%E0%A4%A',
    'app://science-cities/package.json',
    'app://science-cities//etc/passwd.json',
  ])('gives no file outside the screens: %s', async (url) => {
    const answer = await desk.fetch(url)
    expect([403, 404]).toContain(answer.status)
    expect(answer.body).toHaveLength(0)
  })

  test.each([
    'app://x/../',
    'app://x/index.html',
    'app://science-cities.example.com/',
    'app://science-cities:8080/',
    'app://user@science-cities/',
    'app:///index.html',
    'app:index.html',
  ])('answers on one host only: %s', async (url) => {
    const answer = await desk.fetch(url).catch((error: Error) => error)
    if (answer instanceof Error)
      expect(answer.message).toMatch(/credentials|Invalid URL/i) // Request refuses it already
    else expect([answer.status, answer.body.length]).toEqual([403, 0])
  })
})
