import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import type { Result } from '../shared/contract/errors.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'
import { createDownloads } from './downloads.ts'
import type { Answer, Ask, FakeCore, Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FILE: ExportedFile = {
  fileName: 'ranking_2023.csv',
  mime: 'text/csv;charset=utf-8',
  bytes: new Uint8Array(Buffer.from('Rank,城市\r\n')),
  width: null,
  height: null,
}
const request = { method: 'exports.table', input: { format: 'csv' } }
let core: FakeCore
let app: Started
let reply: () => Result<unknown>

beforeAll(async () => {
  core = fakeCore(() => reply())
  app = await startHost(core)
})
afterAll(() => app.close())
beforeEach(() => void (reply = () => ({ ok: true, value: FILE })))

const outcome = (answer: Answer) => [answer.status, answer.json().error?.code]
const json = { 'content-type': 'application/json' }
const post = (body: string, headers: Ask['headers'] = json) =>
  app.own({ method: 'POST', path: '/api/downloads', ...(headers && { headers }), body: [body] })
async function made(asked: object = request): Promise<{ token: string; fileName: string }> {
  const answer = await post(JSON.stringify(asked))
  expect(answer.json().error).toBeUndefined()
  return answer.json().value as { token: string; fileName: string }
}
const fetched = (token: string, what: Ask = {}) => app.own({ path: `/api/downloads/${token}`, ...what })

describe('a file on its way to the browser', () => {
  it('is made by the core and fetched as it is, once', async () => {
    const { token, fileName } = await made()
    expect(fileName).toBe('ranking_2023.csv')
    expect(core.calls.at(-1)).toEqual({ name: 'exports.table', input: { format: 'csv' } })
    const answer = await fetched(token)
    expect([answer.status, answer.text]).toEqual([200, 'Rank,城市\r\n'])
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv;charset=utf-8',
      'content-length': String(FILE.bytes.length),
      'content-disposition': `attachment; filename="ranking_2023.csv"; filename*=UTF-8''ranking_2023.csv`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(outcome(await fetched(token))).toEqual([404, 'not-found'])
  })

  it('keeps a name in any script, and nothing of a name that could be a header', async () => {
    const { token, fileName } = await made({ ...request, fileName: `../城市"'\r\nSet-Cookie: a.csv` })
    expect(fileName).toBe(`城市-'--Set-Cookie- a.csv`)
    const { headers } = await fetched(token)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__-_--Set-Cookie- a.csv"; filename*=UTF-8''%E5%9F%8E%E5%B8%82-%27--Set-Cookie-%20a.csv`,
    )
  })

  it('that cannot be made is an error of the core, with all that it says', async () => {
    const error = { code: 'city-unknown' as const, message: 'm', details: { suggestions: ['Beijing'] } }
    reply = () => ({ ok: false, error })
    expect((await post(JSON.stringify(request))).json()).toEqual({ ok: false, error })
  })

  it('tells of a backup what is in it and what is not', async () => {
    const backedUp = { datasets: 2, leftOut: [{ what: 'mine', code: 'dataset-damaged' }] }
    reply = () => ({ ok: true, value: { ...FILE, backedUp } })
    expect(await made()).toMatchObject({ fileName: FILE.fileName, backedUp })
    reply = () => ({ ok: true, value: FILE })
    expect(await made()).not.toHaveProperty('backedUp')
  })

  it('of which a page sees a preview comes in JSON, as base64', async () => {
    const { value } = (await app.call('exports.table', {})).json() as { value: { bytes: string } }
    expect(value).toEqual({ ...FILE, bytes: Buffer.from(FILE.bytes).toString('base64') })
  })
})

