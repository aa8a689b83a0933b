/** Mappings of columns that are kept: offered for the same heads, used by name, never silently wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import type { MappingProfile } from '../shared/contract/profiles.ts'
import { TABLE_FIELDS } from '../shared/domain/table-fields.ts'
import { cliOn } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-kept-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)
const run = cliOn(core)
const at = (name: string) => join(dataDir, name)

const HEADS = ['Nr', 'Erscheinungsjahr', 'Verfasserin', 'Einrichtung', 'Stadt', 'Land']
const ROWS = ['1;2020;Anna;Alpha;Köln;DE', '1;2020;Ben;Beta;Paris;FR', '2;2021;Anna;Alpha;Köln;DE']
const columns: MappingProfile['columns'] = {
  ...(Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as MappingProfile['columns']),
  article_id: 'Nr',
  year: 'Erscheinungsjahr',
  author_name: 'Verfasserin',
  institution: 'Einrichtung',
  city: 'Stadt',
  country: 'Land',
}
const preview = async (name: string) => {
  const { token } = await core.grantFiles([at(name)])
  const found = await client.call('imports.preview', { files: token })
  return { ...found, file: found.files[0]! }
}

beforeAll(async () => {
  writeFileSync(at('cris.csv'), [HEADS.join(';'), ...ROWS, ''].join('\n'))
  // The same columns in another order and case.
  const order = [5, 4, 3, 2, 1, 0]
  const turned = (row: string) => order.map((place) => row.split(';')[place]).join(';')
  const heads = order.map((place) => HEADS[place]!.toUpperCase()).join(';')
  writeFileSync(at('turned.csv'), [heads, ...ROWS.map(turned), ''].join('\n'))
  writeFileSync(at('lacking.csv'), 'Nr;Erscheinungsjahr;Verfasserin;Ort\n1;2020;Anna;Köln\n')
  await client.call('profiles.save', {
    name: 'Our CRIS export',
    heads: HEADS,
    columns,
    encoding: null,
    delimiter: null,
  })
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a table of foreign heads shows its columns, and is offered the mapping made for them', async () => {
  const { file } = await preview('turned.csv')
  expect([file.kind, file.columns.map(({ name }) => name)]).toEqual([
    'unknown',
    HEADS.map((head) => head.toUpperCase()).reverse(),
  ])
  expect(file.profiles).toMatchObject([
    { name: 'Our CRIS export', sameHeads: true, missing: [], columns: { year: 'ERSCHEINUNGSJAHR' } },
  ])
})

test('--profile reads both alike: Shares worked out by hand', async () => {
  for (const name of ['cris', 'turned']) {
    const { code, err } = await run(
      ...['import', 'affiliations', at(`${name}.csv`), '--profile', 'our cris EXPORT', '--as', name],
    )
    expect([code, err], name).toEqual([0, expect.stringContaining('Mapping “Our CRIS export” of ')])
    const { rows } = JSON.parse((await run('rank', '--dataset', name, '--year', '2020')).out)
    // One article of two authors: a half for each of Cologne and Paris.
    expect(rows.map((row: { share: number }) => row.share)).toEqual([0.5, 0.5])
  }
})

test('a mapping whose column is missing says which', async () => {
  const { file } = await preview('lacking.csv')
  expect(file.profiles).toMatchObject([{ sameHeads: false, missing: ['Einrichtung', 'Stadt', 'Land'] }])
  const { code, err } = await run(
    ...['import', 'affiliations', at('lacking.csv'), '--profile', 'Our CRIS export', '--as', 'lacking'],
  )
  expect(code).toBe(3)
  expect(err).toContain('lacking.csv, line 1')
  expect(err).toContain('Einrichtung')
})

test('a delimiter chosen by hand belongs to the mapping, and leads to its heads again', async () => {
  // Told from its lines the comma would part it.
  const rows = ['a,b|2020|Anna|Alpha, x, y, z', 'c,d|2021|Ben|Beta, x, y, z', 'e,f|2021|Cy|Gamma, x, y, z']
  writeFileSync(at('bars.csv'), ['N,r|Jahr|Wer|Wo, was, wie, wer', ...rows, ''].join('\n'))
  const heads = ['N,r', 'Jahr', 'Wer', 'Wo, was, wie, wer']
  const none = Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as MappingProfile['columns']
  await client.call('profiles.save', {
    name: 'Bars',
    heads,
    columns: {
      ...none,
      article_id: 'N,r',
      year: 'Jahr',
      author_name: 'Wer',
      affiliation: 'Wo, was, wie, wer',
    },
    encoding: null,
    delimiter: '|',
  })
  const { file } = await preview('bars.csv')
  expect(file.columns.map(({ name }) => name)).not.toEqual(heads)
  expect(file.profiles[0]).toMatchObject({ name: 'Bars', sameHeads: true, missing: [], delimiter: '|' })
  const { code } = await run('import', 'affiliations', at('bars.csv'), '--profile', 'Bars', '--as', 'bars')
  expect(code).toBe(0)
})

test('listed, shown, renamed and removed; a name that is not kept is wrong usage', async () => {
  expect(JSON.parse((await run('profiles', 'list')).out).profiles[1]).toMatchObject({ columns, heads: HEADS })
  expect((await run('profiles', 'show', 'our cris export', '--format', 'table')).out).toContain('Verfasserin')
  expect((await run('profiles', 'rename', 'Our CRIS export', 'Bars')).code).toBe(2)
  expect((await run('profiles', 'rename', 'Our CRIS export', 'CRIS')).code).toBe(0)
  expect((await run('profiles', 'remove', 'CRIS')).code).toBe(0)
  const { code, err } = await run('import', 'preview', at('cris.csv'), '--profile', 'CRIS')
  expect([code, err]).toEqual([2, expect.stringContaining('“CRIS”')])
})

test('damaged mappings stop no look into files, and it is said', async () => {
  writeFileSync(at('mapping-profiles.json'), '{"format":"other"}')
  const { file, profilesProblem } = await preview('cris.csv')
  expect([file.profiles, profilesProblem === null]).toEqual([[], false])
  expect((await run('profiles', 'list')).code).toBe(1)
})
