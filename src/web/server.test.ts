import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../hosting/csp.ts'
import type { Result } from '../shared/contract/errors.ts'
import type { Answer, Ask, FakeCore, Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'

let core: FakeCore
let app: Started
let reply: (name: string, input: unknown) => Result<unknown>

beforeAll(async () => {
  core = fakeCore((name, input) => reply(name, input))
  app = await startHost(core)
})
afterAll(() => app.close())

const outcome = (answer: Answer) => [answer.status, answer.json().error?.code]
const post = (headers: Ask['headers'], body: Ask['body'], path = '/api/call/rankings.list') =>
  app.own({ method: 'POST', path, ...(headers && { headers }), ...(body && { body }) })
const json = { 'content-type': 'application/json' }

describe('who may ask', () => {
  const paths = ['/', '/assets/index-abcd1234.js', '/api/host', '/api/events']

  it.each(paths)('%s: not without the cookie, nor with a foreign one', async (path) => {
    const { port } = app.host
    expect(outcome(await ask(port, { path }))).toEqual([403, 'forbidden'])
    const foreign = `science-cities-${port}=${'x'.repeat(43)}`
    expect(outcome(await ask(port, { path, headers: { cookie: foreign } }))).toEqual([403, 'forbidden'])
    const token = `science-cities-${port}=${new URL(app.host.openUrl).searchParams.get('token')}`
    expect(outcome(await ask(port, { path, headers: { cookie: token } }))).toEqual([403, 'forbidden'])
  })

  it.each(paths)('%s: not under a foreign Host, Origin or site', async (path) => {
    const { port } = app.host
    const refused: Ask['headers'][] = [
      { host: 'example.org' },
      { host: `example.org:${port}` },
      { host: `127.0.0.1:${port + 1}` },
      { host: '127.0.0.1' },
      { host: `127.0.0.1.example.org:${port}` },
      { origin: 'https://example.org' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://localhost:${port}` }, // not the origin of the Host that was asked
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of refused) {
      expect(outcome(await app.own({ path, headers: headers ?? {} })), JSON.stringify(headers)).toEqual([
        403,
        'forbidden',
      ])
    }
  })

  it('the page itself may, under both names of this machine', async () => {
    reply = () => ({ ok: true, value: { rows: [] } })
    const host = `localhost:${app.host.port}`
    expect((await app.own({ path: '/' })).status).toBe(200)
    expect((await app.own({ path: '/', headers: { host, 'sec-fetch-site': 'none' } })).status).toBe(200)
    expect((await post({ ...json, host, origin: `http://${host}` }, ['{}'])).status).toBe(200)
  })

  it('gives no other origin leave to read', async () => {
    const answers = [
      await app.own({ path: '/' }),
      await app.own({ path: '/api/host' }),
      await app.own({
        method: 'OPTIONS',
        path: '/api/call/rankings.list',
        headers: { 'access-control-request-method': 'POST' },
      }),
    ]
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })

  it('listens on the loopback address alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((entry) => !entry.internal && !entry.address.startsWith('fe80'))
      .map((entry) => entry.address)
    for (const host of [...outside, '::1']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = createConnection({ host, port: app.host.port, timeout: 1000 })
        const end = (value: boolean) => {
          socket.destroy()
          resolve(value)
        }
        socket
          .once('connect', () => end(true))
          .once('error', () => end(false))
          .once('timeout', () => end(false))
      })
      expect(reached, host).toBe(false)
    }
  })
})

describe('calls', () => {
  it('that break off are no fault: nothing is logged, and the next is answered', async () => {
    const told = vi.spyOn(console, 'error')
    const head = [
      'POST /api/call/rankings.list HTTP/1.1',
      `Host: 127.0.0.1:${app.host.port}`,
      `Cookie: ${app.cookie}`,
      'Content-Type: application/json',
      'Content-Length: 1000',
      '',
      '{',
    ].join('\r\n')
    for (const end of ['destroy', 'resetAndDestroy'] as const) {
      const socket = createConnection({ host: '127.0.0.1', port: app.host.port })
      await new Promise((resolve) => socket.write(head, resolve))
      await new Promise((resolve) => setTimeout(resolve, 30))
      socket[end]()
    }
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect((await app.call('rankings.list', {})).status).toBe(200)
    expect(told).not.toHaveBeenCalled()
    told.mockRestore()
  })

  it('hand the input to the core and its result back', async () => {
    reply = (_name, input) => ({ ok: true, value: { echo: input } })
    const answer = await app.call('rankings.list', { region: 'JP', search: '南京' })
    expect([answer.status, answer.json()]).toEqual([
      200,
      { ok: true, value: { echo: { region: 'JP', search: '南京' } } },
    ])
    expect(core.calls.at(-1)).toEqual({ name: 'rankings.list', input: { region: 'JP', search: '南京' } })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
  })

  it.each([
    ['city-unknown', 200],
    ['dataset-unknown', 200],
    ['edition-rejected', 200],
    ['input-invalid', 400],
    ['method-unknown', 404],
    ['body-too-large', 413],
    ['forbidden', 403],
    ['internal', 500],
  ] as const)('an error %s has status %i, and its code', async (code, status) => {
    reply = () => ({ ok: false, error: { code, message: 'm', details: { suggestions: ['Beijing'] } } })
    const answer = await app.call('cities.profile', { city: 'Atlantis' })
    expect(answer.status).toBe(status)
    expect(answer.json()).toEqual({
      ok: false,
      error: { code, message: 'm', details: { suggestions: ['Beijing'] } },
    })
  })

  it.each(['nope', '', 'toString', 'rankings.list/', 'rankings%2elist', '__proto__'])(
    '%j is no method',
    async (name) => {
      const before = core.calls.length
      expect(outcome(await app.call(name, {}))).toEqual([404, 'method-unknown'])
      expect(core.calls.length).toBe(before)
    },
  )

  it.each([
    ['malformed', ['{"a":']],
    ['empty', []],
    ['not UTF-8', [Buffer.from([0x22, 0xff, 0x22])]],
  ])('a %s body is refused', async (_what, body) => {
    expect(outcome(await post(json, body))).toEqual([400, 'input-invalid'])
  })

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonx',
  ])('a body of type %s is refused', async (type) => {
    expect(outcome(await post({ 'content-type': type }, ['{}']))).toEqual([415, 'input-invalid'])
  })

  it('a body over 1 MB is refused, declared or streamed', async () => {
    const before = core.calls.length
    const big = JSON.stringify({ search: 'x'.repeat((1 << 20) + 1) })
    expect(outcome(await post(json, [big]))).toEqual([413, 'body-too-large'])
    const half = big.length / 2
    expect(outcome(await post(json, [big.slice(0, half), big.slice(half)]))).toEqual([413, 'body-too-large'])
    expect(core.calls.length).toBe(before)
  })

  it('a failure nobody foresaw says so without its stack', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    reply = () => {
      throw new Error('SELECT secret FROM /home/someone')
    }
    const answer = await app.call('rankings.list', {})
    expect(outcome(answer)).toEqual([500, 'internal'])
    expect(answer.text).not.toMatch(/secret|home|\.ts/)
    expect(silent).toHaveBeenCalledOnce()
    silent.mockRestore()
  })
})