describe('what is refused', () => {
  it.each([
    ['no JSON', 'nope', [400, 'input-invalid']],
    ['no object', '[]', [400, 'input-invalid']],
    ['bytes of a page', JSON.stringify({ ...request, base64: 'QQ==' }), [400, 'input-invalid']],
    ['a method that makes no file', '{"method":"datasets.remove","input":{}}', [404, 'method-unknown']],
    ['a method that is no text', '{"method":{"toString":1}}', [400, 'input-invalid']],
    ['a body without end', `"${'x'.repeat(1 << 20)}"`, [413, 'body-too-large']],
  ])('%s; the core is not asked', async (_what, body, expected) => {
    const before = core.calls.length
    expect(outcome(await post(body))).toEqual(expected)
    expect(core.calls).toHaveLength(before)
  })

  it('whoever has no cookie, or comes from elsewhere', async () => {
    const { port } = app.host
    const { token } = await made()
    const before = core.calls.length
    const body = [JSON.stringify(request)]
    const foreign: Ask['headers'][] = [{ origin: 'https://example.org' }, { 'sec-fetch-site': 'cross-site' }]
    for (const what of [
      { method: 'POST', path: '/api/downloads', body },
      { path: `/api/downloads/${token}` },
    ]) {
      const headers = what.method === 'POST' ? json : {}
      expect(outcome(await ask(port, { ...what, headers }))).toEqual([403, 'forbidden'])
      for (const more of foreign)
        expect(outcome(await app.own({ ...what, headers: { ...headers, ...more } }))).toEqual([
          403,
          'forbidden',
        ])
    }
    expect(core.calls).toHaveLength(before)
    expect((await fetched(token)).status).toBe(200) // what was refused did not spend it
  })

  it('forms of another site, other methods and unknown addresses', async () => {
    const { token } = await made()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined])
      expect(outcome(await post(JSON.stringify(request), { 'content-type': type }))).toEqual([
        415,
        'input-invalid',
      ])
    expect((await app.own({ path: '/api/downloads' })).status).toBe(405)
    expect((await fetched(token, { method: 'HEAD' })).status).toBe(405)
    expect((await fetched(token, { method: 'POST', headers: json, body: ['{}'] })).status).toBe(405)
    for (const wrong of ['', 'x'.repeat(24), '..%2fcall', '__proto__', 'toString'])
      expect(outcome(await fetched(wrong))).toEqual([404, 'not-found'])
    expect((await fetched(token)).status).toBe(200)
  })
})

describe('files that nobody fetches', () => {
  const files = () => createDownloads({ call: async () => ({ ok: true, value: FILE }) })
  const isGone = (downloads: ReturnType<typeof files>, token: string) => {
    try {
      downloads.send(token, { writeHead() {}, end() {} } as never)
      return false
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-found' })
      return true
    }
  }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('go after a minute', async () => {
    const downloads = files()
    const { token } = await downloads.make(request)
    vi.advanceTimersByTime(60_000)
    expect(isGone(downloads, token)).toBe(true)
  })

  it('go for newer ones, the oldest first, and all with the host', async () => {
    const downloads = files()
    const tokens: string[] = []
    for (let i = 0; i < 10; i++) tokens.push((await downloads.make(request)).token)
    expect(new Set(tokens).size).toBe(10)
    const last = tokens.pop()!
    expect(tokens.map((token) => isGone(downloads, token))).toEqual([true, true, ...Array(7).fill(false)])
    downloads.close()
    expect([isGone(downloads, last), vi.getTimerCount()]).toEqual([true, 0])
  })
})

it('the real core’s files come whole, by every method that makes one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-downloads-'))
  const real = createCore({ dataDir, resourcesDir, appVersion })
  const host = await startHost(real)
  const get = async (asked: object) => {
    const body = [JSON.stringify(asked)]
    const answer = await host.own({ method: 'POST', path: '/api/downloads', headers: json, body })
    const { token, fileName } = answer.json().value as { token: string; fileName: string }
    return { fileName, text: (await host.own({ path: `/api/downloads/${token}` })).text }
  }
  const input = { region: 'JP' }
  const csv = await get({
    method: 'exports.table',
    input: { table: { of: 'rankings', input }, format: 'csv' },
  })
  expect(csv.fileName).toBe('ranking-2023-JP_en.csv')
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(6)
  const figure = { of: 'ranking-bars', input }
  const svg = await get({ method: 'exports.figure', input: { figure, format: 'svg' } })
  expect(svg.text).toContain('<svg')
  const drawing = { network: { of: 'cities', input: {} } }
  const body = [JSON.stringify({ method: 'exports.graph', input: { drawing, format: 'gexf' } })]
  const graph = await host.own({ method: 'POST', path: '/api/downloads', headers: json, body })
  expect(graph.json().error?.code).toBe('not-computed')
  await host.close()
  await real.close()
  await rm(dataDir, { recursive: true, force: true })
})
