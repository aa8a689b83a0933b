import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { createLoader } from './loader.ts'

/** A load whose answers come when the test says so. */
function byHand() {
  const waiting = new Map<string, { resolve: (text: string) => void; reject: (reason: unknown) => void }>()
  const loader = createLoader(
    (input: string) => new Promise<string>((resolve, reject) => waiting.set(input, { resolve, reject })),
  )
  return { loader, answer: (input: string) => waiting.get(input)! }
}

describe('createLoader', () => {
  it('goes from idle over loading to ready', async () => {
    const { loader, answer } = byHand()
    expect(loader.state.value.status).toBe('idle')
    const done = loader.run('a')
    expect(loader.state.value).toEqual({ status: 'loading', data: null, error: null })
    answer('a').resolve('A')
    await done
    expect(loader.state.value).toEqual({ status: 'ready', data: 'A', error: null })
  })

  it('keeps what was shown while newer data are on the way', async () => {
    const { loader, answer } = byHand()
    const first = loader.run('a')
    answer('a').resolve('A')
    await first
    void loader.run('b')
    expect(loader.state.value).toEqual({ status: 'loading', data: 'A', error: null })
  })

  it('drops an answer that comes after a newer question', async () => {
    const { loader, answer } = byHand()
    const first = loader.run('a')
    const second = loader.run('b')
    answer('b').resolve('B')
    await second
    answer('a').resolve('A')
    await first
    expect(loader.state.value.data).toBe('B')
  })

  it('drops a failure that comes after a newer question, and an answer after a reset', async () => {
    const { loader, answer } = byHand()
    const first = loader.run('a')
    const second = loader.run('b')
    answer('b').resolve('B')
    await second
    answer('a').reject(new Error('late'))
    await first
    expect(loader.state.value.status).toBe('ready')
    const third = loader.run('c')
    loader.reset()
    answer('c').resolve('C')
    await third
    expect(loader.state.value.status).toBe('idle')
  })

  it('turns every failure into an error with a code', async () => {
    const { loader, answer } = byHand()
    const first = loader.run('a')
    answer('a').reject(new AppError('city-unknown', 'no such city'))
    await first
    expect(loader.state.value.error?.code).toBe('city-unknown')
    const second = loader.run('b')
    answer('b').reject('plain text')
    await second
    expect(loader.state.value.error?.code).toBe('internal')
    expect(loader.state.value.error?.message).toBe('plain text')
  })
})
