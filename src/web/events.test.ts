import { request } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FakeCore, Started } from './testing.ts'
import { fakeCore, startHost } from './testing.ts'

let core: FakeCore
let app: Started
beforeEach(async () => {
  core = fakeCore()
  app = await startHost(core)
})
afterEach(() => app.close())

interface Stream {
  type: string | undefined
  text: string
  ended: boolean
  leave(): void
}

function listen(since?: number): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: app.host.port,
      path: since === undefined ? '/api/events' : `/api/events?since=${since}`,
      headers: { cookie: app.cookie },
    }
    const req = request(options, (res) => {
      const stream: Stream = {
        type: res.headers['content-type'],
        text: '',
        ended: false,
        leave: () => req.destroy(),
      }
      res.on('data', (chunk: Buffer) => (stream.text += chunk.toString()))
      res.once('close', () => (stream.ended = true)).on('error', () => {})
      resolve(stream)
    })
    req.once('error', reject).end()
  })
}

it('delivers each event to each open page', async () => {
  const [one, two] = [await listen(), await listen()]
  expect(one.type).toBe('text/event-stream; charset=utf-8')
  core.emit({ type: 'datasets.changed', dataset: 'mine' })
  core.emit({ type: 'datasets.changed', dataset: 'yours' })
  const events = [
    'data: {"type":"datasets.changed","dataset":"mine"}\n\n',
    'data: {"type":"datasets.changed","dataset":"yours"}\n\n',
  ].join('')
  await vi.waitFor(() =>
    expect([one.text, two.text].map((text) => text.replace(':\n\n', ''))).toEqual([events, events]),
  )
})

it('gives a page that was between two streams what was said meanwhile, and only that', async () => {
  core.emit({ type: 'datasets.changed', dataset: 'before' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  const since = Date.now()
  core.emit({ type: 'datasets.changed', dataset: 'meanwhile' })
  const [again, anew] = [await listen(since), await listen()]
  core.emit({ type: 'datasets.changed', dataset: 'after' })
  const names = ({ text }: Stream) => [...text.matchAll(/"dataset":"(\w+)"/g)].map(([, name]) => name)
  await vi.waitFor(() => expect([names(again), names(anew)]).toEqual([['meanwhile', 'after'], ['after']]))
})

it('goes on when one page goes', async () => {
  const [one, two] = [await listen(), await listen()]
  one.leave()
  await vi.waitFor(() => expect(one.ended).toBe(true))
  core.emit({ type: 'datasets.changed', dataset: 'mine' })
  await vi.waitFor(() => expect(two.text).toContain('"mine"'))
})

it('ends streams and subscription when the host closes', async () => {
  const stream = await listen()
  expect(core.listeners()).toBe(1)
  await app.host.close()
  await vi.waitFor(() => expect(stream.ended).toBe(true))
  expect(core.listeners()).toBe(0)
})
