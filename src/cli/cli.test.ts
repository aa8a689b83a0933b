import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { copyEdition, editLine, RANKING, temporaryFolder } from '../../tests/support/edition.ts'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { runCli } from './program.ts'
import { cellWidth, formatTable } from './table.ts'
import { cliOn } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-cli-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('rank', () => {
  test('json has the documented shape, 100 rows, figures in full', async () => {
    const { code, out } = await run('rank', '--year', '2023', '--limit', '100', '--format', 'json')
    expect(code).toBe(0)
    const document = JSON.parse(out)
    expect(Object.keys(document).slice(0, 4)).toEqual(['dataset', 'version', 'filters', 'rows'])
    expect(document.rows).toHaveLength(100)
    expect(Object.keys(document.rows[0]).slice(0, 10)).toEqual([
      'rank',
      'rankChange',
      'id',
      'by',
      'cityId',
      'name',
      'nameZh',
      'region',
      'regionName',
      'regionNameZh',
    ])
    expect(document.rows[0]).toMatchObject({
      rank: 1,
      id: 'beijing',
      by: 'city',
      cityId: 'beijing',
      share: 4259.39,
      perMillion: expect.closeTo(4259.39 / 21.5, 9) as number,
      count: 9180,
      adjustedShare: null,
    })
  })

  test('csv goes to a file, and says so on stderr alone', async () => {
    const file = join(dataDir, 'out', 'ranking.csv')
    const { code, out, err } = await run('rank', '--region', 'jp', '--format', 'csv', '--out', file)
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain(file)
    expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(7)
  })

  test('a table in Chinese, aligned', async () => {
    const { out } = await run('rank', '--limit', '3', '--format', 'table', '--lang', 'zh')
    expect(out).toContain('纽约都市圈')
    expect(out).not.toContain('New York')
  })
})

test('without an open core a command opens its own, on the folder that the environment names', async () => {
  let out = ''
  const code = await runCli(['datasets', 'list'], {
    stdout: (text) => (out += String(text)),
    stderr: () => undefined,
    isTerminal: false,
    env: { SCIENCE_CITIES_DATA: dataDir },
  })
  expect([code, JSON.parse(out).dataDir]).toEqual([0, join(dataDir, 'datasets')])
})

test('a city by any of its names is the same city', async () => {
  const outputs = await Promise.all(['北京', 'beijing', 'Beijing'].map((name) => run('city', name)))
  expect(new Set(outputs.map(({ out }) => out)).size).toBe(1)
  expect(JSON.parse(outputs[0]?.out ?? '')).toMatchObject({
    filters: { city: 'beijing' },
    rows: [{ share: 4259.39 }, { share: 1714.88 }, {}, {}, {}, {}],
  })
})

test('compare and collaborations', async () => {
  expect(JSON.parse((await run('compare', 'Beijing', '上海')).out).rows).toHaveLength(2)
  const { rows } = JSON.parse((await run('collaborations', '--city', 'London', '--format', 'json')).out)
  expect(rows).toMatchObject([{ aName: 'University College London', score: 22.81, articles: null }])
})

test('a comparison is kept, compared, renamed and removed', async () => {
  const saved = await run('comparisons', 'save', 'Two', 'Beijing', '上海', '--reference', 'shanghai')
  expect([saved.code, saved.err]).toEqual([0, expect.stringContaining('“Two”')])
  const { comparisons } = JSON.parse((await run('comparisons', 'list', '--format', 'json')).out)
  expect(comparisons).toMatchObject([
    { name: 'Two', by: 'city', entities: [{ id: 'beijing' }, { id: 'shanghai' }], reference: 'shanghai' },
  ])
  const taken = await run('comparisons', 'save', 'two', 'Tokyo', 'Seoul')
  expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('“two”')])
  const own = JSON.parse((await run('compare', '--saved', 'TWO')).out)
  const named = JSON.parse((await run('compare', 'beijing', 'shanghai', '--reference', 'shanghai')).out)
  expect(own).toEqual(named)
  expect((await run('compare', 'Tokyo', 'Seoul', '--saved', 'Two')).code).toBe(2)
  await run('comparisons', 'rename', 'Two', 'Pair')
  const shown = await run('comparisons', 'show', 'pair', '--format', 'table')
  expect(shown.out).toMatch(/A\s+Beijing\s+beijing\n.*B\s+Shanghai\s+shanghai\s+×/s)
  await run('comparisons', 'remove', 'Pair')
  const gone = await run('compare', '--saved', 'Pair')
  expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('Pair')])
})

describe('exit codes', () => {
  test('2 for wrong usage', async () => {
    expect((await run('rank', '--by', 'planet')).code).toBe(2)
    expect((await run('rank', '--limit', '0')).code).toBe(2)
    expect((await run('nonsense')).code).toBe(2)
    expect((await run('compare', 'Beijing')).code).toBe(2)
  })

  test('1 with the nearest names for an unknown city, in the language asked', async () => {
    const { code, out, err } = await run('city', 'Tokyoo', '--lang', 'zh')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('没有名为“Tokyoo”的城市')
    expect(err).toContain('Tokyo metropolitan area')
  })

  test('3 for a rejected edition, with file, line and reason; 0 for a good one', async () => {
    const root = temporaryFolder()
    const folder = copyEdition(root)
    expect(await run('import', 'edition', folder, '--as', 'mine', '--quiet')).toMatchObject({
      code: 0,
      err: '',
    })
    expect((await run('import', 'edition', folder, '--as', 'mine')).code).toBe(1)
    editLine(folder, RANKING, 4, (line) => line.replace('2107.48', 'much'))
    const { code, err } = await run('import', 'edition', folder, '--as', 'other')
    expect(code).toBe(3)
    expect(err).toContain('top100-2023.csv, line 4: share_2023 is “much”')
    const { rows } = JSON.parse((await run('datasets', 'list')).out)
    expect(rows.map(({ dataset }: { dataset: string }) => dataset)).toEqual(['science-cities-2024', 'mine'])
    expect((await run('datasets', 'verify', 'mine')).code).toBe(0)
    expect((await run('datasets', 'remove', 'mine')).code).toBe(0)
    rmSync(root, { recursive: true, force: true })
  })

  test('0 for help, everywhere', async () => {
    for (const command of [[], ['rank'], ['datasets', 'report'], ['import', 'works'], ['sample', 'create']]) {
      const { code, out } = await run(...command, '--help')
      expect(code).toBe(0)
      expect(out).toContain('Usage:')
    }
  })
})

test('tables count Chinese as two cells', () => {
  expect(cellWidth('北京 A')).toBe(6)
  const table = formatTable(
    [
      { a: '北京', b: '1' },
      { a: 'Bonn', b: '22' },
    ],
    [
      { head: 'City', value: (row) => row.a },
      { head: 'N', value: (row) => row.b, align: 'right' },
    ],
  )
  expect(table).toBe('City   N\n北京   1\nBonn  22\n')
})
