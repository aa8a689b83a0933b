/** What stands behind the figures of a computed index: articles, names, statistics; against what was reckoned by hand. */
import Database from 'better-sqlite3'
import { mkdirSync, rmdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../../../tests/support/index.ts'
import { chemistry, dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'

const { root, queries, call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number

describe('derivation', () => {
  test('the articles behind a Share, largest part first, page by page', async () => {
    const first = await call('derivation.of', { dataset, id: 'Beijing', from: 2023, limit: 2 })
    const second = await call('derivation.of', { dataset, id: 'Beijing', from: 2023, limit: 2, offset: 2 })
    expect([...first.rows, ...second.rows].map(({ id, fraction }) => [id, fraction])).toEqual([
      ['W3', '2/3'],
      ['W4', '1/2'],
      ['W7', '1/4'],
    ])
    expect([first.truncated, second.truncated, first.hasWords]).toEqual([true, false, true])
    expect(first.total).toEqual({ share: near(17 / 12), articles: 3 })
    expect(first.rows[0]).toMatchObject({ title: 'Article 3', authorCount: 3, subjects: chemistry })
    expect(first.rows[0]?.authors.map(({ affiliations }) => affiliations)).toMatchObject([
      [{ institution: { id: 'I1' }, city: { id: 'beijing' }, region: 'CN', fraction: '1/3', counts: 'a' }],
      [
        { institution: { id: 'I1' }, fraction: '1/6', counts: 'a' },
        { institution: { id: 'I2' }, fraction: '1/6', counts: 'a' },
      ],
      [{ institution: { id: 'I3' }, fraction: '1/3', counts: null }],
    ])
    expect(first.rows[1]?.authors[1]).toMatchObject({ name: 'Author 2', affiliations: [] })
  })

  test('the articles behind a score name both parts', async () => {
    const behind = await call('derivation.of', { dataset, id: 'Beijing', partner: 'Boston', from: 2023 })
    expect(behind.rows.map((row) => [row.id, row.fraction, row.partnerFraction])).toEqual([
      ['W3', '2/3', '1/3'],
      ['W7', '1/4', '1/4'],
    ])
    expect(behind.total).toEqual({ share: near(1.5), articles: 2 })
  })

  test('an author with eleven affiliations has exact parts, from the words', async () => {
    const { rows } = await call('derivation.of', { dataset, kind: 'institution', id: 'I1', to: 2021 })
    expect(rows.map(({ fraction }) => fraction)).toEqual(['6/11'])
    const country = await call('derivation.of', { dataset, kind: 'country', id: 'US', from: 2023 })
    expect(country.rows.map(({ id, fraction }) => [id, fraction])).toEqual([
      ['W5', '1'],
      ['W7', '1/2'],
      ['W3', '1/3'],
    ])
    expect(country.rows[0]?.authors[1]?.affiliations).toEqual([
      { institution: null, city: null, region: 'US', printed: false, fraction: '1/2', counts: 'a' },
    ])
  })

  test('the articles of an area are those of its cities', async () => {
    const area = await call('derivation.of', { dataset, kind: 'metro', id: 'Boston', from: 2023 })
    expect(area.total).toEqual({ share: near(4 / 3), articles: 3 })
  })
})

describe('names', () => {
  test('institutions by id, ROR, name in two languages and beginning', async () => {
    const centre = async (name: string) =>
      (await call('networks.ego', { dataset, centre: name })).filters.centre
    for (const name of [
      'I1',
      'https://openalex.org/i1',
      'https://ror.org/02nr0ka47',
      'alpha university',
      '甲大学',
      'Alpha',
    ]) {
      expect(await centre(name)).toBe('I1')
    }
    await expect(centre('Alfa University')).rejects.toMatchObject({
      code: 'institution-unknown',
      details: { suggestions: expect.arrayContaining(['Alpha University']) },
    })
    await expect(call('derivation.of', { dataset, kind: 'country', id: 'Atlantis' })).rejects.toMatchObject({
      code: 'entity-unknown',
    })
  })

  test('search finds by letters anywhere, two Chinese signs and pinyin', async () => {
    const ids = async (text: string) =>
      (await call('search.find', { dataset, text })).hits.map(({ id }) => id)
    expect(await ids('univ')).toEqual(['I6', 'I1', 'I3'])
    expect(await ids('甲大')).toEqual(['I1'])
    expect(await ids('jiada')).toEqual(['I1'])
    expect((await ids('bei'))[0]).toBe('beijing')
    expect((await call('search.find', { dataset, text: 'Bostan' })).nearest[0]?.id).toBe('boston')
  })

  test('a city is found under its names in other languages', async () => {
    const ids = async (text: string) =>
      (await call('search.find', { dataset, text })).hits.map(({ id }) => id)
    expect(await ids('ボストン')).toEqual(['boston'])
    expect(await ids('Pekin')).toEqual(['beijing'])
    expect((await call('derivation.of', { dataset, kind: 'city', id: 'Пекин' })).entity.id).toBe('beijing')
    await expect(call('derivation.of', { dataset, kind: 'city', id: 'München' })).rejects.toMatchObject({
      code: 'city-unknown',
    })
  })
})

describe('datasets', () => {
  test('what is stored, its years and its report', async () => {
    const detail = await call('datasets.show', { dataset })
    expect(detail.years.map(({ year, shares }) => [year, shares])).toEqual([
      [2021, 1],
      [2022, 2],
      [2023, 4],
    ])
    expect(detail.coverage[0]).toMatchObject({ subject: 'all', rank: 4, change: 2 })
    const { reports } = await call('datasets.report', { dataset })
    expect(reports).toMatchObject([{ read: 8, stored: 8, articles: 8 }])
  })

  test('the list leaves out a link to nothing, and names a folder in the place of a file as damaged', async () => {
    symlinkSync(join(root, 'nothing'), join(queries.folder, 'dangling.sqlite'))
    mkdirSync(join(queries.folder, 'folder.sqlite'))
    const { datasets } = await call('datasets.list', {})
    expect(datasets.map((each) => [each.dataset, each.problem])).toEqual([
      ['folder', 'dataset-damaged'],
      [dataset, null],
    ])
    rmSync(join(queries.folder, 'dangling.sqlite'))
    rmdirSync(join(queries.folder, 'folder.sqlite'))
  })

  test('it verifies; changed statistics or contributions do not', async () => {
    expect(await call('datasets.verify', { dataset })).toMatchObject({ ok: true })
    await importFiles(root, 'spoiled', [join(root, 'works.jsonl'), join(root, 'institutions.jsonl')])
    const file = new Database(join(queries.folder, 'spoiled.sqlite'))
    file.exec('UPDATE entity_stats SET units = units + 1 WHERE kind = 2 AND year = 2023 AND entity = 0')
    file.close()
    const failed = async () => {
      queries.context.release('spoiled')
      const { ok, checks } = await call('datasets.verify', { dataset: 'spoiled' })
      return [ok, ...checks.filter((each) => each.ok === false).map(({ id }) => id)]
    }
    expect(await failed()).toEqual([false, 'checksum', 'figures'])
    const again = new Database(join(queries.folder, 'spoiled.sqlite'))
    again.exec('UPDATE article_chunks SET units = (SELECT nodes FROM article_chunks)')
    again.close()
    expect(await failed()).toEqual([false, 'checksum', 'figures', 'derived', 'stored'])
  })
})
