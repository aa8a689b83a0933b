import { describe, expect, test } from 'vitest'
import { lackingOf, listedParts, partOf } from './snapshot-manifest.ts'

const entry = (entity: string, date: string, file: string, record_count: number) => ({
  url: `s3://openalex/data/${entity}/updated_date=${date}/${file}`,
  meta: { content_length: 100, record_count },
})

describe('what manifests list', () => {
  test('is read of a list of entries, and of any deeper form', () => {
    const old = { entries: [entry('works', '2024-01-02', 'part_000.gz', 7)], meta: { record_count: 7 } }
    const all = {
      date: '2026-06-24',
      entities: {
        works: {
          record_count: 5,
          files: [{ path: 'data/jsonl/works/updated_date=2026-06-24/part_0000.gz', records: 5 }],
        },
      },
    }
    expect([...listedParts([JSON.stringify(old), JSON.stringify(all), 'no JSON', '7', 'null'])]).toEqual([
      ['works/updated_date=2024-01-02/part_000.gz', 7],
      ['works/updated_date=2026-06-24/part_0000.gz', 5],
    ])
  })

  test('is no other file', () => {
    expect(partOf('C:\\data\\works\\updated_date=2024-01-02\\part_000.gz')).toBe(
      'works/updated_date=2024-01-02/part_000.gz',
    )
    for (const path of ['works/part_000.gz', 'data/works/manifest', '']) expect(partOf(path)).toBeNull()
  })
})

test('what lacks: parts of the entities and the format that were read, and records', () => {
  const listed = new Map([
    ['works/updated_date=1/a.gz', 10],
    ['works/updated_date=2/a.gz', 10],
    ['works/updated_date=3/a.gz', null],
    ['works/updated_date=4/a.gz', 10],
    ['works/updated_date=1/a.parquet', 10],
    ['authors/updated_date=1/a.gz', 10],
  ])
  const read = new Map([
    ['/s/works/updated_date=1/a.gz', 10],
    ['/s/works/updated_date=2/a.gz', 9],
    ['/s/works/updated_date=3/a.gz', 1],
    ['/s/more.jsonl', 3],
  ])
  expect(lackingOf(listed, read)).toEqual({
    parts: ['works/updated_date=4/a.gz'],
    short: [{ path: '/s/works/updated_date=2/a.gz', read: 9, listed: 10 }],
  })
})
