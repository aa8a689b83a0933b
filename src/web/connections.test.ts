/** Somebody without the cookie, who opens connections only to hold them, beside the page that has it. */
import type { Socket } from 'node:net'
import { createConnection } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BOUNDS } from './listener.ts'
import type { Started } from './testing.ts'
import { ask, fakeCore, startHost } from './testing.ts'

let app: Started
const opened = new Set<Socket>()
let refilled = false
let tries = 0

beforeEach(async () => {
  tries = 0
  app = await startHost(fakeCore())
})
afterEach(async () => {
  refilled = false
  for (const socket of opened) socket.destroy()
  await app.close()
})

function dial(): Socket {
  const socket = createConnection({ host: '127.0.0.1', port: app.host.port }).on('error', () => undefined)
  opened.add(socket)
  socket.once('close', () => opened.delete(socket))
  return socket
}

/** Says nothing; where `refilled` another takes its place as soon as it is ended. */
function hold(): Socket {
  tries += 1
  return dial().once('close', () => {
    if (refilled) setTimeout(hold, 25)
  })
}

const get = (path: string, how: 'close' | 'keep-alive', cookie = app.cookie) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${app.host.port}\r\nCookie: ${cookie}\r\nConnection: ${how}\r\n\r\n`

/** First line of what comes back on a new connection: '' where it is ended without a word. */
function once(text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = dial()
    socket.on('data', (data: Buffer) => (got += data.toString()))
    socket.once('close', () => resolve(got.split('\r\n')[0] ?? ''))
    socket.write(text)
  })
}

test('300 silent connections, each taken up again when it is ended, shut out no request of the page', async () => {
  refilled = true
  for (let n = 0; n < 300; n += 1) hold()
  await vi.waitFor(() => expect(tries).toBeGreaterThan(600))
  const answers: string[] = []
  for (let n = 0; n < 40; n += 1) answers.push(await once(get('/api/host', 'close')))
  expect(answers).toEqual(Array.from({ length: 40 }, () => 'HTTP/1.1 200 OK'))
  const { status } = await ask(app.host.port, {
    path: app.host.newOpenUrl().slice(app.host.address.length),
    headers: { connection: 'close' },
  })
  expect(status).toBe(303)
})

test('whoever speaks at once is heard before more connections of the same moment are counted', async () => {
  const first = once(get('/api/host', 'close'))
  for (let n = 0; n < BOUNDS.unproved + 50; n += 1) hold()
  expect(await first).toBe('HTTP/1.1 200 OK')
})

test('the oldest that have not shown the cookie are ended, beyond their bound', async () => {
  const silent = Array.from({ length: BOUNDS.unproved }, hold)
  expect(await once(get('/api/host', 'close', 'none=1'))).toBe('HTTP/1.1 403 Forbidden')
  await vi.waitFor(() => expect(silent.filter(({ closed }) => closed)).toHaveLength(1))
  expect(silent[0]?.closed).toBe(true)
  const later = Array.from({ length: 10 }, hold)
  // One place is free again, as the refused one went.
  await vi.waitFor(() => expect(silent.slice(0, 10).map(({ closed }) => closed)).not.toContain(false))
  expect([...silent.slice(10), ...later].map(({ closed }) => closed)).not.toContain(true)
})

test('a connection that has shown it outlives any number of them; refused and opening ones do not count', async () => {
  const kept = [get('/api/events', 'keep-alive'), get('/api/host', 'keep-alive')].map((text) => {
    const socket = dial()
    socket.write(text)
    return socket
  })
  const stranger = dial()
  stranger.write(get('/api/host', 'keep-alive', 'none=1'))
  const guess = dial()
  guess.write(get('/open?token=guessed', 'keep-alive', 'none=1'))
  const all = [...kept, stranger, guess]
  await Promise.all(all.map((socket) => new Promise((resolve) => socket.once('data', resolve))))
  for (let n = 0; n < 300; n += 1) hold()
  await vi.waitFor(() => expect([stranger.closed, guess.closed]).toEqual([true, true]))
  await vi.waitFor(() => expect(opened.size).toBe(BOUNDS.unproved + kept.length))
  expect(kept.map(({ closed }) => closed)).toEqual([false, false])
})

test('all of them are bounded, those with the cookie too', async () => {
  await app.close()
  app = await startHost(fakeCore(), { ...BOUNDS, connections: 60, unproved: 20 })
  for (let n = 0; n < 110; n += 1) dial().resume().write(get('/api/events', 'keep-alive'))
  await vi.waitFor(() => expect(opened.size).toBeLessThanOrEqual(60))
  // One place may be that of the connection by which the app was opened.
  expect(opened.size).toBeGreaterThanOrEqual(59)
})
