/** Paths that would lead outside, name what is none of ours, or hide it by encodings; methods and tokens that there are not. */
import type { Row, Rows } from './row.ts'
import { call, forbidden, invalid, request } from './row.ts'

const missing = { expect: 404, code: 'not-found' } as const
const unknown = { expect: 404, code: 'method-unknown' } as const
const unserved = { expect: 405, code: 'usage' } as const

export const paths: Rows = (at) => {
  const get = (path: string) => [request(at, { path })]
  const outside = [
    '/../secret.json',
    '/assets/../../secret.json',
    '/assets/./../../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/\\..\\secret.json',
    '/..%00/secret.json',
    '/assets/index-abcd1234.js%00.html',
    '/%zz',
    '/%',
    '/%c0%ae%c0%ae/secret.json',
    '/%e0%80%ae%e0%80%ae/secret.json',
    '/%ff/secret.json',
    '/../../../../../../etc/passwd',
    '/..',
    '/..;/secret.json',
    '/.../secret.json',
    '/..%e2%88%95secret.json',
  ]
  const absent = [
    '/%252e%252e/secret.json',
    '//secret.json',
    '//127.0.0.1/secret.json',
    '/%2fsecret.json',
    '/C:/secret.json',
    '/file:///secret.json',
    '/%ef%bc%8e%ef%bc%8e/secret.json',
    '/secret.json',
    '/.git/config.json',
    '/package.json',
    '/assets/index-abcd1234.js.map',
    '/assets/index-abcd1234.js/secret.json',
    '/index.html::$DATA.json',
    '/con.json',
    '/assets/nul.js',
    `/${'a'.repeat(300)}.json`,
    `/${'a/'.repeat(3000)}b.json`,
    '/api/',
    '/api/none',
    '/api/../../secret.json',
    '/api/host/',
    '/api/host%2f',
    '/api//host',
    '/api/downloads/',
    '/api/events/x',
    '/api/call',
  ]
  return [
    ...outside.map((path): Row => ({ what: `path ${path.slice(0, 60)}`, send: get(path), ...forbidden })),
    ...absent.map((path): Row => ({ what: `path ${path.slice(0, 60)}`, send: get(path), ...missing })),
  ]
}

export const methods: Rows = (at) => {
  const names = [
    '',
    'none',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'rankings.list/',
    'rankings.list%00',
    'rankings%2elist',
    'Rankings.List',
    '../host',
    'rankings.list/../datasets.list',
    '%72ankings.list',
    'x'.repeat(5000),
  ]
  const verbs = [
    'PUT',
    'DELETE',
    'PATCH',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'MKCOL',
    'LOCK',
    'PURGE',
    'QUERY',
    'M-SEARCH',
  ]
  const swapped: [string, string][] = [
    ['GET', '/api/call/rankings.list'],
    ['HEAD', '/api/call/rankings.list'],
    ['HEAD', '/api/events'],
    ['HEAD', '/api/host'],
    ['HEAD', at.fetched],
    ['POST', '/'],
    ['POST', '/api/host'],
    ['POST', '/api/events'],
    ['POST', '/assets/index-abcd1234.js'],
    ['POST', at.fetched],
    ['GET', '/api/uploads'],
    ['GET', '/api/files/begin'],
    ['GET', `/api/files/${at.upload}/0`],
    ['GET', '/api/downloads'],
  ]
  return [
    ...names.map((name): Row => ({
      what: `method ${name.slice(0, 40) || 'without a name'}`,
      send: [call(at, { path: `/api/call/${name}` })],
      ...unknown,
    })),
    ...verbs.map((method): Row => ({
      what: `${method} /`,
      send: [request(at, { method, path: '/' })],
      ...unserved,
    })),
    ...swapped.map(([method, path]): Row => ({
      what: `${method} ${path.replace(/[\w-]{24}/, '…')}`,
      send: [request(at, { method, path, ...(method === 'POST' ? { body: '{}' } : {}) })],
      expect: 405,
      ...(method === 'HEAD' ? {} : { code: 'usage' as const }),
    })),
    {
      what: 'a method in place of another, by header',
      send: [call(at, { path: '/', headers: [['X-HTTP-Method-Override', 'GET']] })],
      ...unserved,
    },
  ]
}

