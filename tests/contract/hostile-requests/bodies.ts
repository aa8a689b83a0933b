/** Bodies of other types, lengths and contents than a call has. */
import { gzipSync } from 'node:zlib'
import type { Row, Rows } from './row.ts'
import { CALL, call, invalid, request } from './row.ts'

const untyped = { expect: 415, code: 'input-invalid' } as const
const large = { expect: 413, code: 'body-too-large' } as const
const MEGABYTE = 1 << 20

export const types: Rows = (at) => {
  const wrong = [
    '',
    'text/plain',
    'text/plain;charset=UTF-8',
    'text/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json-seq',
    'application/x-ndjson',
    'application/json, text/plain',
    'text/plain, application/json',
    'application/json; charset=utf-16',
    'application/json; charset=gb18030',
    'application/json; charset=utf-8; a=b',
    'application/json; boundary=x',
    'application/octet-stream',
    'application/ld+json',
    ' application / json',
  ]
  return [
    ...wrong.map((type): Row => ({
      what: `a call as ${type || 'an empty type'}`,
      send: [call(at, { headers: [['Content-Type', type]] })],
      ...untyped,
    })),
    { what: 'a call without a type', send: [call(at, { headers: [['Content-Type', null]] })], ...untyped },
    {
      what: 'a call of two types',
      send: [
        call(at, {
          headers: [
            ['Content-Type', 'application/json'],
            ['Content-Type', 'text/plain'],
          ],
        }),
      ],
      ...invalid,
    },
  ]
}

export const contents: Rows = (at) => {
  const wrong: [string, string | Buffer][] = [
    ['nothing', ''],
    ['a blank', ' '],
    ['half an object', '{"limit":'],
    ['two objects', '{}{}'],
    ['a comma too many', '{"limit":1,}'],
    ['single quotes', "{'limit':1}"],
    ['a comment', '{}// x'],
    ['NaN', '{"limit":NaN}'],
    ['Infinity', '{"limit":-Infinity}'],
    ['undefined', 'undefined'],
    ['a number of another system', '{"limit":0x10}'],
    ['a bare line end in a text', '{"search":"a\nb"}'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['half a pair in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
    ['a NUL', '{}\0'],
    ['packed JSON', gzipSync('{}')],
    ['a form', 'limit=1'],
    ['XML with an entity', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['deep lists', `{"search":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['deep objects', `{"search":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['lists a little too deep', `${'['.repeat(101)}${']'.repeat(101)}`],
  ]
  const odd: [string, string][] = [
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '1'],
    ['true', 'true'],
    ['an unknown key', '{"path":"/etc/passwd"}'],
    ['a key of prototypes', '{"__proto__":{"limit":1},"constructor":{}}'],
    ['a limit that is no number', '{"limit":"1; DROP TABLE cities"}'],
    ['a limit below all', '{"limit":-1}'],
    ['a limit beyond all', '{"limit":1e999}'],
    ['half a row', '{"limit":0.5}'],
    ['a dataset that is a path', '{"dataset":"../../../etc/passwd"}'],
    ['a dataset that is a device', '{"dataset":"con"}'],
    ['a dataset of statements', '{"dataset":"a\'; ATTACH DATABASE"}'],
    ['a sort that is a statement', '{"sort":"share; DELETE FROM cities"}'],
    ['an object for a text', '{"search":{"toString":"x","$gt":""}}'],
    ['a list for a text', '{"search":["a"]}'],
    ['a text that is too long', `{"search":"${'a'.repeat(100_000)}"}`],
    ['fifty thousand keys', `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":0`).join(',')}}`],
  ]
  return [
    ...wrong.map(([what, body]): Row => ({
      what: `a call with ${what}`,
      send: [call(at, { body })],
      ...invalid,
    })),
    ...odd.map(([what, body]): Row => ({
      what: `a call with ${what}`,
      send: [call(at, { body })],
      ...invalid,
      reachesCore: true,
    })),
  ]
}

export const lengths: Rows = (at) => {
  const chunked = (...pieces: string[]) => [
    request(at, { method: 'POST', path: CALL, headers: [['Transfer-Encoding', 'chunked']] }),
    ...pieces,
  ]
  const chunk = (size: number) => `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`
  const begin = { method: 'POST', path: '/api/files/begin' } as const
  const upload = { method: 'POST', path: '/api/uploads' } as const
  return [
    {
      what: 'two megabytes declared',
      send: [call(at, { body: 'x', length: String(2 * MEGABYTE) })],
      ...large,
    },
    { what: 'a petabyte declared', send: [call(at, { body: 'x', length: '1125899906842624' })], ...large },
    {
      what: 'two megabytes in chunks',
      send: chunked(...Array.from({ length: 20 }, () => chunk(100_000))),
      ...large,
    },
    {
      what: 'a gigabyte in one chunk',
      send: chunked('40000000\r\n', 'a'.repeat(2 * MEGABYTE)),
      ...large,
    },
    {
      what: 'a text of a megabyte',
      send: [call(at, { body: `{"search":"${'a'.repeat(MEGABYTE)}"}` })],
      ...large,
    },
    {
      what: 'small files declared larger than they may be',
      send: [request(at, { ...upload, length: '999999999' })],
      ...large,
    },
    {
      what: 'a list of files declared larger than it may be',
      send: [request(at, { ...begin, length: '9999999' })],
      ...large,
    },
    {
      what: 'a packed bomb',
      send: [
        call(at, { body: gzipSync(Buffer.alloc(50 * MEGABYTE)), headers: [['Content-Encoding', 'gzip']] }),
      ],
      ...invalid,
    },
    {
      what: 'a GET with a body',
      send: [request(at, { path: '/api/none', body: '{}' })],
      expect: 404,
      code: 'not-found',
    },
  ]
}
