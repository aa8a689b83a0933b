/**
 * Requests that none of our pages sends, to one host with data and a session open: each is refused with the headers of every
 * answer, and none gives away data, a cookie, a path or a stack, spends the one-time address, or is heard by the core.
 */
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { appRoot, appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { securityHeaders } from '../../src/hosting/asset.ts'
import { BOUNDS } from '../../src/web/listener.ts'
import type { Started } from '../../src/web/testing.ts'
import { ask, startHost } from '../../src/web/testing.ts'
import { temporaryFolder } from '../support/edition.ts'
import { HOSTILE } from './hostile-requests/index.ts'
import type { At, Row } from './hostile-requests/row.ts'
import type { Came } from './hostile-requests/send.ts'
import { send } from './hostile-requests/send.ts'

const folder = temporaryFolder()
const CONNECTIONS = 60
const AT_ONCE = 12
let core: Core
let app: Started
let at: At
const heard: string[] = []
const told = vi.spyOn(console, 'error')

beforeAll(async () => {
  core = createCore({ dataDir: join(folder, 'data'), resourcesDir, appVersion })
  await core.ready
  const listening = {
    ...core,
    call(name: string, input: unknown) {
      heard.push(`${name} ${JSON.stringify(input)?.slice(0, 200)}`)
      return core.call(name, input)
    },
  }
  // Slow senders are ended within a second, so that a test can wait for it.
  const bounds = {
    headMs: 500,
    requestMs: 900,
    checkMs: 100,
    connections: 4 * CONNECTIONS,
    unproved: CONNECTIONS,
  }
  app = await startHost(listening, bounds)
  const tokenIn = (url: string) => new URL(url).searchParams.get('token') ?? ''
  const post = async (path: string, body: unknown) =>
    (
      await app.own({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: [JSON.stringify(body)],
      })
    ).json().value as Record<string, string>
  const table = { method: 'exports.table', input: { table: { of: 'rankings', input: {} }, format: 'csv' } }
  const fetched = `/api/downloads/${(await post('/api/downloads', table))['token']}`
  expect((await app.own({ path: fetched })).text).toContain('Beijing')
  const { upload = '' } = await post('/api/files/begin', { files: [{ name: 'nine.csv', bytes: 9 }] })
  const live = tokenIn(app.host.newOpenUrl())
  at = { port: app.host.port, cookie: app.cookie, used: tokenIn(app.host.openUrl), live, fetched, upload }
})

afterAll(async () => {
  await app.close()
  await core.close()
  told.mockRestore()
  rmSync(folder, { recursive: true, force: true })
})

/** What gives something away: data of the bundled edition, secrets, places of this machine, insides of the app. */
const telltale = () => [
  /beijing|北京|"rows"|"value"|secret":true|<title>|<!doctype/i,
  /set-cookie|access-control-allow/i,
  /\n\s*at .*:\d+|node:internal|\.ts\b|node_modules|SqliteError|zod/i,
  ...[folder, appRoot, app.screensDir, at.live, at.cookie.split('=')[1] ?? ''].map(
    (secret) => new RegExp(secret.replaceAll(/[^\w-]/g, '\\$&')),
  ),
]

/** What is wrong with what came; empty where all is as it should be. */
function faults({ expect: expected, code }: Row, { text, statuses, ended }: Came): string[] {
  if (expected === 'closed') return statuses.length === 0 && ended ? [] : [`came ${text.slice(0, 300)}`]
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s)
  const lower = head.toLowerCase()
  return [
    ...(statuses.join() === String(expected) ? [] : [`answered ${statuses.join() || 'nothing'}`]),
    ...(code === undefined || body.includes(`"code":"${code}"`) ? [] : [`says ${body.slice(0, 200)}`]),
    ...Object.entries(securityHeaders())
      .filter(([name, value]) => !lower.includes(`\r\n${`${name}: ${value}`.toLowerCase()}`))
      .map(([name]) => `lacks ${name}`),
    ...telltale()
      .filter((pattern) => pattern.test(text))
      .map((pattern) => `gives away ${String(pattern)}: ${text.slice(0, 300)}`),
  ]
}

const found = new Map<string, number>()

describe.each(Object.entries(HOSTILE))('%s', (group, rows) => {
  test('are refused, and give nothing away', async () => {
    const all = rows(at)
    found.set(group, new Set(all.map(({ what }) => what)).size)
    expect(found.get(group)).toBe(all.length)
    const before = heard.length
    const wrong: string[] = []
    const left = [...all]
    const work = async () => {
      for (let row = left.shift(); row; row = left.shift()) {
        const came = await send(at.port, row.send)
        wrong.push(...faults(row, came).map((fault) => `${row.what}: ${fault}`))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    expect(wrong).toEqual([])
    expect(heard.length - before).toBe(all.filter(({ reachesCore }) => reachesCore).length)
    expect(told).not.toHaveBeenCalled()
  })
})

test('there are at least 140 of them, each another one', () => {
  const rows = Object.values(HOSTILE).flatMap((make) => make(at))
  const different = new Set(rows.map(({ send: pieces }) => pieces.map((piece) => String(piece)).join('\0')))
  expect(different.size).toBeGreaterThanOrEqual(140)
  expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length)
})

test('connections that are only held are bounded, and the others go on', async () => {
  const held = await Promise.all(
    Array.from({ length: CONNECTIONS * 2 }, async () => {
      const socket = connect({ host: '127.0.0.1', port: at.port })
      socket.on('error', () => undefined)
      const ended = await new Promise<boolean>((resolve) => {
        socket.once('close', () => resolve(true))
        socket.once('connect', () => setTimeout(resolve, 250, false))
      })
      return { socket, ended }
    }),
  )
  const refused = held.filter(({ ended }) => ended).length
  expect(refused).toBeGreaterThanOrEqual(CONNECTIONS - 5)
  expect(refused).toBeLessThan(CONNECTIONS * 2)
  held.forEach(({ socket }) => socket.destroy())
  await expect
    .poll(() =>
      ask(at.port, { path: '/api/host' }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(403)
  const times = { headMs: 10_000, requestMs: 60_000, checkMs: 5000 }
  expect(BOUNDS).toEqual({ ...times, connections: 512, unproved: 256 })
})

test('afterwards the app is open as before: its page is answered, and the one-time address was not spent', async () => {
  expect((await app.call('rankings.list', { limit: 1 })).text).toContain('Beijing')
  const part = await app.own({
    ...{ method: 'POST', path: `/api/files/${at.upload}/0?from=0`, body: ['123456789'] },
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect(part.json()).toEqual({ ok: true, value: null })
  const opened = await ask(at.port, { path: `/open?token=${at.live}` })
  expect([opened.status, opened.headers['set-cookie']?.length]).toEqual([303, 1])
})
