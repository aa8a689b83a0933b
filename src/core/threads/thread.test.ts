import { Worker } from 'node:worker_threads'
import { afterEach, expect, it, vi } from 'vitest'
import { Thread } from './thread.ts'

/** What a thread of the test does with a message. */
const DEAF = `require('node:worker_threads').parentPort.on('message', () => { for (;;); })`

const started: Worker[] = []
vi.mock('./worker-entry.ts', () => ({
  startThread: () => {
    const worker = new Worker(DEAF, { eval: true })
    started.push(worker)
    return worker
  },
}))
afterEach(() => Promise.all(started.splice(0).map((worker) => worker.terminate())))

const options = { role: 'writer', dataDir: '', resourcesDir: '', appVersion: '' } as const
const CANCELLED = { ok: false, error: { code: 'cancelled' } }

it('closes a thread that does not listen, and answers what was asked of it', async () => {
  const thread = new Thread(options, { emit: () => {}, release: async () => {} })
  const asked = thread.call('samples.create', {})
  await Promise.all([thread.close(), thread.close()])
  expect(await asked).toMatchObject(CANCELLED)
  expect(started.map(({ threadId }) => threadId)).toEqual([-1])
})

it('starts no thread for what is asked after its end', async () => {
  const thread = new Thread(options, { emit: () => {}, release: async () => {} })
  await thread.close()
  expect(await thread.call('datasets.remove', {})).toMatchObject(CANCELLED)
  await thread.release('science-cities-2024')
  expect(started).toHaveLength(1)
})

it('refuses what cannot be copied to a thread, and forgets it', async () => {
  const thread = new Thread(options, { emit: () => {}, release: async () => {} })
  let deep: unknown = 1
  for (let n = 0; n < 100_000; n++) deep = [deep]
  for (const input of [{ search: () => 1 }, deep])
    expect(await thread.call('rankings.list', input)).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
})
