import { expect, it } from 'vitest'
import { Gradual } from './gradual.ts'

function counting(n: number) {
  const seen: number[] = []
  const gradual = new Gradual(
    (function* (): Generator<undefined, number> {
      for (let i = 0; i < n; i++) {
        seen.push(i)
        yield
      }
      return n
    })(),
  )
  return { seen, gradual }
}

it('does each step once, whoever takes it', async () => {
  const { seen, gradual } = counting(5)
  gradual.step()
  const going = gradual.inPauses(() => true)
  expect(gradual.value()).toBe(5)
  expect(await going).toBe(true)
  expect(gradual.value()).toBe(5)
  expect(seen).toEqual([0, 1, 2, 3, 4])
})

it('lets others in between its steps, and gives up when it is told', async () => {
  const { seen, gradual } = counting(50)
  let goesOn = true
  setImmediate(() => (goesOn = false))
  expect(await gradual.inPauses(() => goesOn)).toBe(false)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.length).toBeLessThan(50)
})

it('tells anew what a step threw', () => {
  const gradual = new Gradual(
    (function* (): Generator<undefined, number> {
      yield
      throw new Error('torn page')
    })(),
  )
  expect(() => gradual.value()).toThrow('torn page')
  expect(() => gradual.value()).toThrow('torn page')
})
