import { describe, expect, it } from 'vitest'
import type { FileIssue } from '../../../../shared/contract/errors.ts'
import { isDatasetId } from '../../../../shared/domain/dataset-id.ts'
import { canConvert, placeOf, shortHash, suggestId } from './issues.ts'

const issue = (code: FileIssue['code'], line: number | null = null): FileIssue => ({
  file: 'ranking.csv',
  line,
  column: null,
  code,
  values: {},
})

describe('canConvert', () => {
  it('offers conversion only where nothing else is wrong', () => {
    expect(canConvert([issue('crlf'), issue('byte-order-mark'), issue('gb18030')])).toBe(true)
    expect(canConvert([issue('crlf'), issue('rank-order', 4)])).toBe(false)
    expect(canConvert([])).toBe(false)
  })
})

it('names a place as editors do', () => {
  expect(placeOf(issue('rank-order', 12))).toBe('ranking.csv:12')
  expect(placeOf(issue('crlf'))).toBe('ranking.csv')
})

describe('suggestId', () => {
  it('makes an id that the contract accepts', () => {
    expect(suggestId('Science Cities, 2023 (final)')).toBe('science-cities-2023-final')
    expect(suggestId('Édition')).toBe('edition')
    expect(isDatasetId(suggestId(`x${'-long'.repeat(40)}`))).toBe(true)
  })
  it('leaves the field empty for a name without plain letters', () => {
    expect(suggestId('科学城市')).toBe('')
    expect(isDatasetId('')).toBe(false)
    expect(isDatasetId('-a')).toBe(false)
    for (const device of ['con', 'nul', 'aux', 'prn', 'com1', 'lpt9']) expect(isDatasetId(device)).toBe(false)
    expect(['console', 'com', 'com10', 'con-1'].every(isDatasetId)).toBe(true)
  })
})

it('shortens a hash from both ends', () => {
  expect(shortHash(`0123456789${'0'.repeat(50)}abcd`)).toBe('01234567 … abcd')
})
