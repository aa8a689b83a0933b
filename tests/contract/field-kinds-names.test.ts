/** Names as tables spell them, each in several ways: which one is shown, and what is one. Worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
/** One article of as many authors as there are cells of a place: id, name, city, country. */
const article = (places: readonly string[], id = 'A') =>
  [HEAD, ...places.map((place, at) => `${id},2022,${at + 1},X${at},${place}`), ''].join('\n')
const imported = (places: readonly string[], files: Record<string, string> = {}) =>
  importText(dataDir, { 'table.csv': article(places), ...files })

describe('of the spellings of one institution', () => {
  const cells = (id: string, ...names: string[]) => names.map((name) => `${id},${name},Montreal,CA`)

  test.each([
    ['', 'McGill University', ['MCGILL UNIVERSITY', 'McGill University', 'mcgill university']],
    ['I7', 'Université de Montréal', ['UNIVERSITÉ DE MONTRÉAL', 'Université de Montréal']],
    ['', 'Université de Montréal', ['Universite de Montreal', 'Université de Montréal']],
    ['I8', 'RIKEN', ['RIKEN', 'Riken']],
    ['', '北京大学', ['北京大学', '北京大学 ']],
  ])('%s: %s is shown', async (id, shown, names) => {
    for (const order of [names, names.toReversed()])
      expect((await imported(cells(id, ...order))).institutions).toEqual({ [shown]: [1, 1] })
  })

  test('that in usual case is shown, also where it is added later', async () => {
    await imported(cells('', 'MCGILL UNIVERSITY'))
    const more = { 'more.csv': article(cells('', 'McGill University'), 'B') }
    expect((await importText(dataDir, more, { mode: 'add' })).institutions).toEqual({
      'McGill University': [2, 2],
    })
  })
})
