import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack } from './pack.ts'

test('a column comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint32Array(), fc.float64Array(), fc.uint16Array(), fc.uint8Array(), (a, b, c, d) => {
      expect(unpack(pack(a), Uint32Array)).toEqual(a)
      expect(unpack(pack(b), Float64Array)).toEqual(b)
      expect(unpack(pack(c), Uint16Array)).toEqual(c)
      expect(unpack(pack(d), Uint8Array)).toEqual(d)
    }),
  )
})

test('a part of a larger buffer is packed alone', () => {
  expect(unpack(pack(new Uint32Array([1, 2, 3, 4]).subarray(1, 3)), Uint32Array)).toEqual(
    new Uint32Array([2, 3]),
  )
})
