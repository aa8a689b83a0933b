import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IdleLoad } from './idle-load.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function idleLoad() {
  const loaded: string[] = []
  const idle = new IdleLoad(async (dataset) => loaded.push(dataset), 1000)
  const ask = (input: unknown) => idle.during(input, async () => 'answer')
  return { loaded, idle, ask }
}

it('loads the dataset asked last, once, when nothing was asked for a while', async () => {
  const { loaded, ask } = idleLoad()
  expect(await ask({ dataset: 'one' })).toBe('answer')
  await vi.advanceTimersByTimeAsync(900)
  await ask({ dataset: 'two' })
  await vi.advanceTimersByTimeAsync(900)
  expect(loaded).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(loaded).toEqual(['two'])
  await ask({ dataset: 'two' })
  await ask({})
  await vi.advanceTimersByTimeAsync(5000)
  expect(loaded).toEqual(['two'])
})

it('waits while a call is under way, and loads anew what was replaced', async () => {
  const { loaded, idle, ask } = idleLoad()
  let end = () => {}
  const long = idle.during({ dataset: 'one' }, () => new Promise<void>((resolve) => (end = resolve)))
  await ask({ dataset: 'one' })
  await vi.advanceTimersByTimeAsync(5000)
  expect(loaded).toEqual([])
  end()
  await long
  await vi.advanceTimersByTimeAsync(1100)
  idle.forget('one')
  await ask({ dataset: 'one' })
  await vi.advanceTimersByTimeAsync(1100)
  expect(loaded).toEqual(['one', 'one'])
})

it('loads nothing once it is stopped, or where no dataset was named', async () => {
  const { loaded, idle, ask } = idleLoad()
  await ask({ dataset: 'one' })
  idle.stop()
  await ask(null).then(() => idle.stop())
  await vi.advanceTimersByTimeAsync(5000)
  expect(loaded).toEqual([])
})
