/**
 * Files on their way to a browser: made when its page asks, then fetched by the browser itself, once, under an address
 * that nobody can guess. Their bytes never pass through the page.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Core } from '../core/create-core.ts'
import { securityHeaders } from '../hosting/asset.ts'
import { makeFile } from '../hosting/save-request.ts'
import { forgetMade } from '../hosting/write-file.ts'
import type { BackedUp } from '../shared/contract/backed-up.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'

export interface Downloads {
  /** Makes the file and keeps it for the browser. @throws AppError as `makeFile` does */
  make(asked: unknown): Promise<{ token: string; fileName: string; backedUp?: BackedUp }>
  /** Sends a file that is waiting, and forgets it. @throws AppError not-found */
  send(token: string, res: ServerResponse): void
  close(): void
}

/** A browser fetches at once; what it has not fetched by then it does not want. */
const KEPT_MS = 60_000
/** Files that wait at one time: the oldest goes for another. */
const MOST_KEPT = 8

export function createDownloads(core: Pick<Core, 'call'>): Downloads {
  const waiting = new Map<string, { file: ExportedFile; timer: NodeJS.Timeout }>()

  function take(token: string): void {
    clearTimeout(waiting.get(token)?.timer)
    waiting.delete(token)
  }

  function forget(token: string): void {
    const found = waiting.get(token)
    take(token)
    if (found) void forgetMade(found.file)
  }

  return {
    async make(asked) {
      const file = await makeFile(core, asked)
      const [oldest] = waiting.keys()
      if (waiting.size >= MOST_KEPT && oldest !== undefined) forget(oldest)
      const token = randomBytes(18).toString('base64url')
      waiting.set(token, { file, timer: setTimeout(() => forget(token), KEPT_MS).unref() })
      const { fileName, backedUp } = file
      return { token, fileName, ...(backedUp && { backedUp }) }
    },
    send(token, res) {
      const found = waiting.get(token)
      if (!found) throw new AppError('not-found', 'no such file, or it was fetched already')
      take(token)
      const { fileName, mime, bytes, path } = found.file
      res.writeHead(200, {
        ...securityHeaders(),
        'Content-Type': mime,
        'Content-Length': path === undefined ? bytes.length : statSync(path).size,
        'Content-Disposition': dispositionOf(fileName),
        'Cache-Control': 'no-store',
      })
      if (path === undefined) return void res.end(bytes)
      // A browser that leaves off ends the stream with its connection.
      void pipeline(createReadStream(path), res)
        .catch(() => res.destroy())
        .finally(() => forgetMade(found.file))
    },
    close() {
      for (const token of [...waiting.keys()]) forget(token)
    },
  }
}

/** A name in any script (RFC 6266), and one in Latin letters for whoever cannot read it. */
function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
