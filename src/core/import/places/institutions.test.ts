import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { InstitutionRecord } from './institution-record.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import { Institutions } from './institutions.ts'

function record(values: Partial<InstitutionRecord>): InstitutionRecord {
  return {
    openalex: null,
    ror: null,
    name: 'X',
    nameZh: null,
    city: null,
    country: null,
    sector: null,
    lineage: [],
    active: true,
    ...values,
  }
}
const city = {
  name: 'Oxford',
  nameZh: null,
  geonames: 2640729,
  division: null,
  latitude: null,
  longitude: null,
}
const RECORDS = [
  record({ openalex: 1, ror: '052gg0110', name: 'University of Oxford', country: 'GB', lineage: [2] }),
  record({ openalex: 1, ror: '052gg0110', name: 'Oxford University' }),
  record({ openalex: 2, lineage: [1, 3] }),
  record({ openalex: 3, name: 'Root', city: { ...city, geonames: 1 } }),
  record({ ror: '052gg0110', name: 'Oxford', nameZh: '牛津大学', city: { ...city, division: 'England' } }),
  record({ ror: '02nr0ka47', name: 'Only in ROR', active: false }),
  record({ ror: '02nr0ka47', name: 'Only in ROR' }),
]

function joined(records: readonly InstitutionRecord[]): Institutions {
  const institutions = new Institutions()
  records.forEach((entry) => institutions.add(entry))
  return institutions
}

it('OpenAlex comes first, ROR gives what it lacks, and cycles of ancestors are cut and told', () => {
  const institutions = joined(RECORDS)
  expect(institutions.byOpenAlex(1)).toMatchObject({
    name: 'University of Oxford',
    nameZh: '牛津大学',
    city: { name: 'Oxford', division: 'England' },
    country: 'GB',
    lineage: [],
  })
  expect(institutions.byRor('052gg0110')).toBe(institutions.byOpenAlex(1))
  expect(institutions.byOpenAlex(2)?.lineage).toEqual([3])
  expect(institutions.byRor('02nr0ka47')?.active).toBe(true)
  expect([institutions.byOpenAlex(9), institutions.byRor('none')]).toEqual([null, null])
  expect(institutions.summary()).toEqual({ openalex: 3, ror: 2, joined: 1, duplicates: 2, cycles: [[1, 2]] })
  expect(institutions.size).toBe(4)
})

it('the order of files changes nothing', () => {
  const wanted = [...joined(RECORDS).all()]
  const shuffled = fc.shuffledSubarray(RECORDS, { minLength: RECORDS.length })
  fc.assert(
    fc.property(shuffled, (records) => {
      expect([...joined(records).all()]).toEqual(wanted)
    }),
    { seed: 3, numRuns: 100 },
  )
})

it('ids are known in every spelling, and nothing else is', () => {
  const numbers = [
    'https://openalex.org/I27',
    'openalex.org/i27',
    'I27',
    'https://api.openalex.org/institutions/I27',
  ]
  expect(numbers.map(openAlexInstitution)).toEqual([27, 27, 27, 27])
  expect(
    ['W27', 'https://openalex.org/W27', '27', '', 'XI27'].every((id) => openAlexInstitution(id) === null),
  ).toBe(true)
  expect(['https://ror.org/02NR0KA47', 'ror.org/02nr0ka47', '02nr0ka47'].map(rorId)).toEqual(
    Array(3).fill('02nr0ka47'),
  )
  expect(['02nr0ka4', 'https://ror.org/12nr0ka47', '02ir0ka47'].every((id) => rorId(id) === null)).toBe(true)
})
