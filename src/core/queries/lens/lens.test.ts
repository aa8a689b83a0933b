/** The derivation of a number: its steps, what they consist of, and the articles; against what was reckoned by hand. */
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'

const { call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number
const beijing = { dataset, id: 'Beijing', from: 2023 }

describe('parts', () => {
  test('Beijing by institution adds up to its Share, the affiliations without one included', async () => {
    const parts = await call('derivation.parts', { ...beijing, by: 'institution' })
    expect(parts.rows).toEqual([])
    expect(parts.residual).toBe(0)
  })
})
