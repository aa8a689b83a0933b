import { expect, test } from 'vitest'
import { within } from './within.ts'

test('ends with the work and leaves no timer, or when the time is over', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const began = performance.now()
  await within(60_000, Promise.resolve())
  await within(50, new Promise(() => {}))
  const took = performance.now() - began
  expect([took > 45, took < 10_000]).toEqual([true, true])
  await expect(within(60_000, Promise.reject(new Error('of the work')))).rejects.toThrow('of the work')
  expect(timers()).toBe(before)
})
