import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../tests/support/trial-index.ts'
import type { OpenDataset } from '../context.ts'
import { citationBlock, citedSources, listDigest } from './citation.ts'

const { call, root, queries } = useTrialIndex()
const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const given = () =>
  ['works.jsonl', 'institutions.jsonl'].map((file) => ({ file, sha256: sha(readFileSync(join(root, file))) }))
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()

describe('files made from a computed index name the files it was computed from', () => {
  const ranking = { of: 'rankings' as const, input: { dataset } }

  test('tables, in the block and in JSON', async () => {
    const excel = textOf(await call('exports.table', { table: ranking, format: 'csv-excel' }))
    const json = JSON.parse(textOf(await call('exports.table', { table: ranking, format: 'json' })))
    expect(json.sources).toEqual(given())
    for (const { file, sha256 } of given()) {
      expect(excel).toContain(`SHA-256 ${file},${sha256}\r\n`)
      expect(json.citation[`SHA-256 ${file}`]).toBe(sha256)
    }
    // What was asked for is read first.
    expect(excel.indexOf('Filters,')).toBeLessThan(excel.indexOf('SHA-256'))
  })

  test('figures and graphs, in their metadata', async () => {
    const input = { dataset }
    const figure = { of: 'ranking-bars' as const, input }
    const svg = textOf(await call('exports.figure', { figure, format: 'svg' }))
    const drawing = { network: { of: 'cities' as const, input } }
    const graph = textOf(await call('exports.graph', { drawing, format: 'gexf' }))
    for (const { sha256 } of given()) {
      expect(svg).toContain(sha256)
      expect(graph).toContain(sha256)
    }
  })
})

describe('of many files', () => {
  const files = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ file: `part ${9 - i}`, sha256: sha(`${i}`) }))
  /** The trial index as if it had been made from other files. */
  const madeFrom = (sources: { file: string; sha256: string }[]): OpenDataset => {
    const index = queries.context.open(dataset)
    const db = {
      prepare: (sql: string) =>
        sql.includes('FROM sources') ? { all: () => sources } : index.db.prepare(sql),
    }
    return { ...index, db: db as unknown as OpenDataset['db'] }
  }
  const block = (n: number, more = {}) =>
    citationBlock(madeFrom(files(n)), queries.context, {
      language: 'en',
      filters: [],
      date: undefined,
      ...more,
    }).filter(([label]) => label.startsWith('SHA-256'))

  test('five are named, more are cited by the sum of their sorted list', () => {
    expect(block(5)).toEqual(files(5).map(({ file, sha256 }) => [`SHA-256 ${file}`, sha256]))
    const list = files(6)
      .map(({ file, sha256 }) => `${sha256}  ${file}\n`)
      .sort()
    expect(block(6)).toEqual([['SHA-256 of the list of 6 files', sha(list.join(''))]])
    expect(listDigest(files(6).reverse())).toBe(sha(list.join('')))
  })

  test('metadata hold them all', () => {
    expect(block(7, { metadata: true })).toHaveLength(7)
    expect(citedSources(madeFrom(files(7)))).toHaveLength(7)
  })
})
