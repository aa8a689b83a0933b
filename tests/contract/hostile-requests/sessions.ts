/** Requests without the user's session, with one that is nearly it, and one-time addresses that open nothing. */
import type { Row, Rows } from './row.ts'
import { CALL, call, forbidden, request } from './row.ts'

export const sessions: Rows = (at) => {
  const [name = '', secret = ''] = at.cookie.split('=')
  const cookies: [string, string | null][] = [
    ['no cookie', null],
    ['an empty cookie', ''],
    ['the name alone', name],
    ['an empty secret', `${name}=`],
    ['another secret', `${name}=${'A'.repeat(secret.length)}`],
    ['the secret cut by a letter', `${name}=${secret.slice(0, -1)}`],
    ['the secret and a letter', `${name}=${secret}A`],
    ['the secret in lower case', `${name}=${secret.toLowerCase()}_`],
    ['the secret in quotes', `${name}="${secret}"`],
    ['the secret behind a blank', `${name}= ${secret}`],
    ['the secret, encoded', `${name}=%${secret.charCodeAt(0).toString(16)}${secret.slice(1)}`],
    ['the name of another port', `science-cities-${at.port + 1}=${secret}`],
    ['the name without a port', `science-cities=${secret}`],
    ['the name in upper case', `${name.toUpperCase()}=${secret}`],
    ['a longer name', `x${name}=${secret}`],
    ['a prefix of hosts', `__Host-${name}=${secret}`],
    ['within another cookie', `a="${name}=${secret}"`],
    ['behind a comma', `a=b, ${name}=${secret}`],
    ['the token of the one-time address', `${name}=${at.live}`],
    ['the token that was used', `${name}=${at.used}`],
    ['three hundred others', Array.from({ length: 300 }, (_, n) => `${name}=${n}`).join('; ')],
  ]
  const bare = [['Cookie', null]] as const
  const places: [string, Buffer][] = [
    ['the first page', request(at, { path: '/', headers: bare })],
    ['a page of a view', request(at, { path: '/cities/beijing', headers: bare })],
    ['a script', request(at, { path: '/assets/index-abcd1234.js', headers: bare })],
    ['events', request(at, { path: '/api/events', headers: bare })],
    ['an upload', request(at, { method: 'POST', path: '/api/uploads', body: '{}', headers: bare })],
    ['a large upload', request(at, { method: 'POST', path: '/api/files/begin', body: '{}', headers: bare })],
    [
      'a part of an upload that was begun',
      request(at, {
        ...{ method: 'POST', path: `/api/files/${at.upload}/0?from=0`, body: 'abc' },
        headers: [...bare, ['Content-Type', 'application/octet-stream']],
      }),
    ],
    ['a download', request(at, { method: 'POST', path: '/api/downloads', body: '{}', headers: bare })],
    ['a fetched download', request(at, { path: at.fetched, headers: bare })],
    ['what is not there', request(at, { path: '/api/none', headers: bare })],
    ['an unknown method', request(at, { method: 'POST', path: '/api/call/none', body: '{}', headers: bare })],
    ['the secret in the query', request(at, { path: `/api/host?${at.cookie}`, headers: bare })],
    ['the secret as a bearer', request(at, { headers: [...bare, ['Authorization', `Bearer ${secret}`]] })],
    ['the secret as Set-Cookie', request(at, { headers: [...bare, ['Set-Cookie', at.cookie]] })],
    ['the secret as Cookie2', request(at, { headers: [...bare, ['Cookie2', at.cookie]] })],
  ]
  return [
    ...cookies.map(([what, cookie]): Row => ({
      what: `a call with ${what}`,
      send: [call(at, { headers: [['Cookie', cookie]] })],
      ...forbidden,
    })),
    ...places.map(([what, send]): Row => ({ what: `without session: ${what}`, send: [send], ...forbidden })),
    {
      what: 'a call without session of two megabytes',
      send: [
        request(at, { method: 'POST', path: CALL, headers: bare, length: String(2 << 20) }),
        'x'.repeat(100_000),
      ],
      ...forbidden,
    },
  ]
}

export const openings: Rows = (at) => {
  const open = (path: string, method = 'GET') => [request(at, { method, path, headers: [['Cookie', null]] })]
  const refused: [string, string][] = [
    ['a used token', `/open?token=${at.used}`],
    ['no token', '/open'],
    ['an empty token', '/open?token='],
    ['a made-up token', `/open?token=${'A'.repeat(43)}`],
    ['the token and a letter', `/open?token=${at.live}A`],
    ['the token cut by a letter', `/open?token=${at.live.slice(0, -1)}`],
    ['the token behind a blank', `/open?token=%20${at.live}`],
    ['the token second', `/open?token=x&token=${at.live}`],
    ['the token under another name', `/open?Token=${at.live}`],
    ['the token as a list', `/open?token[]=${at.live}`],
    ['the secret of the session', `/open?token=${at.cookie.split('=')[1]}`],
    ['a token and a NUL', `/open?token=${at.live}%00`],
    ['another spelling of the path', `/OPEN?token=${at.live}`],
    ['a path below', `/open/?token=${at.live}`],
    ['an encoded path', `/%6fpen?token=${at.live}`],
    ['an encoded question mark', `/open%3Ftoken=${at.live}`],
    ['a path through a folder', `/x/../open?token=${at.live}`],
    ['two slashes', `//open?token=${at.live}`],
  ]
  return [
    ...refused.map(([what, path]): Row => ({
      what: `the one-time address: ${what}`,
      send: open(path),
      ...forbidden,
    })),
    ...['HEAD', 'POST'].map((method): Row => ({
      what: `the one-time address by ${method}`,
      send: open(`/open?token=${at.live}`, method),
      expect: method === 'HEAD' ? 405 : 405,
      ...(method === 'HEAD' ? {} : { code: 'usage' as const }),
    })),
  ]
}
