import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstitutionRecord } from '../places/institution-record.ts'
import { CityRegister } from '../places/cities.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { Institutions } from '../places/institutions.ts'
import { MetroTable } from '../places/metros.ts'
import { resourcesDir } from '../text/test-files.ts'
import { distinctAffiliations } from '../../articles/one-affiliation.ts'
import type { WordKey } from '../../articles/nodes.ts'
import { compareKeys, NodeIndex } from '../../articles/nodes.ts'
import { PrintedBook } from './printed-city.ts'
import { resolvePlaces } from './resolve-places.ts'

const namesZh = loadCityNamesZh(resourcesDir)

function record(values: Partial<InstitutionRecord>): InstitutionRecord {
  return {
    ...{ openalex: null, ror: null, name: 'X', nameZh: null, city: null, country: null, sector: null },
    ...{ lineage: [], active: true },
    ...values,
  }
}

/** How many affiliations of one author the words are, and the institutions that they name. */
function settled(words: readonly WordKey[], records: readonly InstitutionRecord[] = []) {
  const index = new NodeIndex()
  const nodes = words.map((key) => index.of(JSON.stringify(key)))
  const institutions = new Institutions()
  records.forEach((each) => institutions.add(each))
  const { maps, institutions: named } = resolvePlaces(index.keys, new Map(), {
    institutions,
    register: new CityRegister(namesZh),
    metros: new MetroTable({ edition: '', note: '' }, []),
    printed: new PrintedBook(),
  })
  const distinct = distinctAffiliations(maps, (a, b) =>
    compareKeys(index.keys[a] as string, index.keys[b] as string),
  )
  return { affiliations: distinct([...new Set(nodes)]).length, ids: named.map(({ id }) => id) }
}

const CEA = 'https://ror.org/00jjx8s55'
const KNOWN = record({ openalex: 27, ror: '00jjx8s55', name: 'CEA', nameZh: '原子能署', country: 'FR' })

describe('affiliations of one author that are one', () => {
  it.each<[string, WordKey[], InstitutionRecord[]]>([
    [
      'two names of one id',
      [
        [CEA, 'CEA', 'Paris', 'FR'],
        [CEA, 'Atomic Energy', 'Paris', 'FR'],
      ],
      [],
    ],
    [
      'two spellings of the city',
      [
        [CEA, 'CEA', 'Orléans', 'FR'],
        [CEA, 'CEA', 'ORLEANS', 'FR'],
      ],
      [],
    ],
    [
      'a row without city',
      [
        [CEA, 'CEA', 'Paris', 'FR'],
        [CEA, 'CEA', null, 'FR'],
      ],
      [],
    ],
    [
      'a row without any place',
      [
        [CEA, 'CEA', null, null],
        [CEA, 'CEA', null, 'FR'],
      ],
      [],
    ],
    [
      'ROR and OpenAlex, told by a record',
      [
        [CEA, null, 'Paris', 'FR'],
        ['I27', null, 'Paris', 'FR'],
      ],
      [KNOWN],
    ],
    [
      'ROR and OpenAlex under one name',
      [
        [CEA, 'CEA', 'Paris', 'FR'],
        ['I27', 'C.E.A.', 'Paris', 'FR'],
      ],
      [],
    ],
    [
      'spellings of an id',
      [
        ['00JJX8S55', null, 'Paris', 'FR'],
        ['ror.org/00jjx8s55', null, 'Paris', 'FR'],
      ],
      [],
    ],
    [
      'accents and case',
      [
        [null, 'Université de Lyon', 'Lyon', 'FR'],
        [null, 'UNIVERSITE DE LYON', 'Lyon', 'FR'],
      ],
      [],
    ],
    [
      'an article before it',
      [
        [null, 'The University of Tokyo', 'Tokyo', 'JP'],
        [null, 'University of Tokyo', 'Tokyo', 'JP'],
      ],
      [],
    ],
    [
      'a name and an id with that name',
      [
        [null, 'cea', 'Paris', 'FR'],
        [CEA, 'CEA', 'Paris', 'FR'],
      ],
      [],
    ],
    [
      'a name that a record has',
      [
        [null, '原子能署', 'Paris', 'FR'],
        ['I27', null, 'Paris', 'FR'],
      ],
      [KNOWN],
    ],
    [
      'a city alone',
      [
        [null, null, 'Zürich', 'CH'],
        [null, null, 'Zurich', 'CH'],
      ],
      [],
    ],
  ])('%s', (_, words, records) => {
    expect(settled(words, records)).toMatchObject({ affiliations: 1 })
    expect(settled(words.toReversed(), records)).toMatchObject(settled(words, records))
  })

  it.each<[string, WordKey[]]>([
    [
      'cities that differ',
      [
        [CEA, 'CEA', 'Paris', 'FR'],
        [CEA, 'CEA', 'Grenoble', 'FR'],
      ],
    ],
    [
      'countries that differ',
      [
        [CEA, 'CEA', null, 'FR'],
        [CEA, 'CEA', null, 'US'],
      ],
    ],
    [
      'names that differ',
      [
        [null, 'A', 'Paris', 'FR'],
        [null, 'B', 'Paris', 'FR'],
      ],
    ],
    [
      'one name in two countries',
      [
        [null, 'Ministry of Health', null, 'FR'],
        [null, 'Ministry of Health', null, 'BE'],
      ],
    ],
    [
      'two ids of one name',
      [
        ['I1', 'General Hospital', 'Paris', 'FR'],
        ['I2', 'General Hospital', 'Paris', 'FR'],
      ],
    ],
  ])('and that are two: %s', (_, words) => {
    expect(settled(words).affiliations).toBe(2)
  })

  it('a name that two institutions have is the one in its city', () => {
    const words: WordKey[] = [
      ['I1', 'General Hospital', 'Paris', 'FR'],
      ['I2', 'General Hospital', 'Lyon', 'FR'],
      [null, 'General Hospital', 'LYON', 'FR'],
      [null, 'General Hospital', 'Nice', 'FR'],
    ]
    expect(settled(words).ids).toEqual(['I1', 'I2', 'general-hospital-fr'])
  })

  it('in any order', () => {
    const words: WordKey[] = [
      [CEA, 'CEA', 'Paris', 'FR'],
      [CEA, 'CEA', null, 'FR'],
      ['I27', 'cea', 'PARIS', 'FR'],
      [null, 'CEA', 'Grenoble', 'FR'],
      [null, 'CEA', null, null],
    ]
    const wanted = settled(words)
    expect(wanted).toEqual({ affiliations: 2, ids: ['I27'] })
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (order) => {
        expect(settled(order)).toEqual(wanted)
      }),
      { seed: 17, numRuns: 60 },
    )
  })
})
