/** Names of this host that are none of ours, pages of other origins, and what browsers say of where a request comes from. */
import type { Row, Rows } from './row.ts'
import { call, forbidden, invalid, request } from './row.ts'

export const hosts: Rows = (at) => {
  const { port } = at
  const wrong = [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${port + 1}`,
    `localhost:${port}.`,
    `localhost.:${port}`,
    `LOCALHOST:${port}`,
    `127.1:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `2130706433:${port}`,
    `0x7f.0.0.1:${port}`,
    `127.0.0.1.nip.io:${port}`,
    `127.0.0.1:${port}.evil.example`,
    `127.0.0.1:${port}@evil.example`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}, evil.example`,
    `127.0.0.1:${port} evil.example`,
    `127.0.0.1:0${port}`,
    `http://127.0.0.1:${port}`,
    `127.0.0.1:${port}/`,
    '',
  ]
  const own = `127.0.0.1:${port}`
  const headers = (...given: [string, string | null][]) => [request(at, { headers: given })]
  return [
    ...wrong.map((host): Row => ({
      what: `Host ${host || 'empty'}`,
      send: headers(['Host', host]),
      ...forbidden,
    })),
    { what: 'no Host', send: headers(['Host', null]), ...forbidden },
    {
      what: 'Host of another site, ours as forwarded',
      send: headers(['Host', 'evil.example'], ['X-Forwarded-Host', own], ['Forwarded', `host=${own}`]),
      ...forbidden,
    },
    { what: 'two Hosts, ours first', send: headers(['Host', own], ['Host', 'evil.example']), ...invalid },
    { what: 'two Hosts, ours last', send: headers(['Host', 'evil.example'], ['Host', own]), ...invalid },
    {
      what: 'a call of another Host',
      send: [call(at, { headers: [['Host', 'evil.example']] })],
      ...forbidden,
    },
    {
      what: 'the one-time address of another Host',
      send: [request(at, { path: `/open?token=${at.live}`, headers: [['Host', `evil.example:${port}`]] })],
      ...forbidden,
    },
  ]
}

export const origins: Rows = (at) => {
  const { port } = at
  const own = `http://127.0.0.1:${port}`
  const wrong = [
    'null',
    'http://evil.example',
    `http://evil.example:${port}`,
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    `${own}/`,
    `${own}.evil.example`,
    `${own}@evil.example`,
    `http://127.0.0.1:${port}, http://evil.example`,
    `HTTP://127.0.0.1:${port}`,
    'file://',
    'app://science-cities',
    'chrome-extension://abcdefghijklmnop',
    'data:',
    '',
  ]
  return [
    ...wrong.map((origin): Row => ({
      what: `Origin ${origin || 'empty'}`,
      send: [call(at, { headers: [['Origin', origin]] })],
      ...forbidden,
    })),
    {
      what: 'two Origins, ours first',
      send: [
        call(at, {
          headers: [
            ['Origin', own],
            ['Origin', 'http://evil.example'],
          ],
        }),
      ],
      ...invalid,
    },
    {
      what: 'a page read from another origin',
      send: [request(at, { path: '/', headers: [['Origin', 'http://evil.example']] })],
      ...forbidden,
    },
    {
      what: 'events read from another origin',
      send: [request(at, { path: '/api/events', headers: [['Origin', 'http://evil.example']] })],
      ...forbidden,
    },
    {
      what: 'asked beforehand whether another origin may call',
      send: [
        request(at, {
          method: 'OPTIONS',
          path: '/api/call/rankings.list',
          headers: [
            ['Origin', 'http://evil.example'],
            ['Access-Control-Request-Method', 'POST'],
            ['Access-Control-Request-Headers', 'content-type'],
            ['Access-Control-Request-Private-Network', 'true'],
          ],
        }),
      ],
      expect: 405,
      code: 'usage',
    },
  ]
}

export const sites: Rows = (at) => {
  const given = (...headers: [string, string][]) => headers
  const site = (value: string) => given(['Sec-Fetch-Site', value])
  const window = given(
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Dest', 'document'],
  )
  const opening = `/open?token=${at.live}`
  const framed = (dest: string, mode = 'navigate') =>
    given(['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Mode', mode], ['Sec-Fetch-Dest', dest])
  return [
    ...['cross-site', 'same-site', 'Same-Origin', 'none, cross-site', 'same-origin;', 'cross-origin', ''].map(
      (value): Row => ({
        what: `Sec-Fetch-Site ${value || 'empty'}`,
        send: [call(at, { headers: site(value) })],
        ...forbidden,
      }),
    ),
    {
      what: 'two Sec-Fetch-Sites',
      send: [call(at, { headers: [...site('same-origin'), ...site('cross-site')] })],
      ...invalid,
    },
    ...['/', '/rankings', '/api/host', '/api/events', '/assets/index-abcd1234.js'].map((path): Row => ({
      what: `a window that another site leads to ${path}`,
      send: [request(at, { path, headers: window })],
      ...forbidden,
    })),
    ...['iframe', 'frame', 'object', 'embed', 'image', 'script', 'empty'].map((dest): Row => ({
      what: `the one-time address as ${dest} of another site`,
      send: [request(at, { path: opening, headers: framed(dest) })],
      ...forbidden,
    })),
    ...['no-cors', 'cors', 'websocket', ''].map((mode): Row => ({
      what: `the one-time address by ${mode || 'no mode'} of another site`,
      send: [request(at, { path: opening, headers: framed('document', mode) })],
      ...forbidden,
    })),
    {
      what: 'the one-time address posted by a form of another site',
      send: [
        request(at, {
          ...{ method: 'POST', path: opening, body: 'a=b' },
          headers: [...window, ['Content-Type', 'application/x-www-form-urlencoded']],
        }),
      ],
      ...forbidden,
    },
    {
      what: 'the one-time address from a window of another origin',
      send: [request(at, { path: opening, headers: [...window, ['Origin', 'http://evil.example']] })],
      ...forbidden,
    },
  ]
}
