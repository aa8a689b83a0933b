import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitNames, tellingParts } from './telling-cut.ts'

/** A sign is one wide. */
const width = (text: string) => Array.from(text).length

const FEDERAL = [
  'Universidade Federal do Rio de Janeiro',
  'Universidade Federal do Rio Grande do Sul',
  'Universidade Federal de Minas Gerais',
]

describe('names that are cut', () => {
  test('keep the part that differs', () => {
    expect(fitNames(FEDERAL, 24, width)).toEqual([
      'Univer…do Rio de Janeiro',
      'Uni…do Rio Grande do Sul',
      'Universi…de Minas Gerais',
    ])
  })

  test('stay whole where they fit, and lose their end where that tells them apart', () => {
    expect(fitNames(FEDERAL, 60, width)).toEqual(FEDERAL)
    expect(fitNames(['Chinese Academy of Sciences', 'Beijing Normal University'], 12, width)).toEqual([
      'Chinese Aca…',
      'Beijing Nor…',
    ])
  })

  test('of namesakes the country, the division or the city stays', () => {
    expect(fitNames(['Ministry of Health, Kenya', 'Ministry of Health, Malawi'], 18, width)).toEqual([
      'Ministry of…Kenya',
      'Ministry of…Malawi',
    ])
    expect(fitNames(['第一人民医院（北京）', '第一人民医院（上海）'], 8, width)).toEqual([
      '第一人民…北京）',
      '第一人民…上海）',
    ])
  })

  test('are never wider than asked, and differ wherever the room holds what differs', () => {
    const word = fc.constantFrom('Federal', 'State', 'North', 'South', 'West', 'of', 'Rio', 'Minas')
    const names = fc.uniqueArray(
      fc
        .array(word, { minLength: 1, maxLength: 3 })
        .map((end) => `University of the Federal State ${end.join(' ')}`),
      { minLength: 2, maxLength: 6 },
    )
    fc.assert(
      fc.property(names, fc.integer({ min: 8, max: 70 }), (list, room) => {
        for (const cut of fitNames(list, room, width)) expect(width(cut)).toBeLessThanOrEqual(room)
      }),
    )
    fc.assert(
      fc.property(names, (list) => {
        expect(new Set(fitNames(list, 26, width)).size).toBe(list.length)
      }),
    )
  })
})

test('a telling part begins with a word, and only where much is shared', () => {
  const parts = tellingParts([...FEDERAL, 'Peking University', 'Peking Union Medical College'])
  expect(FEDERAL.map((name) => name.slice(parts.get(name)))).toEqual([
    'de Janeiro',
    'Grande do Sul',
    'de Minas Gerais',
  ])
  expect(parts.has('Peking University')).toBe(false)
  const south = ['Universidade Federal do Rio Grande', ...FEDERAL]
  const [first = '', , sul = ''] = south
  expect(first.slice(tellingParts(south).get(first))).toBe('do Rio Grande')
  expect(sul.slice(tellingParts(south).get(sul))).toBe(' do Sul')
  expect(tellingParts(['University of Oxford', 'University of Oxford']).size).toBe(0)
})
