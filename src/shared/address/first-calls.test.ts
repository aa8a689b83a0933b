import { expect, it } from 'vitest'
import { firstAnswersElement } from './first-answers.ts'
import type { RankingSort } from '../contract/rankings.ts'
import { firstCalls, queryOf } from './first-calls.ts'

/** Parameters as an address has them, none of them encoded but for 京. */
const calls = (path: string, search: string, sorts: readonly RankingSort[]) =>
  firstCalls(
    path,
    queryOf(
      search.split('&').map((part) => {
        const [name = '', value = ''] = part.split('=')
        return [name, decodeURIComponent(value)] as const
      }),
    ),
    sorts,
  )

it('of the ranking its rows by the filters of the address, of any view the datasets', () => {
  const found = calls('/', 'subject=chemistry&region=JP&q=%E4%BA%AC&sort=count&desc=1&year=2023', ['count'])
  expect(found).toEqual([
    { name: 'datasets.show', input: { dataset: 'science-cities-2024' } },
    { name: 'datasets.list', input: {} },
    {
      name: 'rankings.list',
      input: {
        dataset: 'science-cities-2024',
        year: 2023,
        subject: 'chemistry',
        region: 'JP',
        search: '京',
        sort: 'count',
        descending: true,
      },
    },
  ])
  expect(calls('/cities/beijing', 'dataset=mine', []).map(({ name }) => name)).toEqual([
    'datasets.show',
    'datasets.list',
  ])
})

it('takes the usual values where the address says nonsense, and the first of a repeated key', () => {
  expect(calls('/', 'sort=drop&region=x&year=0&q=a&q=b', ['rank', 'count'])[2]?.input).toMatchObject({
    sort: 'rank',
    region: undefined,
    year: undefined,
    search: 'a',
  })
})

it('is data that no text in it can end early', () => {
  const evil = '</script><script>alert(1)</script><!--'
  const element = firstAnswersElement({
    host: { kind: 'browser', platform: 'linux', appVersion: '1' },
    answers: [{ name: 'n', input: {}, result: { ok: true, value: evil } }],
  })
  expect(element.match(/<\/?script/g)).toHaveLength(2)
  const [, json = ''] = /^<script[^>]*>(.*)<\/script>$/s.exec(element) ?? []
  expect(JSON.parse(json)).toMatchObject({ answers: [{ result: { value: evil } }] })
})
