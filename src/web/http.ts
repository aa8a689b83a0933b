/** Reading bodies and writing answers: the same shape and headers for every answer of the loopback host. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders } from '../hosting/asset.ts'
import type { ErrorCode, Result } from '../shared/contract/errors.ts'
import { AppError } from '../shared/contract/errors.ts'

const STATUS: Partial<Record<ErrorCode, number>> = {
  'method-unknown': 404,
  'not-found': 404,
  'input-invalid': 400,
  'body-too-large': 413,
  forbidden: 403,
  internal: 500,
}

/** HTTP status of a result. What went wrong in the user's matter (an unknown city, say) is an answer: 200, `ok: false`. */
export function statusOf(result: Result<unknown>): number {
  return result.ok ? 200 : (STATUS[result.error.code] ?? 200)
}

export function failure(code: ErrorCode, message: string): Result<never> {
  return { ok: false, error: { code, message, details: {} } }
}

/** Writes a result as JSON. */
export function sendResult(res: ServerResponse, result: Result<unknown>, status = statusOf(result)): void {
  const body = Buffer.from(JSON.stringify(result))
  res.writeHead(status, {
    ...securityHeaders(),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...(status === 405 && !res.hasHeader('Allow') ? { Allow: 'GET, HEAD, POST' } : {}),
  })
  res.end(res.req.method === 'HEAD' ? undefined : body)
}

/** Objects within objects: ours have a dozen, and what goes to a thread is copied by recursion. */
const MOST_DEPTH = 100

/**
 * Reads a JSON body of at most `limit` bytes.
 * @throws AppError `body-too-large` as soon as the limit is passed, whether or not a length was declared;
 * `input-invalid` where the bytes are not JSON in UTF-8, or it is nested beyond all that a call has.
 */
export async function readJson(req: IncomingMessage, limit: number): Promise<unknown> {
  const bytes = await readBytes(req, limit)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('input-invalid', 'the body is not JSON')
  }
  if (isDeeper(value, MOST_DEPTH)) throw new AppError('input-invalid', 'the body is nested too deeply')
  return value
}

const isDeeper = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((part) => isDeeper(part, most - 1)))

function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new AppError('body-too-large', `the body is larger than ${limit} bytes`, { values: { limit } })
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      req.off('data', take)
      reject(tooLarge())
    }
    req.on('data', take)
    req.once('end', () => resolve(Buffer.concat(chunks)))
    // Whoever went away has had enough: no fault of this app.
    const brokenOff = () => reject(new AppError('cancelled', 'the request was broken off'))
    req.once('error', brokenOff)
    req.once('close', brokenOff)
  })
}

/** Lets a refused sender read the answer (a closed socket would lose it), then ends what still comes in. */
export function dropRest(req: IncomingMessage, graceMs = 2000): void {
  if (req.complete) return
  req.resume()
  const timer = setTimeout(() => req.destroy(), graceMs)
  timer.unref()
  req.once('end', () => clearTimeout(timer))
}
