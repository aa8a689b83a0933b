/** Spoiled calls and damaged files over HTTP, in small; `npm run trials -- fuzz-host` does it for ten minutes. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appRoot } from '../../src/core/app-info.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { POOLS } from '../trials/calls/pools.ts'
import { valueOf } from '../trials/calls/schema-values.ts'
import { damage } from '../trials/fuzz-host/damage.ts'
import { asJson, spoil } from '../trials/fuzz-host/hostile-values.ts'
import { fuzzHost } from '../trials/fuzz-host/index.ts'
import { seeded } from '../trials/views.ts'

const isLinux = process.platform === 'linux'
const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']

test.skipIf(!isLinux)(
  `all is answered in words${isLinux ? '' : ' (skipped: reads /proc)'}`,
  async () => {
    const { wrong, calls, answers, highest } = await fuzzHost({
      minutes: 1,
      most: 60,
      seed: 5,
      host: { script },
    })
    expect(wrong).toEqual([])
    expect(calls).toBeGreaterThanOrEqual(20)
    expect(highest).toBeGreaterThan(50)
    const codes = new Set(Object.values(answers).flatMap((byCode) => Object.keys(byCode)))
    expect(codes.has('ok') && codes.has('input-invalid')).toBe(true)
  },
  120_000,
)

describe('what is drawn', () => {
  test('is an input that each method takes, more often than not', () => {
    const random = seeded(1)
    for (const name of Object.keys(contract) as MethodName[]) {
      const taken = Array.from({ length: 60 }, () =>
        contract[name].input.safeParse(valueOf(contract[name].input, random, POOLS) ?? {}),
      ).filter(({ success }) => success).length
      expect([name, taken > 0]).toEqual([name, true])
    }
  })

  test('is the same for the same seed, and leaves what was sound as it was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uint8Array({ minLength: 1, maxLength: 300 }), (seed, bytes) => {
        const before = Buffer.from(bytes)
        expect(damage(bytes, seeded(seed))).toEqual(damage(bytes, seeded(seed)))
        expect(Buffer.from(bytes)).toEqual(before)
        const input = { dataset: 'sample', cities: ['a'], limit: 3 }
        expect(asJson(spoil(input, seeded(seed)))).toBe(asJson(spoil(input, seeded(seed))))
        expect(input).toEqual({ dataset: 'sample', cities: ['a'], limit: 3 })
      }),
      { numRuns: 60 },
    )
  })
})
