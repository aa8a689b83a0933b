/** Requests that two parsers would read as different ones, other protocols, and heads without end. */
import type { Row, Rows } from './row.ts'
import { CALL, call, forbidden, invalid, request, unparsed } from './row.ts'

const inner = (port: number) => `GET /api/host HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`

/** Of which a second answer would show that something was smuggled in: there is always one at most. */
export const smuggling: Rows = (at) => {
  const post = (headers: [string, string | null][], rest: string): Row['send'] => [
    request(at, { method: 'POST', path: CALL, headers }),
    rest,
  ]
  const smuggled = request(at).toString('latin1')
  const lengthOf = (text: string) => String(text.length)
  const chunkedAnd = (value: string): [string, string][] => [
    ['Content-Length', '6'],
    ['Transfer-Encoding', value],
  ]
  const encodings = [
    'identity',
    'chunked, identity',
    'xchunked',
    'gzip',
    'chunked, chunked',
    'chunked;q=1',
    '"chunked"',
    '\x0bchunked',
    '',
  ]
  const sizes = ['+2', '-2', '0x2', '2, 2', '2, 3', '2 2', '2e0', '2.0', 'two', '99999999999999999999999', '']
  const chunks: [string, string][] = [
    ['no number', 'zz\r\n{}\r\n0\r\n\r\n'],
    ['less than nothing', '-2\r\n{}\r\n0\r\n\r\n'],
    ['a sign', '+2\r\n{}\r\n0\r\n\r\n'],
    ['a prefix', '0x2\r\n{}\r\n0\r\n\r\n'],
    ['more than 64 bits', 'ffffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
    ['more than it has', '2\r\n{}}}\r\n0\r\n\r\n'],
    ['a blank before', ' 2\r\n{}\r\n0\r\n\r\n'],
    ['a blank behind', '2 \r\n{}\r\n0\r\n\r\n'],
    ['line feeds alone', '2\n{}\n0\n\n'],
    ['a carriage return alone', '2\r{}\r0\r\r'],
  ]
  return [
    ...encodings.map((value): Row => ({
      what: `Transfer-Encoding ${JSON.stringify(value)}`,
      send: post([['Transfer-Encoding', value]], `2\r\n{}\r\n0\r\n\r\n${smuggled}`),
      ...unparsed,
    })),
    ...sizes.map((value): Row => ({
      what: `Content-Length ${value || 'empty'}`,
      send: post([['Content-Length', value]], '{}'),
      ...unparsed,
    })),
    ...chunks.map(([what, rest]): Row => ({
      what: `a chunk's size with ${what}`,
      send: post([['Transfer-Encoding', 'chunked']], rest),
      ...unparsed,
    })),
    {
      what: 'a chunk with an extension without end',
      send: post([['Transfer-Encoding', 'chunked']], `2;${'a'.repeat(30_000)}\r\n{}\r\n0\r\n\r\n`),
      expect: 413,
    },
    {
      what: 'trailers without end',
      send: post([['Transfer-Encoding', 'chunked']], `2\r\n{}\r\n0\r\n${'x: y\r\n'.repeat(20_000)}\r\n`),
      expect: 431,
    },
    { what: 'length and chunks', send: post(chunkedAnd('chunked'), `0\r\n\r\n${smuggled}`), ...unparsed },
    {
      what: 'chunks and length',
      send: post(chunkedAnd('chunked').reverse(), `0\r\n\r\n${smuggled}`),
      ...unparsed,
    },
    {
      what: 'length and odd chunks',
      send: post(chunkedAnd('xchunked'), `0\r\n\r\n${smuggled}`),
      ...unparsed,
    },
    {
      what: 'two lengths',
      send: post(
        [
          ['Content-Length', '2'],
          ['Content-Length', '3'],
        ],
        '{}',
      ),
      ...unparsed,
    },
    {
      what: 'two equal lengths',
      send: post(
        [
          ['Content-Length', '2'],
          ['Content-Length', '2'],
        ],
        '{}',
      ),
      ...unparsed,
    },
    {
      what: 'a length behind a blank',
      send: post([['Content-Length ', '2']], `{}${smuggled}`),
      ...unparsed,
    },
    {
      what: 'chunks behind a blank',
      send: post([['Transfer-Encoding ', 'chunked']], `0\r\n\r\n${smuggled}`),
      ...unparsed,
    },
    {
      what: 'chunks in a folded header',
      send: post([['X', 'y\r\n Transfer-Encoding: chunked']], '0\r\n\r\n'),
      ...unparsed,
    },
    {
      what: 'a request within the body of one without session',
      send: [call(at, { headers: [['Cookie', null]], body: smuggled, length: lengthOf(smuggled) })],
      ...forbidden,
    },
    {
      what: 'a request within the body of a GET',
      send: [request(at, { path: '/api/none', body: smuggled })],
      expect: 404,
      code: 'not-found',
    },
    {
      what: 'a request behind one that is none',
      send: [`GET / HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nBad Header: x\r\n\r\n`, smuggled],
      ...unparsed,
    },
    {
      what: 'a header that ends the head in a value',
      send: [
        request(at, {
          headers: [
            ['Cookie', null],
            ['X', `y\n${`Cookie: ${at.cookie}`}`],
          ],
        }),
      ],
      ...unparsed,
    },
  ]
}

export const heads: Rows = (at) => {
  const get = (...headers: [string, string][]) => [request(at, { headers })]
  const own = `Host: 127.0.0.1:${at.port}`
  return [
    { what: 'a header of 20 kB', send: get(['X', 'a'.repeat(20_000)]), expect: 431 },
    { what: 'a name of 20 kB', send: get(['X'.repeat(20_000), 'a']), expect: 431 },
    {
      what: 'a hundred thousand headers',
      send: get(...Array.from({ length: 100_000 }, (): [string, string] => ['X', 'y'])),
      expect: 431,
    },
    {
      what: 'a cookie of 20 kB',
      send: get(['Cookie', `${at.cookie}; a=${'b'.repeat(20_000)}`]),
      expect: 431,
    },
    { what: 'an address of 20 kB', send: [request(at, { path: `/${'a'.repeat(20_000)}` })], expect: 431 },
    {
      what: 'fifteen hundred small headers',
      send: get(...Array.from({ length: 1500 }, (): [string, string] => ['X', ''])),
      expect: 431,
    },
    { what: 'a NUL in a value', send: get(['X', 'a\0b']), ...unparsed },
    { what: 'a carriage return in a value', send: get(['X', 'a\rb']), ...unparsed },
    { what: 'a name with a blank', send: get(['X Y', 'a']), ...unparsed },
    { what: 'a name with a NUL', send: get(['X\0', 'a']), ...unparsed },
    { what: 'a name of another script', send: get(['Ünïcode', 'a']), ...unparsed },
    { what: 'a header without a name', send: [`GET / HTTP/1.1\r\n${own}\r\n: x\r\n\r\n`], ...unparsed },
    { what: 'a header without a colon', send: [`GET / HTTP/1.1\r\n${own}\r\nnonsense\r\n\r\n`], ...unparsed },
    {
      what: 'a blank before the first header',
      send: [`GET / HTTP/1.1\r\n X: y\r\n${own}\r\n\r\n`],
      ...unparsed,
    },
    { what: 'line feeds alone', send: [`GET / HTTP/1.1\n${own}\n\n`], ...unparsed },
    { what: 'expects what no server does', send: get(['Expect', '200-maybe']), expect: 417 },
    {
      what: 'asks before sending, without session',
      send: [
        request(at, {
          method: 'POST',
          path: CALL,
          length: '2',
          headers: [
            ['Cookie', null],
            ['Expect', '100-continue'],
          ],
        }),
      ],
      ...forbidden,
    },
  ]
}

export const protocols: Rows = (at) => {
  const own = `127.0.0.1:${at.port}`
  const upgrade = (path: string, headers: [string, string | null][]) => [
    request(at, {
      path,
      headers: [
        ['Connection', 'Upgrade'],
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Version', '13'],
        ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
        ...headers,
      ],
    }),
  ]
  return [
    { what: 'a websocket without session', send: upgrade('/api/events', [['Cookie', null]]), ...forbidden },
    {
      what: 'a websocket of another origin',
      send: upgrade('/api/events', [['Origin', 'http://evil.example']]),
      ...forbidden,
    },
    { what: 'a websocket of our own', send: upgrade('/api/none', []), expect: 404, code: 'not-found' },
    {
      what: 'an upgrade to HTTP/2',
      send: [
        request(at, {
          path: '/api/none',
          headers: [
            ['Connection', 'Upgrade, HTTP2-Settings'],
            ['Upgrade', 'h2c'],
            ['HTTP2-Settings', 'AAMAAABkAAQAAP__'],
          ],
        }),
      ],
      expect: 404,
      code: 'not-found',
    },
    { what: 'HTTP/2 at once', send: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], ...unparsed },
    { what: 'HTTP/0.9', send: ['GET /\r\n\r\n'], ...forbidden },
    { what: 'HTTP/1.0 without a Host', send: ['GET / HTTP/1.0\r\n\r\n'], ...forbidden },
    {
      what: 'HTTP/1.0 of another Host',
      send: ['GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n'],
      ...forbidden,
    },
    { what: 'HTTP/1.2', send: [request(at, { version: 'HTTP/1.2' })], ...unparsed },
    { what: 'HTTP/9.9', send: [request(at, { version: 'HTTP/9.9' })], ...unparsed },
    { what: 'HTTP/1.1 and a letter', send: [request(at, { version: 'HTTP/1.1x' })], ...unparsed },
    { what: 'ICE/1.0', send: [request(at, { version: 'ICE/1.0' })], ...unparsed },
    { what: 'RTSP', send: [request(at, { method: 'DESCRIBE', version: 'RTSP/1.0' })], expect: 405 },
    { what: 'a method in lower case', send: [request(at, { method: 'get' })], ...unparsed },
    { what: 'a method that is none', send: [request(at, { method: 'GETX' })], ...unparsed },
    { what: 'a method with a NUL', send: [request(at, { method: 'G\0T' })], ...unparsed },
    { what: 'no method', send: [` / HTTP/1.1\r\nHost: ${own}\r\n\r\n`], ...unparsed },
    { what: 'no path', send: [`GET HTTP/1.1\r\nHost: ${own}\r\n\r\n`], ...unparsed },
    { what: 'a blank in the path', send: [request(at, { path: '/a b' })], ...unparsed },
    { what: 'a tab in the path', send: [request(at, { path: '/a\tb' })], ...unparsed },
    { what: 'a whole address, ours', send: [request(at, { path: `http://${own}/` })], ...invalid },
    {
      what: 'a whole address, of another',
      send: [request(at, { path: 'http://evil.example/' })],
      ...invalid,
    },
    {
      what: 'a whole address of the one-time one',
      send: [request(at, { path: `http://${own}/open?token=${at.live}` })],
      ...invalid,
    },
    { what: 'a whole address of a disk', send: [request(at, { path: 'file:///etc/passwd' })], ...invalid },
    { what: 'an asterisk', send: [request(at, { method: 'OPTIONS', path: '*' })], ...invalid },
    {
      what: 'CONNECT to another',
      send: [request(at, { method: 'CONNECT', path: 'evil.example:443' })],
      expect: 'closed',
    },
    { what: 'CONNECT to this', send: [request(at, { method: 'CONNECT', path: own })], expect: 'closed' },
    {
      what: 'a greeting of TLS',
      send: [Buffer.from('16030100c8010000c40303', 'hex'), Buffer.alloc(200, 7)],
      ...unparsed,
    },
    { what: 'a greeting of SSH', send: ['SSH-2.0-OpenSSH_9.9\r\n'], ...unparsed },
    { what: 'a greeting of SMTP', send: ['EHLO evil.example\r\nMAIL FROM:<a@b>\r\n'], ...unparsed },
    { what: 'a redis command', send: ['*1\r\n$4\r\nPING\r\n'], ...unparsed },
    {
      what: 'noise',
      send: [Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 73 + 129) % 256))],
      ...unparsed,
    },
    { what: 'half a head, then the end', send: [`GET / HTTP/1.1\r\nHost: ${own}\r\n`], expect: 408 },
    { what: 'nothing at all', send: [], expect: 408 },
    {
      what: 'a head letter by letter',
      send: [...'GET / HTTP/1.1'].flatMap((letter) => [letter, 120]),
      expect: 408,
    },
    { what: 'a body that stops', send: [call(at, { body: '{', length: '50' })], expect: 408 },
    {
      what: 'a body byte by byte',
      send: [call(at, { body: '', length: '50' }), ...Array.from({ length: 20 }, () => [' ', 120]).flat()],
      expect: 408,
    },
    {
      what: 'a chunk that stops',
      send: [
        request(at, { method: 'POST', path: CALL, headers: [['Transfer-Encoding', 'chunked']] }),
        '5\r\n{',
      ],
      expect: 408,
    },
    {
      what: 'a smuggled second request in HTTP/1.0',
      send: [`GET /api/none HTTP/1.0\r\nHost: ${own}\r\nCookie: ${at.cookie}\r\n\r\n`, inner(at.port)],
      expect: 404,
      code: 'not-found',
    },
  ]
}
