/** A request that none of our pages sends, byte for byte, and what it comes to. */
import type { ErrorCode } from '../../../src/shared/contract/errors.ts'

/** What the rows are made for: a running host, and the secrets of its user. */
export interface At {
  port: number
  /** Of the user, who is at work: `science-cities-PORT=SECRET`. */
  cookie: string
  /** Tokens of one-time addresses: one that opens, one that was used. */
  live: string
  used: string
  /** Path that has no other end than one that was fetched. */
  fetched: string
  /** An upload that was begun, of one file with nine bytes. */
  upload: string
}

export interface Row {
  what: string
  /** Sent one after another; a number is a pause in milliseconds. */
  send: readonly (string | Buffer | number)[]
  /** Status of the one answer; `closed` where none comes and the connection ends. */
  expect: number | 'closed'
  /** Code of the answer where the app gave it, and not the parser of HTTP. */
  code?: ErrorCode
  /** Where the core is asked, which refuses it. */
  reachesCore?: boolean
}

export type Rows = (at: At) => Row[]

export interface Shape {
  method?: string
  path?: string
  version?: string
  /** In place of those of our own page; null leaves one out. Several of a name are sent as they stand. */
  headers?: readonly (readonly [string, string | null])[]
  body?: string | Buffer
  /** Where the body's length is not said, or is said otherwise. */
  length?: string | null
}

/** A request as our own page sends it, but for what is given. */
export function request(at: At, shape: Shape = {}): Buffer {
  const { method = 'GET', path = '/api/host', version = 'HTTP/1.1', headers = [], body, length } = shape
  const own: [string, string][] = [
    ['Host', `127.0.0.1:${at.port}`],
    ['Cookie', at.cookie],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Content-Type', 'application/json'],
  ]
  const given = new Set(headers.map(([name]) => name.trim().toLowerCase()))
  const size = length === undefined ? (body === undefined ? null : String(Buffer.byteLength(body))) : length
  const lines = [
    `${method} ${path} ${version}`,
    ...own.filter(([name]) => !given.has(name.toLowerCase())).map(([name, value]) => `${name}: ${value}`),
    ...headers.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])),
    ...(size === null ? [] : [`Content-Length: ${size}`]),
    '',
    '',
  ]
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), Buffer.from(body ?? '')])
}

export const CALL = '/api/call/rankings.list'

/** A call as our own page makes it, but for what is given. */
export const call = (at: At, shape: Shape = {}): Buffer =>
  request(at, { method: 'POST', path: CALL, body: '{}', ...shape })

/** The same with a body of this kind. */
export const forbidden = { expect: 403, code: 'forbidden' } as const
export const invalid = { expect: 400, code: 'input-invalid' } as const
/** What the parser of HTTP refuses before the app sees it. */
export const unparsed = { expect: 400 } as const
