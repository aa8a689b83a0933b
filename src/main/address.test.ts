import { describe, expect, test } from 'vitest'
import { APP_ORIGIN, devServerAddress, isOwnAddress, originOf, ownOrigins } from './address.ts'

describe('originOf', () => {
  test.each([
    ['app://science-cities/cities/beijing?lang=zh', 'app://science-cities'],
    ['app://science-cities:80/', 'app://science-cities:80'],
    ['http://localhost:5173/x', 'http://localhost:5173'],
    ['file:///etc/passwd', null],
    ['about:blank', null],
    ['blob:app://science-cities/1', null],
    ['science-cities', null],
    ['', null],
  ])('%s has %s', (address, origin) => expect(originOf(address)).toBe(origin))
})

describe('devServerAddress', () => {
  const env = (address: string) => ({ ELECTRON_RENDERER_URL: address })

  test('is heeded on this machine, in an app that is not installed', () => {
    expect(devServerAddress(false, env('http://localhost:5173'))).toBe('http://localhost:5173/')
    expect(devServerAddress(false, env('http://[::1]:5173'))).toBe('http://[::1]:5173/')
    expect(devServerAddress(true, env('http://localhost:5173'))).toBeNull()
  })

  test.each(['https://example.com', 'http://localhost.example.com', 'file:///tmp/x.html', 'nonsense', ''])(
    'is never %s',
    (address) => expect(devServerAddress(false, env(address))).toBeNull(),
  )
})

test('only our own origin counts as ours, and the development server’s where there is one', () => {
  const installed = ownOrigins(null)
  const development = ownOrigins('http://localhost:5173/')
  expect([...installed]).toEqual([APP_ORIGIN])
  expect(isOwnAddress('http://localhost:5173/x', development)).toBe(true)
  expect(isOwnAddress('http://localhost:5173/x', installed)).toBe(false)
  expect(isOwnAddress('http://localhost:5174/x', development)).toBe(false)
  expect(isOwnAddress(`https://example.com/?${APP_ORIGIN}`, installed)).toBe(false)
})
