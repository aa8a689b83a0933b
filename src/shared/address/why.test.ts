import { describe, expect, it } from 'vitest'
import type { Why } from './why.ts'
import { readWhy, writeWhy } from './why.ts'

const why: Why = {
  kind: 'city',
  id: 'beijing',
  partner: null,
  subject: 'chemistry',
  from: 2022,
  to: 2023,
  measure: 'share',
  base: null,
  path: [],
}

describe('the derivation in the address', () => {
  it('is read as it was written, whatever signs an id has', () => {
    expect(readWhy(writeWhy(why))).toEqual(why)
    const odd: Why = { ...why, kind: 'institution', id: 'a~b %/京', partner: '"x",y' }
    expect(readWhy(writeWhy(odd))).toEqual(odd)
  })

  it('says measure, base year and steps only where there are some', () => {
    expect(writeWhy(why)).toBe('city~beijing~~chemistry~2022~2023')
    expect(readWhy('city~beijing~shanghai~all~2023~2023')?.measure).toBe('score')
    const narrowed: Why = {
      ...why,
      measure: 'changePct',
      base: 2019,
      path: [
        { by: 'institution', id: 'ror.org/02~x' },
        { by: 'article', id: 'W1' },
      ],
    }
    expect(writeWhy(narrowed)).toContain('~changePct~2019~institution.')
    expect(readWhy(writeWhy(narrowed))).toEqual(narrowed)
    const shareOnly = { ...narrowed, measure: 'share' as const, base: null }
    expect(readWhy(writeWhy(shareOnly))).toEqual(shareOnly)
  })

  it('says what of the measure it is, and among what, whatever signs that has', () => {
    const apart: Why = { ...why, partner: 'shanghai', measure: 'share', form: 'difference' }
    expect(writeWhy(apart)).toBe('city~beijing~shanghai~chemistry~2022~2023~share.difference')
    expect(readWhy(writeWhy(apart))).toEqual(apart)
    const printed: Why = { ...why, form: 'printed', among: 'context/a~b.v2.csv:7:region-share-pct' }
    expect(readWhy(writeWhy(printed))).toEqual(printed)
    expect(readWhy('city~x~~all~2022~2023~share.mood.x')).not.toHaveProperty('form')
  })

  it('leaves out a measure and steps that it does not know', () => {
    const read = readWhy('city~beijing~~all~2023~2023~mood~0~planet.x~institution.~city')
    expect(read).toMatchObject({ measure: 'share', base: null, path: [] })
  })

  it('is none where the address says nothing that could be meant', () => {
    const none = ['', 'city', 'mood~x~~all~2022~2023', 'city~~~all~2022~2023', 'city~x~~all~1~2', 'city~%~']
    for (const text of none) expect(readWhy(text)).toBeNull()
    expect(readWhy(undefined)).toBeNull()
  })
})
