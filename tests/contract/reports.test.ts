/** Reports: kept beside their dataset, composed of what it can carry. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import { BUNDLED_DATASET, firstScreensDir } from '../../src/core/datasets/files.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import { reportDir } from '../../src/core/reports/report-folder.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import type { ReportContent } from '../../src/shared/contract/reports.ts'
import { reportContent } from '../../src/shared/contract/reports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { importFiles, queriesOf } from '../support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
const queries = queriesOf(folder)
const told: CoreEvent[] = []
const context = importContext(folder, {
  emit: (event) => void told.push(event),
  releaseReaders: async (id) => queries.context.release(id),
})

beforeAll(async () => {
  await prepareDatasets(context)
  const works = [writeWorks(join(folder, 'works.jsonl'), makeWorks(200, 7)), writeInstitutions(folder)]
  await importFiles(folder, 'mine', works)
})
afterAll(() => {
  queries.close()
  rmSync(folder, { recursive: true, force: true })
})

const show = (dataset: string) => queries.call('reports.show', { dataset })
const save = (dataset: string, content: ReportContent) =>
  commandHandlers['reports.save']({ dataset, content }, context)
const kinds = ({ pages }: ReportContent) => pages.map(({ figure }) => figure.of)
const named = (name: string) =>
  reportContent.parse({ name, pages: [{ id: 'a', figure: { of: 'method', dataset: 'mine' } }] })

describe('the report of a dataset', () => {
  test('is empty until saved, then what was saved, and the views are told', async () => {
    expect(await show('mine')).toMatchObject({ dataset: 'mine', savedAt: null, damaged: false })
    const saved = await save('mine', named('北京 “first”'))
    expect(saved).toEqual(await show('mine'))
    expect(saved.content.name).toBe('北京 “first”')
    expect(saved.savedAt).toBe('2025-01-01T00:00:00.000Z')
    expect(told).toContainEqual({ type: 'reports.changed', dataset: 'mine' })
    await save(BUNDLED_DATASET, named('of the edition'))
    expect((await show(BUNDLED_DATASET)).content.name).toBe('of the edition')
    expect((await show('mine')).content.name).toBe('北京 “first”')
  })

  test('outlives a new version of its dataset, whose version it tells', async () => {
    const before = await show('mine')
    queries.context.release('mine')
    await importFiles(folder, 'mine', [
      writeWorks(join(folder, 'others.jsonl'), makeWorks(150, 8)),
      writeInstitutions(folder),
    ])
    const after = await show('mine')
    expect(after.content).toEqual(before.content)
    expect(after.version).not.toBe(before.version)
  })

  test('a part that a crash left is not read, and goes in time', async () => {
    const part = join(reportDir(folder, 'mine'), 'report.json.1.x.0.part')
    writeFileSync(part, '{"form":1,')
    utimesSync(part, 1, 1)
    expect((await show('mine')).damaged).toBe(false)
    await save('mine', named('whole'))
    expect(readdirSync(reportDir(folder, 'mine'))).toEqual(['report.json'])
  })

  test('a damaged file counts as none and is put aside, not overwritten', async () => {
    const file = join(reportDir(folder, 'mine'), 'report.json')
    const whole = readFileSync(file)
    truncateSync(file, whole.length - 20)
    expect(await show('mine')).toMatchObject({ savedAt: null, damaged: true, content: { pages: [] } })
    await save('mine', named('anew'))
    expect(readFileSync(join(reportDir(folder, 'mine'), 'report.damaged-1.json'))).toEqual(
      whole.subarray(0, whole.length - 20),
    )
    // What a later app wrote is not understood either, and stays.
    writeFileSync(file, '{"form":2}')
    await save('mine', named('again'))
    expect(readFileSync(join(reportDir(folder, 'mine'), 'report.damaged-2.json'), 'utf8')).toBe('{"form":2}')
    expect((await show('mine')).content.name).toBe('again')
    for (let i = 3; i < 9; i++) {
      writeFileSync(file, `${i}`)
      await save('mine', named('more'))
    }
    const aside = readdirSync(reportDir(folder, 'mine')).filter((name) => name.includes('damaged'))
    expect(aside.sort()).toEqual([4, 5, 6, 7, 8].map((i) => `report.damaged-${i}.json`))
  })

  test('takes no two pages of one id, and no dataset that is not stored', async () => {
    const page = { id: 'a', figure: { of: 'method', dataset: 'mine' } }
    expect(reportContent.safeParse({ pages: [page, page] }).success).toBe(false)
    await expect(save('nowhere', named('x'))).rejects.toMatchObject({ code: 'dataset-unknown' })
    expect(existsSync(reportDir(folder, 'nowhere'))).toBe(false)
  })

  test('goes with its dataset, as do first screens, which may show its figures', async () => {
    await importFiles(folder, 'gone', [
      writeWorks(join(folder, 'gone.jsonl'), makeWorks(20, 9)),
      writeInstitutions(folder),
    ])
    await save('gone', named('gone'))
    mkdirSync(firstScreensDir(folder), { recursive: true })
    writeFileSync(join(firstScreensDir(folder), 'x.json'), '{}')
    await commandHandlers['datasets.remove']({ dataset: 'gone' }, context)
    expect(existsSync(reportDir(folder, 'gone'))).toBe(false)
    expect(existsSync(firstScreensDir(folder))).toBe(false)
    expect(existsSync(reportDir(folder, 'mine'))).toBe(true)
  })
})

describe('a template', () => {
  const compose = async (
    dataset: string,
    template: 'city-brief' | 'edition' | 'comparison',
    cities: string[],
  ) => (await queries.call('reports.compose', { dataset, template, cities })).content

  test('city brief of the printed edition: no series, no network; its best subject stands for them', async () => {
    const brief = await compose(BUNDLED_DATASET, 'city-brief', ['Nanjing'])
    expect(kinds(brief)).toEqual([
      'cover',
      'finding',
      'ranking-bars',
      'rank-history',
      'table',
      'compare',
      'table',
      'method',
    ])
    expect(brief).toMatchObject({ name: 'Nanjing, city brief', template: 'city-brief' })
    const compare = brief.pages.find(({ figure }) => figure.of === 'compare')
    expect(compare?.figure).toMatchObject({
      input: { cities: ['nanjing', 'boston-metropolitan-area', 'san-francisco-bay-area'] },
      reference: 'nanjing',
    })
  })

  test('has the pairs that the edition prints of the city', async () => {
    expect(kinds(await compose(BUNDLED_DATASET, 'city-brief', ['Beijing']))).toContain('pairs')
  })

  test('of the first and the last city the neighbours stand on one side', async () => {
    const { rows } = await queries.call('rankings.list', { dataset: BUNDLED_DATASET })
    const cities = async (at: number) => {
      const { pages } = await compose(BUNDLED_DATASET, 'city-brief', [rows.at(at)?.id ?? ''])
      return pages.flatMap(({ figure }) => (figure.of === 'compare' ? figure.input.cities : []))
    }
    expect(await cities(0)).toEqual(rows.slice(0, 3).map(({ id }) => id))
    expect(await cities(-1)).toEqual([rows.at(-1), rows.at(-3), rows.at(-2)].map((row) => row?.id))
  })

  test('of a computed index: series, institutions, network', async () => {
    const brief = await compose('mine', 'city-brief', [])
    expect(kinds(brief)).toEqual(expect.arrayContaining(['cover', 'city-series', 'city-institutions']))
    expect(kinds(brief)).not.toContain('rank-history')
    expect(kinds(await compose('mine', 'edition', []))).toEqual(expect.arrayContaining(['rising', 'network']))
  })

  test('edition: rankings overall and of every subject that has Shares', async () => {
    const set = kinds(await compose(BUNDLED_DATASET, 'edition', []))
    expect(set).not.toContain('rising')
    expect(set).not.toContain('network')
    expect(set.at(-1)).toBe('method')
    // Of the subjects the edition prints some ranks: tables stand for bars.
    expect(set.filter((kind) => kind === 'ranking-bars')).toHaveLength(1)
    expect(set.filter((kind) => kind === 'table')).toHaveLength(6)
  })

  test('comparison: the first is the reference; too few are filled up, unknown ones refused', async () => {
    const of = async (names: string[]) => {
      const { pages } = await compose(BUNDLED_DATASET, 'comparison', names)
      return pages.flatMap(({ figure }) => (figure.of === 'compare' ? figure.input.cities : []))
    }
    expect(await of(['Tokyo', '巴黎'])).toEqual(['tokyo-metropolitan-area', 'paris-metropolitan-area'])
    expect(await of(['Tokyo'])).toEqual(['tokyo-metropolitan-area', 'beijing', 'shanghai'])
    await expect(of(['Atlantis', 'Tokyo'])).rejects.toMatchObject({ code: 'city-unknown' })
  })
})

describe('a report that leaves', () => {
  const brief = async (language: 'en' | 'both') => {
    const input = { dataset: BUNDLED_DATASET, template: 'city-brief' as const, cities: ['Nanjing'], language }
    return (await queries.call('reports.compose', input)).content
  }
  const asHtml = async (language: 'en' | 'both') => {
    const content = await brief(language)
    const input = { dataset: BUNDLED_DATASET, content, format: 'html' as const, date: '2026-11-30' }
    return new TextDecoder().decode((await queries.call('exports.report', input)).bytes)
  }

  test('is checked: a changed number is found, a page without its city says so', async () => {
    const content = await brief('en')
    const ranking = content.pages.find(({ figure }) => figure.of === 'ranking-bars')
    if (!ranking) throw new Error('no ranking')
    const { page } = await queries.call('reports.renew', { dataset: BUNDLED_DATASET, page: ranking })
    expect(page.numbers.length).toBeGreaterThan(10)
    const [first] = page.numbers
    const numbers = page.numbers.map((each, i) => (i === 0 ? { ...each, value: each.value + 1 } : each))
    const lost = { id: 'lost', figure: { of: 'cover', input: { city: 'Atlantis' } } }
    const { pages } = await queries.call('reports.check', {
      dataset: BUNDLED_DATASET,
      content: reportContent.parse({ pages: [page, { ...page, id: 'old', numbers }, lost] }),
    })
    expect(pages[0]).toMatchObject({ changed: [], problem: null, smallest: 12 })
    expect(pages[1]?.changed).toEqual([
      { label: first?.label, on: Number(first?.value) + 1, now: first?.value, decimals: first?.decimals },
    ])
    expect(pages[2]?.problem).toMatchObject({ code: 'city-unknown', values: { city: 'Atlantis' } })
  })

  test('is one file of HTML that asks for nothing, with heads, captions and both languages', async () => {
    const page = await asHtml('both')
    const attributes = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, value]) => value ?? '')
    expect(attributes.filter((value) => !value.startsWith('#'))).toEqual([])
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\/|@import|url\((?!data:)/)
    expect(page).toContain("default-src 'none'")
    expect([...page.matchAll(/<article [^>]*lang="([^"]+)"/g)].map(([, lang]) => lang)).toEqual([
      'en',
      'zh-Hans',
    ])
    expect([...page.matchAll(/<h1>/g)]).toHaveLength(2)
    expect(page).toContain('aria-sort="ascending"')
    for (const [table] of page.matchAll(/<table id[^]*?<\/table>/g)) {
      expect(table).toContain('<caption')
      expect(table).toContain('<th scope="col"')
    }
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(page).toContain('1,570.80')
    expect(page).toContain('南京')
  })

  test('is equal to the byte when written again, and refused without a page', async () => {
    expect(await asHtml('en')).toBe(await asHtml('en'))
    const empty = { dataset: BUNDLED_DATASET, content: reportContent.parse({}), format: 'html' as const }
    await expect(queries.call('exports.report', empty)).rejects.toMatchObject({ code: 'report-empty' })
  })
})
