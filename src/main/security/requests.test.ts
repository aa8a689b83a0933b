import { expect, test } from 'vitest'
import { ownOrigins } from '../address.ts'
import { isOutside } from './requests.ts'

const development = ownOrigins('http://localhost:5173/')

test.each([
  ['https://example.com/x', true],
  ['http://localhost:5173/src/main.ts', false],
  ['ws://localhost:5173/?token=x', false],
  ['ws://localhost:5174/', true],
  ['http://127.0.0.1:5173/', true],
  ['file:///etc/passwd', true],
  ['ftp://example.com/', true],
  ['app://science-cities/boot.js', false],
  ['blob:app://science-cities/1', false],
  ['data:image/png;base64,AA', false],
  ['devtools://devtools/bundled/x.js', false],
  ['no address', true],
])('%s lies outside: %s', (address, expected) => expect(isOutside(address, development)).toBe(expected))
