import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Result } from '../../../shared/contract/errors.ts'
import type { SaveRequest } from '../../../shared/contract/host.ts'
import { loopbackHost, loopbackTransport } from './loopback.ts'

const request: SaveRequest = {
  method: 'exports.table',
  input: { table: { of: 'rankings', input: {} }, format: 'csv' },
}
const asked: [path: string, body: unknown][] = []
const clicked: [address: string | null, name: string][] = []
let answer: Result<unknown>

beforeEach(() => {
  asked.length = clicked.length = 0
  vi.stubGlobal('fetch', async (path: string, init?: { body: string }) => {
    asked.push([path, init && JSON.parse(init.body)])
    const host = { ok: true, value: { platform: 'linux', appVersion: '1' } }
    return { json: async () => (path === '/api/host' ? host : answer) }
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push([this.getAttribute('href'), this.download])
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a file is made by the host and fetched by the browser: the page sees its name alone', async () => {
  answer = { ok: true, value: { token: 'abc', fileName: '城市.csv' } }
  const host = await loopbackHost()
  expect(await host.saveFile(request)).toEqual({ savedAs: '城市.csv' })
  expect(asked.at(-1)).toEqual(['/api/downloads', request])
  expect(clicked).toEqual([['/api/downloads/abc', '城市.csv']])
})

test('one that cannot be made is not fetched, and says why', async () => {
  const error = { code: 'city-unknown' as const, message: 'm', details: { suggestions: ['Beijing'] } }
  answer = { ok: false, error }
  const host = await loopbackHost()
  await expect(host.saveFile(request)).rejects.toMatchObject(error)
  expect(clicked).toEqual([])
})

test('the bytes of a preview are bytes again', async () => {
  answer = { ok: true, value: { fileName: 'a', bytes: btoa('Rank') } }
  const result = await loopbackTransport.call('exports.table', {})
  expect(result).toEqual({ ok: true, value: { fileName: 'a', bytes: new TextEncoder().encode('Rank') } })
  answer = { ok: true, value: { bytes: 'kept as it is' } }
  expect(await loopbackTransport.call('datasets.list', {})).toEqual(answer)
})
