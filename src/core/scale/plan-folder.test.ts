import { join, sep } from 'node:path'
import { expect, it } from 'vitest'
import type { AppError } from '../../shared/contract/errors.ts'
import { planFolder } from './plan-folder.ts'

const at = (...parts: string[]) => join('data', 'whole', ...parts)
const REFUSED = expect.objectContaining({ code: 'scale-foreign' }) as Error

it('is the folder itself, or the one whose manifest lies above all files given', () => {
  expect(planFolder([at()])).toBe(at())
  expect(planFolder([at('plan.json')])).toBe(at())
  expect(planFolder([at('results', 'plan.json'), at('plan.json'), at('results', 'x.csv')])).toBe(at())
})

it('is found at the root of a drive', () => {
  expect(planFolder([`${sep}plan.json`, join(sep, 'results', 'x.csv')])).toBe(sep)
})

it('names the folder in which all lie that are none', () => {
  const folderOf = (paths: string[]): unknown => {
    try {
      return planFolder(paths)
    } catch (error) {
      return (error as AppError).details.values?.['folder']
    }
  }
  expect(folderOf([at('a', 'x.csv'), at('b', 'c', 'y.csv')])).toBe(at())
})

it('is not told of files beside it, nor of none', () => {
  expect(() => planFolder([])).toThrow(REFUSED)
  expect(() => planFolder([at('plan', 'plan.json'), at('works.jsonl')])).toThrow(REFUSED)
  expect(() => planFolder([at('a.csv'), at('b.csv')])).toThrow(REFUSED)
})