describe('methods', () => {
  it.each([
    ['PUT', '/', 405],
    ['DELETE', '/api/call/rankings.list', 405],
    ['OPTIONS', '/api/call/rankings.list', 405],
    ['GET', '/api/call/rankings.list', 405],
    ['POST', '/', 405],
    ['POST', '/api/host', 405],
    ['HEAD', '/api/events', 405],
    ['GET', '/api/none', 404],
  ])('%s %s is answered %i with a code', async (method, path, status) => {
    const answer = await app.own({ method, path, headers: json })
    expect(answer.status).toBe(status)
    if (status === 405) expect(answer.headers.allow).toMatch(/GET|POST/)
    if (method !== 'HEAD') expect(answer.json().error?.code).toBe(status === 405 ? 'usage' : 'not-found')
  })

  it('HEAD has the headers of GET and no body', async () => {
    const path = '/assets/index-abcd1234.js'
    const [head, get] = [await app.own({ method: 'HEAD', path }), await app.own({ path })]
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    const page = await app.own({ method: 'HEAD', path: '/' })
    expect([page.status, page.text, page.headers['content-type']]).toEqual([
      200,
      '',
      'text/html; charset=utf-8',
    ])
  })

  it('says which host this is', async () => {
    const { value } = (await app.own({ path: '/api/host' })).json()
    expect(value).toMatchObject({ kind: 'browser', appVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) })
  })
})

describe('screens', () => {
  it.each(['/', '/city/beijing', '/rankings?year=2023'])('%s is the page, under the policy', async (path) => {
    const answer = await app.own({ path })
    expect(answer.text).toContain('<title>Science Cities</title>')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  const answersIn = (html: string) => {
    const json = /<script type="application\/json" id="first-answers">(.*)<\/script>/s.exec(html)?.[1] ?? ''
    return JSON.parse(json) as { host: unknown; answers: { name: string; input: unknown; result: unknown }[] }
  }

  it('a page carries what it would ask first, by the filters of its address', async () => {
    reply = (name, input) => ({ ok: true, value: { name, input } })
    const { host, answers } = answersIn((await app.own({ path: '/?region=JP' })).text)
    expect(host).toMatchObject({ kind: 'browser' })
    expect(answers.map(({ name }) => name)).toEqual(['datasets.show', 'datasets.list', 'rankings.list'])
    const ranking = answers.at(-1)
    expect(ranking?.input).toMatchObject({ region: 'JP', sort: 'rank' })
    expect(ranking?.result).toEqual({ ok: true, value: { name: 'rankings.list', input: ranking?.input } })
  })

  it('a page whose core fails goes out without answers', async () => {
    reply = (name) => {
      if (name === 'rankings.list') throw new Error('unforeseen')
      return { ok: false, error: { code: 'internal', message: 'm', details: {} } }
    }
    const answer = await app.own({ path: '/' })
    expect([answer.status, answersIn(answer.text).answers]).toEqual([200, []])
  })

  it('a script has its type; what is missing is 404 with a code', async () => {
    const script = await app.own({ path: '/assets/index-abcd1234.js' })
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(outcome(await app.own({ path: '/assets/none.js' }))).toEqual([404, 'not-found'])
  })

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/assets/index-abcd1234.js%00.html',
    '/%zz',
  ])('%s leads nowhere', async (path) => {
    const answer = await app.own({ path })
    expect(outcome(answer)).toEqual([403, 'forbidden'])
    expect(answer.text).not.toContain('secret')
  })

  it.each(['//secret.json', '/%252e%252e/secret.json', '/./secret.json'])(
    '%s finds nothing',
    async (path) => {
      expect(outcome(await app.own({ path }))).toEqual([404, 'not-found'])
    },
  )

  it('a whole URL, as a proxy is asked, is refused', async () => {
    expect(outcome(await app.own({ path: `${app.host.address}/` }))).toEqual([400, 'input-invalid'])
  })
})
