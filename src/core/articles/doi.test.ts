import { expect, test } from 'vitest'
import { hashDoi, hashDoiText, noDoi } from './doi.ts'

const hashed = (doi: string | null) => {
  const hash = noDoi()
  hashDoiText(hash, doi)
  return [...hash]
}

test('a hash is kept by whoever asked for it, whatever is hashed beside', () => {
  const [one, other] = [noDoi(), noDoi()]
  hashDoiText(one, '10.1000/one')
  const before = [...one]
  const bytes = new TextEncoder().encode('10.1000/other')
  hashDoi(other, bytes, 0, bytes.length)
  expect([...one]).toEqual(before)
  expect([...other]).not.toEqual(before)
})

test('case and resolver make no difference; no DOI is two zeros, also where there was one before', () => {
  expect(hashed('https://doi.org/10.1000/ABC')).toEqual(hashed('10.1000/abc'))
  expect(hashed('doi:10.1000/abc')).toEqual(hashed(' 10.1000/abc '))
  expect(hashed('https://doi.org/10.1000%2fA%42C')).toEqual(hashed('10.1000/abc'))
  expect(hashed('10.1000/a%zz%2')).not.toEqual(hashed('10.1000/a%zz2'))
  const hash = noDoi()
  hashDoiText(hash, '10.1000/abc')
  hashDoiText(hash, null)
  expect([...hash]).toEqual([0, 0])
  expect(hashed(' ')).toEqual([0, 0])
})