export const tokens: Rows = (at) => {
  const octets = [['Content-Type', 'application/octet-stream']] as const
  const post = (path: string, body: string) => [request(at, { method: 'POST', path, body })]
  const part = (path: string, body = 'abc') => [request(at, { method: 'POST', path, body, headers: octets })]
  const parts = `/api/files/${at.upload}`
  const A = 'A'.repeat(24)
  const downloads = [A, '', '..', '../host', '%2e%2e/host', '__proto__', 'toString', 'A'.repeat(5000)]
  const made: [string, string][] = [
    ['null', 'null'],
    ['a list', '[]'],
    ['no method', '{}'],
    ['a method that is no text', '{"method":{"toString":1}}'],
    ['another key', '{"method":"exports.table","path":"/etc/passwd"}'],
    ['a name that is too long', `{"method":"exports.table","input":{},"fileName":"${'a'.repeat(300)}"}`],
    ['a name that is no text', '{"method":"exports.table","input":{},"fileName":["a"]}'],
  ]
  const begun: [string, string][] = [
    ['null', 'null'],
    ['no files', '{"files":[]}'],
    ['fewer than no bytes', '{"files":[{"name":"a.csv","bytes":-1}]}'],
    ['half a byte', '{"files":[{"name":"a.csv","bytes":0.5}]}'],
    ['more bytes than a number counts', '{"files":[{"name":"a.csv","bytes":1e300}]}'],
    ['no name', '{"files":[{"name":"","bytes":1}]}'],
    ['only dots for a name', '{"files":[{"name":"../..","bytes":1}]}'],
    ['two files of one name', '{"files":[{"name":"a.csv","bytes":1},{"name":"A.CSV","bytes":1}]}'],
    ['a file that is a folder', '{"files":[{"name":"a","bytes":1},{"name":"a/b","bytes":1}]}'],
    ['a path of the machine', '{"files":[{"name":"a.csv","bytes":1,"path":"/etc/passwd"}]}'],
    ['too many files', `{"files":[${Array(5001).fill('{"name":"a","bytes":1}').join(',')}]}`],
  ]
  const taken: [string, string][] = [
    ['null', 'null'],
    ['no table', '{"files":[{"name":"a.exe","base64":"MQ=="}]}'],
    ['no base64', '{"files":[{"name":"a.csv","base64":"<>"}]}'],
    ['a hidden file', '{"files":[{"name":".csv","base64":"MQ=="}]}'],
    [
      'a file that is a folder',
      '{"files":[{"name":"a.csv","base64":"MQ=="},{"name":"a.csv/b.csv","base64":"MQ=="}]}',
    ],
  ]
  const refusedParts: [string, string][] = [
    ['of a file that there is not', `${parts}/1?from=0`],
    ['far behind', `${parts}/0?from=5`],
    ['before the beginning', `${parts}/0?from=-1`],
    ['at no number', `${parts}/0?from=zero`],
    ['at infinity', `${parts}/0?from=1e999`],
  ]
  return [
    ...downloads.map((token): Row => ({
      what: `download ${token.slice(0, 30)}`,
      send: [request(at, { path: `/api/downloads/${token}` })],
      ...missing,
    })),
    { what: 'a download for the second time', send: [request(at, { path: at.fetched })], ...missing },
    ...made.map(([what, body]): Row => ({
      what: `a download of ${what}`,
      send: post('/api/downloads', body),
      ...invalid,
    })),
    ...['rankings.list', 'datasets.remove', '__proto__'].map((method): Row => ({
      what: `a download of ${method}, which makes no file`,
      send: post('/api/downloads', JSON.stringify({ method, input: {} })),
      ...unknown,
    })),
    ...begun.map(([what, body]): Row => ({
      what: `an upload with ${what}`,
      send: post('/api/files/begin', body),
      ...invalid,
    })),
    ...taken.map(([what, body]): Row => ({
      what: `small files with ${what}`,
      send: post('/api/uploads', body),
      ...invalid,
    })),
    ...refusedParts.map(([what, path]): Row => ({ what: `a part ${what}`, send: part(path), ...invalid })),
    {
      what: 'a part with more bytes than the file has',
      send: part(`${parts}/0?from=0`, 'a'.repeat(100)),
      expect: 413,
      code: 'body-too-large',
    },
    { what: 'a part as JSON', send: post(`${parts}/0?from=0`, '{}'), expect: 415, code: 'input-invalid' },
    {
      what: 'an upload ended before it is whole',
      send: post('/api/files/done', `{"upload":"${at.upload}"}`),
      ...invalid,
    },
    ...[
      '/api/files/',
      '/api/files/none',
      `/api/files/${A}/12345`,
      `/api/files/${A}/0/0`,
      `/api/files/../host`,
    ].map((path): Row => ({ what: `POST ${path}`, send: post(path, '{}'), ...missing })),
  ]
}

/** Tokens that stand for nothing are answers, not refusals: the page may ask again. */
export const unknownTokens: Rows = (at) => {
  const A = 'A'.repeat(24)
  const answered = { expect: 200, code: 'file-token-unknown' } as const
  const post = (path: string, body: string) => [request(at, { method: 'POST', path, body })]
  return [
    { what: 'an end of no upload', send: post('/api/files/done', `{"upload":"${A}"}`), ...answered },
    {
      what: 'an end of an upload that is no text',
      send: post('/api/files/done', '{"upload":{"a":1}}'),
      ...answered,
    },
    {
      what: 'a part of no upload',
      send: [
        request(at, {
          ...{ method: 'POST', path: `/api/files/${A}/0?from=0`, body: 'abc' },
          headers: [['Content-Type', 'application/octet-stream']],
        }),
      ],
      ...answered,
    },
    ...[
      ['imports.preview', { files: A }],
      ['imports.index', { files: A, as: 'mine' }],
      ['imports.edition', { folder: A, as: 'mine' }],
      ['datasets.preview', { file: A }],
      ['populations.replace', { files: A }],
      ['files.open', { file: A }],
    ].map(([method, input]): Row => ({
      what: `${String(method)} of a made-up token`,
      send: post(`/api/call/${String(method)}`, JSON.stringify(input)),
      ...answered,
      reachesCore: true,
    })),
    ...['/etc/passwd', '../../../etc/passwd', 'A'.repeat(500)].map((files): Row => ({
      what: `a path for a token: ${files.slice(0, 30)}`,
      send: post('/api/call/imports.preview', JSON.stringify({ files })),
      ...invalid,
      reachesCore: true,
    })),
  ]
}
