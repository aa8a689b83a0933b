import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CoreEvent } from '../../../shared/contract/events.ts'

/** Streams that tabs of the test have opened. */
let streams: FakeStream[] = []

class FakeStream {
  readonly since: number
  open = true
  onmessage: (message: { data: string }) => void = () => {}
  onerror: () => void = () => {}
  constructor(address: string) {
    this.since = Number(new URL(address, 'http://127.0.0.1').searchParams.get('since'))
    streams.push(this)
  }
  close() {
    this.open = false
  }
  say(event: CoreEvent) {
    this.onmessage({ data: JSON.stringify(event) })
  }
}

/** One holder at a time, in the order of asking. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve()
  return { request: (_name: string, hold: () => Promise<void>) => (last = last.then(hold)) }
}

const changed: CoreEvent = { type: 'datasets.changed', dataset: 'mine' }

beforeEach(() => {
  streams = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('navigator', { locks: fakeLocks() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** As many tabs as asked for, each with what it heard. */
async function tabs(count: number): Promise<CoreEvent[][]> {
  const { listenToEvents } = await import('./event-stream.ts')
  const heard = Array.from({ length: count }, (): CoreEvent[] => [])
  for (const events of heard) void listenToEvents((event) => events.push(event))
  await vi.advanceTimersByTimeAsync(0)
  return heard
}

it('nine tabs hear every event once, by one stream', async () => {
  const heard = await tabs(9)
  expect(streams).toHaveLength(1)
  streams[0]?.say(changed)
  vi.useRealTimers()
  await vi.waitFor(() => expect(heard).toEqual(Array(9).fill([changed])))
})

it('where a stream ends, the next tab listens, and asks for what was said since the last event', async () => {
  await tabs(2)
  const end = Date.now()
  await vi.advanceTimersByTimeAsync(60_000)
  streams[0]?.onerror()
  await vi.advanceTimersByTimeAsync(0)
  expect(streams.map(({ open }) => open)).toEqual([false, true])
  expect(streams[1]?.since).toBeLessThanOrEqual(end)
  streams[1]?.onerror()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(streams.map(({ open }) => open)).toEqual([false, false, true])
})

it('a browser without locks has a stream a tab', async () => {
  vi.stubGlobal('navigator', {})
  const heard = await tabs(2)
  expect(streams).toHaveLength(2)
  streams.forEach((stream) => stream.say(changed))
  expect(heard).toEqual([[changed], [changed]])
})
