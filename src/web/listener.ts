/** The server below the app's own answers: its bounds, and words for what its parser of HTTP refuses. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '../hosting/asset.ts'
import type { Connections, Room } from './connections.ts'
import { holdConnections } from './connections.ts'

// Imported as a module it is asked for all that it exports, of which one is a WebSocket client: 70 ms.
const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http')

const HOST = '127.0.0.1'

export interface Bounds extends Room {
  /** Within which a request's head, and all of it, has to arrive, in milliseconds. */
  headMs: number
  requestMs: number
  /** How often the times are looked at. */
  checkMs: number
}

export const BOUNDS: Bounds = {
  ...{ headMs: 10_000, requestMs: 60_000, checkMs: 5000 },
  ...{ connections: 512, unproved: 256 },
}

/** Time for a refused sender to read its answer, before the connection ends under it. */
const GRACE_MS = 1000

const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

export interface Answers {
  request(req: IncomingMessage, res: ServerResponse): void
  /** Whether a request that waits for a word before it sends its body is to send it; else it is answered at once. */
  welcomes(req: IncomingMessage): boolean
}

export interface Listening extends Connections {
  server: Server
}

/** Listens on this machine alone. Rejects where the port is taken. */
export function listen(port: number, answers: Answers, bounds: Bounds = BOUNDS): Promise<Listening> {
  const server = createServer({
    headersTimeout: bounds.headMs,
    requestTimeout: bounds.requestMs,
    connectionsCheckingInterval: bounds.checkMs,
    // Refused like any other name, with the headers of every answer.
    requireHostHeader: false,
  })
  const { proved } = holdConnections(server, bounds)
  const running = new WeakMap<Duplex, ServerResponse>()
  const take = (req: IncomingMessage, res: ServerResponse) => {
    running.set(req.socket, res)
    answers.request(req, res)
  }
  server.on('request', take)
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => {
    if (answers.welcomes(req)) res.writeContinue()
    take(req, res)
  })
  server.on('checkExpectation', (_req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(417, { ...securityHeaders(), 'Content-Length': 0, Connection: 'close' })
    res.end()
  })
  const told = new WeakSet<Duplex>()
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (told.has(socket)) return
    told.add(socket)
    // Not into the midst of an answer.
    if (!socket.writable || error.code === 'ECONNRESET' || running.get(socket)?.headersSent === true)
      return void socket.destroy()
    socket.end(refusal(STATUS[error.code ?? ''] ?? 400))
    socket.resume()
    setTimeout(() => socket.destroy(), GRACE_MS).unref()
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve({ server, proved })
    })
  })
}

/** An answer to what is no request: it has no body. */
function refusal(status: number): string {
  const headers = { ...securityHeaders(), 'Content-Length': '0', Connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`
}
