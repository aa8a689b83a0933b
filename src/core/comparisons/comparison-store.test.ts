import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeptComparison } from '../../shared/contract/comparisons.ts'
import { AppError } from '../../shared/contract/errors.ts'
import {
  comparisonsPath,
  keptComparisons,
  removeComparison,
  renameComparison,
  saveComparison,
} from './comparison-store.ts'

let dir = ''
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'science-cities-comparisons-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const comparison = (name: string, ids = ['boston', 'beijing']): KeptComparison => ({
  name,
  saved: '2026-11-12T09:00:00.000Z',
  by: 'city',
  entities: ids.map((id) => ({ id, name: id, nameZh: null })),
  reference: 'beijing',
})
const keep = (name: string, ids?: string[], replace = false) =>
  saveComparison(dir, { ...comparison(name, ids), replace })
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'none'
}

test('what is kept is read again in its order, by name, and no part is left behind', () => {
  keep('Ours')
  keep('Another', ['london', 'tokyo', 'beijing'])
  expect(keptComparisons(dir)).toEqual([
    comparison('Another', ['london', 'tokyo', 'beijing']),
    comparison('Ours'),
  ])
  expect(readdirSync(dir)).toEqual(['comparisons.json'])
})

test('a name is taken once, case aside, unless it is to be replaced', () => {
  keep('Ours')
  expect(codeOf(() => keep('OURS'))).toBe('comparison-exists')
  keep('OURS', ['london', 'tokyo'], true)
  expect(keptComparisons(dir).map(({ name, entities }) => [name, entities[0]?.id])).toEqual([
    ['OURS', 'london'],
  ])
})

test('renamed and removed by name; another name that is taken is refused', () => {
  keep('Ours')
  keep('Theirs')
  expect(codeOf(() => renameComparison(dir, { name: 'Ours', to: 'theirs' }))).toBe('comparison-exists')
  renameComparison(dir, { name: 'ours', to: 'Ours too' })
  removeComparison(dir, 'Theirs')
  expect(keptComparisons(dir)).toEqual([comparison('Ours too')])
  expect(codeOf(() => removeComparison(dir, 'Theirs'))).toBe('comparison-unknown')
})

test('a damaged file is told with the reason, and never written over', () => {
  for (const text of ['{', '[]', JSON.stringify({ format: 'science-cities-comparisons', version: 2 })]) {
    writeFileSync(comparisonsPath(dir), text)
    expect(codeOf(() => keptComparisons(dir))).toBe('comparisons-damaged')
    expect(codeOf(() => keep('Ours'))).toBe('comparisons-damaged')
    expect(readFileSync(comparisonsPath(dir), 'utf8')).toBe(text)
  }
})
