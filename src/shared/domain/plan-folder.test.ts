import { expect, it } from 'vitest'
import { handedOver, mayBePlan } from './plan-folder.ts'

const paths = (...all: string[]) => handedOver(all.map((path) => ({ path }))).map(({ path }) => path)

it('hands over the steps of a plan with its tables, and of another folder what importers read', () => {
  const plan = ['p/plan.json', 'p/sql/001-works.sql', 'p/results/shares.parquet', 'p/results/_SUCCESS']
  expect(paths(...plan)).toEqual(plan.slice(0, 3))
  expect(paths('w/works.jsonl', 'w/load.sql', 'w/README')).toEqual(['w/works.jsonl'])
})

it('leaves files that were given by themselves to be judged by their content', () =>
  expect(paths('notes', 'load.sql')).toEqual(['notes', 'load.sql']))

it.each([
  [['plan.json'], true],
  [['C:\\plans\\whole\\plan.json', 'C:\\plans\\whole\\README.txt'], true],
  [['myplan.json', 'plan.json.gz', 'plan/works.jsonl'], false],
])('%j: %s', (files, expected) => expect(mayBePlan(files)).toBe(expected))
