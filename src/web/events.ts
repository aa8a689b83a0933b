/** The core's events as a stream to each open page (server-sent events; a message is one CoreEvent as JSON). */
import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../hosting/asset.ts'
import type { CoreEvent } from '../shared/contract/events.ts'

export interface EventStreams {
  /**
   * Answers a request with the stream of events; it ends when the page goes or on `close`.
   * @param since moment from which the page wants those of late, too: its last stream may have ended with another tab
   */
  open(res: ServerResponse, since?: number): void
  close(): void
}

const HEARTBEAT_MS = 20_000
const BACKLOG_BYTES = 1 << 20
/** Events of late, for a page that was between two streams. */
const KEPT = 200

export function createEventStreams(
  subscribe: (listener: (event: CoreEvent) => void) => () => void,
): EventStreams {
  const open = new Set<ServerResponse>()
  const send = (text: string) =>
    open.forEach((res) => {
      // A page that no longer reads must not fill our memory; it connects again when it wakes.
      if (res.writableLength > BACKLOG_BYTES) res.destroy()
      else res.write(text)
    })
  const kept: { at: number; text: string }[] = []
  const unsubscribe = subscribe((event) => {
    const text = `data: ${JSON.stringify(event)}\n\n`
    kept.push({ at: Date.now(), text })
    if (kept.length > KEPT) kept.shift()
    send(text)
  })
  // A comment now and then lets a dead connection be noticed.
  const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    open(res, since = Infinity) {
      res.writeHead(200, {
        ...securityHeaders(),
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      })
      res.write(':\n\n')
      for (const { at, text } of kept) if (at >= since) res.write(text)
      open.add(res)
      res.once('close', () => open.delete(res))
    },
    close() {
      clearInterval(heartbeat)
      unsubscribe()
      open.forEach((res) => res.end())
      open.clear()
    },
  }
}
