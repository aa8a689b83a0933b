import { describe, expect, it } from 'vitest'
import type { Why } from './why.ts'
import { readWhy, writeWhy } from './why.ts'

const why: Why = { kind: 'city', id: 'beijing', partner: null, subject: 'chemistry', from: 2022, to: 2023 }

describe('the derivation in the address', () => {
  it('is read as it was written, whatever signs an id has', () => {
    expect(readWhy(writeWhy(why))).toEqual(why)
    const odd: Why = { ...why, kind: 'institution', id: 'a~b %/京', partner: '"x",y' }
    expect(readWhy(writeWhy(odd))).toEqual(odd)
  })

  it('is none where the address says nothing that could be meant', () => {
    const none = ['', 'city', 'mood~x~~all~2022~2023', 'city~~~all~2022~2023', 'city~x~~all~1~2', 'city~%~']
    for (const text of none) expect(readWhy(text)).toBeNull()
    expect(readWhy(undefined)).toBeNull()
  })
})
