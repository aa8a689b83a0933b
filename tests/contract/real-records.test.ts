/** Real records agree with the plain reference to the last unit; `npm run trials -- reference` takes whole collections. */
import { describe, expect, test } from 'vitest'
import { realRecords } from '../support/real-records.ts'
import { referenceTrial } from '../trials/reference.ts'

const [pages] = realRecords()

describe.skipIf(!pages)(pages ? 'pages of the API' : 'pages of the API (skipped: no ../shared)', () => {
  test('give the Shares, Counts and scores of the reference', async () => {
    const { works, compared, wrong } = await referenceTrial(
      pages ?? { name: '', works: [], institutions: [] },
    )
    expect(wrong).toEqual([])
    expect(works).toBeGreaterThan(900)
    expect(compared).toBeGreaterThan(7000)
  })
})
