/** Which connections are held: those that have shown the cookie before those that have not, the newest of these first. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface Room {
  /** A browser holds six to a host; this is for many windows. */
  connections: number
  /** Of which those may be that have not shown the cookie: the more, the longer has a new one time to show it. */
  unproved: number
}

export interface Connections {
  /** Notes that a request on this connection was one of the app's own page: it is not ended for others from now on. */
  proved(socket: Socket): void
}

/**
 * Bounds a server's connections so that nobody without the cookie shuts out who has it: beyond the bound of the unproved
 * the oldest of them are ended, and never the new one refused. Proved ones beyond their bound stay among the unproved.
 */
export function holdConnections(server: Server, { connections, unproved: most }: Room): Connections {
  const unproved = new Set<Socket>() // in the order in which they came
  const proved = new Set<Socket>()

  server.on('connection', (socket: Socket) => {
    unproved.add(socket)
    socket.once('close', () => {
      unproved.delete(socket)
      proved.delete(socket)
    })
    const [oldest] = unproved
    if (unproved.size <= most || !oldest) return
    unproved.delete(oldest)
    oldest.destroy()
  })

  return {
    proved(socket) {
      if (proved.size >= connections - most || !unproved.delete(socket)) return
      proved.add(socket)
    },
  }
}
