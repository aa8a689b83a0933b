import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IdleCheck } from './idle-check.ts'

const MINUTE = 60_000
let asked: string[]
let finish: () => void
const cancelled = vi.fn(async () => {})

function checkOf(due: string[]): IdleCheck {
  asked = []
  return new IdleCheck({
    due: (left) => due.find((id) => !left.has(id)) ?? null,
    check: (id) => {
      asked.push(id)
      return new Promise((resolve) => (finish = resolve))
    },
    cancel: cancelled,
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  cancelled.mockClear()
})
afterEach(() => vi.useRealTimers())

test('begins after five minutes without a call, and goes on one after another', async () => {
  const checks = checkOf(['a', 'b'])
  checks.begin()
  await vi.advanceTimersByTimeAsync(4 * MINUTE)
  await checks.during(async () => undefined)
  await vi.advanceTimersByTimeAsync(4.9 * MINUTE)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(asked).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(asked).toEqual(['a']) // one at a time
  finish()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(asked).toEqual(['a', 'b'])
  finish()
  await vi.advanceTimersByTimeAsync(600 * MINUTE)
  expect(asked).toEqual(['a', 'b']) // each once
  expect(cancelled).not.toHaveBeenCalled()
})

test('a call cuts it off at once and waits for nothing; later the same is due again', async () => {
  const checks = checkOf(['a'])
  checks.begin()
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  let end = () => {}
  const call = checks.during(() => new Promise<void>((resolve) => (end = resolve)))
  expect(cancelled).toHaveBeenCalledTimes(1)
  finish()
  await vi.advanceTimersByTimeAsync(60 * MINUTE) // an import, say
  expect(asked).toEqual(['a'])
  end()
  await call
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  expect(asked).toEqual(['a', 'a'])
})

test('after another program changed a dataset a new rest begins', async () => {
  const checks = checkOf(['a'])
  checks.begin()
  await vi.advanceTimersByTimeAsync(4 * MINUTE)
  await checks.interrupt()
  await vi.advanceTimersByTimeAsync(4 * MINUTE)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(asked).toEqual(['a'])
})

test('what cannot be noted is checked once a day, not without end', async () => {
  const checks = checkOf(['a'])
  checks.begin()
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  finish()
  await vi.advanceTimersByTimeAsync(23 * 60 * MINUTE)
  expect(asked).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(3 * 60 * MINUTE)
  expect(asked).toEqual(['a', 'a'])
})

test('a folder that cannot be read is asked again later', async () => {
  let fails = true
  const check = vi.fn(async () => {})
  const due = (left: ReadonlySet<string>) => {
    if (fails) throw new Error('ENOTDIR')
    return left.has('a') ? null : 'a'
  }
  new IdleCheck({ due, check, cancel: cancelled }).begin()
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  fails = false
  expect(check).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(61 * MINUTE)
  expect(check).toHaveBeenCalledExactlyOnceWith('a')
})

test('whoever cuts it off while it is being cut off waits until the file is read no more', async () => {
  const checks = checkOf(['a'])
  checks.begin()
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  let closed = () => {}
  cancelled.mockReturnValueOnce(new Promise<void>((resolve) => (closed = resolve)))
  const ended: string[] = []
  const all = [
    checks.interrupt().then(() => ended.push('first')),
    checks.interrupt().then(() => ended.push('second')),
    checks.end().then(() => ended.push('end')),
  ]
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(ended).toEqual([])
  closed()
  await Promise.all(all)
  expect([ended, cancelled.mock.calls.length]).toEqual([['first', 'second', 'end'], 1])
})

test('where it was never begun, a call or a change from elsewhere begins nothing', async () => {
  const checks = checkOf(['a'])
  await checks.during(async () => undefined)
  await checks.interrupt()
  expect(vi.getTimerCount()).toBe(0)
})

test('nothing begins after the end', async () => {
  const checks = checkOf(['a'])
  checks.begin()
  await checks.end()
  await checks.during(async () => undefined)
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(asked).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
