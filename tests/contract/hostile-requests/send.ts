/** Sends bytes as they are and reads what comes back, so that no client puts either in order. */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Within which the host has to answer or to end a connection, in milliseconds. */
const MOST_WAIT = 8000
/** So long a second answer is waited for. */
const QUIET = 40

export interface Came {
  text: string
  /** Of each answer; one in the midst of another counts too. */
  statuses: number[]
  /** The host ended the connection. */
  ended: boolean
  tookMs: number
}

export async function send(port: number, pieces: readonly (string | Buffer | number)[]): Promise<Came> {
  const started = performance.now()
  const socket = connect({ host: '127.0.0.1', port })
  let text = ''
  let ended = false
  let wake = () => {}
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString('latin1')
    wake()
  })
  // A connection that the host ends under what is still sent: what came before is what counts.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    ended = true
    wake()
  })
  socket.on('end', () => {
    ended = true
    wake()
  })
  const woken = (ms: number) =>
    Promise.race([new Promise<void>((resolve) => (wake = resolve)), pause(ms, undefined, { ref: false })])
  for (const piece of pieces) {
    if (ended) break
    if (typeof piece === 'number') await pause(piece)
    else if (!socket.destroyed) socket.write(piece)
  }
  const asksHead = String(pieces[0]).startsWith('HEAD ')
  while (!ended && !isWhole(text, asksHead) && performance.now() - started < MOST_WAIT) await woken(200)
  if (!ended) await pause(QUIET)
  socket.destroy()
  const statuses = [...text.matchAll(/HTTP\/1\.[01] (\d{3})\b/g)].map((match) => Number(match[1]))
  return { text, statuses, ended, tookMs: performance.now() - started }
}

/** A head, and as many bytes as it says; a head without a length is taken as the end, and so is what HEAD asks for. */
function isWhole(text: string, asksHead: boolean): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0 || asksHead) return end >= 0
  const length = /^content-length: (\d+)/im.exec(text.slice(0, end))?.[1]
  return text.length - end - 4 >= Number(length ?? 0)
}
