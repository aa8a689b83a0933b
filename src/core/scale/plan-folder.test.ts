import { join } from 'node:path'
import { expect, it } from 'vitest'
import { planFolder } from './plan-folder.ts'

const at = (...parts: string[]) => join('data', 'whole', ...parts)
const REFUSED = expect.objectContaining({ code: 'scale-foreign' }) as Error

it('is the folder itself, or the one whose manifest lies above all files given', () => {
  expect(planFolder([at()])).toBe(at())
  expect(planFolder([at('plan.json')])).toBe(at())
  expect(planFolder([at('results', 'plan.json'), at('plan.json'), at('results', 'x.csv')])).toBe(at())
})

it('is not told of files beside it, nor of none', () => {
  expect(() => planFolder([at('plan', 'plan.json'), at('works.jsonl')])).toThrow(REFUSED)
  expect(() => planFolder([at('a.csv'), at('b.csv')])).toThrow(REFUSED)
})
