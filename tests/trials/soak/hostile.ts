/** Requests that none of the app's pages sends, and streams broken off: what they leave behind is what a soak looks for. */
import type { Random } from '../calls/schema-values.ts'
import { pickOf } from '../calls/schema-values.ts'
import type { Page } from './page.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' }

/** @returns what came back, as text */
export function sendHostile(page: Page, random: Random): Promise<string> {
  const begun = (length: number) =>
    page.head('POST', '/api/call/rankings.list', { ...JSON_TYPE, 'Content-Length': String(length) })
  const chunked = page.head('POST', '/api/call/rankings.list', {
    ...JSON_TYPE,
    'Transfer-Encoding': 'chunked',
  })
  const foreign = page.head('GET', '/api/host', { Origin: 'https://example.org' })
  return page.raw(
    pickOf(random, [
      'GET / HTTP/1.1\r\nHost: example.org\r\n\r\n',
      foreign,
      foreign.replace(/^Cookie:.*\r\n/m, ''),
      page.head('GET', '/../../etc/passwd'),
      page.head('GET', '/%2e%2e/%2e%2e/package.json'),
      page.head('TRACE', '/'),
      page.head('GET', `/open?token=${'A'.repeat(43)}`),
      page.head('GET', `/api/downloads/${'A'.repeat(24)}`),
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'GET /\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
      `${begun(40)}{"limit":`,
      `${begun(2_000_000)}{"search":"`,
      `${begun(2)}[]`,
      `${begun(9)}{"a":[[[`,
      `${chunked}ffffffffffff\r\n{`,
      `${chunked}5\r\n{"a":`,
      `${chunked}zz\r\n`,
      page.head('GET', '/api/events'),
      page.head('GET', '/'),
      page.head('POST', '/api/files/begin', { ...JSON_TYPE, 'Content-Length': '4' }) + 'null',
    ]),
    30 + random() * 200,
  )
}
