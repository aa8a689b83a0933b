import type { TableField } from '../../src/shared/domain/table-fields.ts'
import { TABLE_FIELDS } from '../../src/shared/domain/table-fields.ts'
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChosenFolder } from '../../src/shared/contract/host.ts'
import type { InputOf, MethodName } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'
import type { Sender } from './stand-in/traffic.ts'
import type { Desk } from './stand-in/desk.ts'
import { projectDir, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const BUNDLED = 'science-cities-2024'
const folder = temporaryFolders()
const dataDir = folder('ipc')
const edition = join(folder('edition'), 'my edition')
const articles = folder('articles')
const populations = join(folder('populations'), 'populations.csv')
const exported = join(folder('exported'), 'ranking.json')
const INDEX = 'index'
let desk: Desk

beforeAll(async () => {
  await ensureBuilt()
  cpSync(join(projectDir, 'resources', 'editions', BUNDLED), edition, { recursive: true })
  writeWorks(join(articles, 'works.jsonl'), makeWorks(200))
  writeInstitutions(articles)
  writeFileSync(join(articles, 'notes.md'), 'not to be read')
  writeFileSync(
    populations,
    'city,country,year,population,area,source\nNanjing,CN,2023,9547000,city proper,yearbook\n',
  )
  desk = await startDesk({ dataDir })
}, 120_000)
afterAll(() => desk?.end())

async function chooseEdition(): Promise<ChosenFolder> {
  await desk.choose(edition)
  const chosen = await desk.invoke('host:choose-folder', [])
  if (!chosen.ok) throw new Error(chosen.error.message)
  return chosen.value as ChosenFolder
}

async function chooseArticles(): Promise<ChosenFolder> {
  await desk.choose(articles)
  const chosen = await desk.invoke('host:choose-files', ['folder'])
  if (!chosen.ok) throw new Error(chosen.error.message)
  return chosen.value as ChosenFolder
}

async function choosePopulations(): Promise<ChosenFolder> {
  await desk.choose(populations)
  const chosen = await desk.invoke('host:choose-files', ['files'])
  if (!chosen.ok) throw new Error(chosen.error.message)
  return chosen.value as ChosenFolder
}

/** A dataset as one file, as the user chooses it. */
const chooseDataset = () => chooseMade('exports.dataset', { dataset: 'mine' })
const chooseBackup = () => chooseMade('exports.backup', {})

/** Of what was removed before. */
async function removedKey(): Promise<string> {
  const found = await desk.call('datasets.removed', {})
  if (!found.ok) throw new Error(found.error.message)
  return (found.value as { removed: { key: string }[] }).removed[0]?.key ?? ''
}

async function chooseMade(method: string, input: object): Promise<ChosenFolder> {
  const made = await desk.call(method, input)
  if (!made.ok) throw new Error(made.error.message)
  await desk.choose((made.value as { path: string }).path)
  const chosen = await desk.invoke('host:choose-files', ['files'])
  if (!chosen.ok) throw new Error(chosen.error.message)
  return chosen.value as ChosenFolder
}

/** A file of ours, as the user chooses it. */
async function chooseExported(): Promise<ChosenFolder> {
  const made = await desk.call('exports.table', { table: { of: 'rankings', input: {} }, format: 'json' })
  if (!made.ok) throw new Error(made.error.message)
  writeFileSync(exported, (made.value as { bytes: Uint8Array }).bytes)
  await desk.choose(exported)
  const chosen = await desk.invoke('host:choose-files', ['files'])
  if (!chosen.ok) throw new Error(chosen.error.message)
  return chosen.value as ChosenFolder
}

const BRIEF: InputOf<'reports.save'>['content'] & { pages: object[] } = {
  pages: [{ id: 'p1', figure: { of: 'ranking-bars', input: {} } }],
}

const MEMBER = {
  ...{ pasted: 'Beijing', id: 'beijing', name: 'Beijing', region: 'CN' },
  ...{ division: null, ror: null, dataset: BUNDLED },
}

/** One sound input for each method of the contract; a method without one does not compile. */
const inputs: { [M in MethodName]: () => InputOf<M> | Promise<InputOf<M>> } = {
  'datasets.list': () => ({}),
  'datasets.show': () => ({ dataset: BUNDLED }),
  'datasets.verify': () => ({ dataset: BUNDLED }),
  'imports.edition': async () => ({ folder: (await chooseEdition()).token, as: 'mine', convert: true }),
  'imports.cancel': () => ({ as: 'mine' }),
  'datasets.duplicate': () => ({ dataset: 'mine', as: 'twin' }),
  'exports.dataset': () => ({ dataset: 'twin' }),
  'datasets.rename': () => ({ dataset: 'twin', as: 'renamed' }),
  'datasets.preview': async () => ({ file: (await chooseDataset()).token }),
  'datasets.import': async () => ({ file: (await chooseDataset()).token, as: 'carried' }),
  'exports.backup': () => ({}),
  'backups.preview': async () => ({ file: (await chooseBackup()).token }),
  'backups.restore': async () => ({ file: (await chooseBackup()).token }),
  'datasets.remove': () => ({ dataset: 'mine' }),
  'datasets.removed': () => ({}),
  'datasets.takeBack': async () => ({ key: await removedKey() }),
  'imports.preview': async () => ({ files: (await chooseArticles()).token }),
  'imports.index': async () => ({ files: (await chooseArticles()).token, as: INDEX }),
  'datasets.collected': () => ({ dataset: INDEX }),
  'datasets.report': () => ({ dataset: INDEX }),
  'rankings.rising': () => ({ dataset: INDEX, from: 2021, to: 2023 }),
  'rankings.changes': () => ({ subject: 'chemistry' }),
  'institutions.list': () => ({ dataset: INDEX }),
  'institutions.profile': () => ({ dataset: INDEX, institution: 'Peking Test University' }),
  'cities.series': () => ({ dataset: INDEX }),
  'networks.institutions': () => ({ dataset: INDEX, city: 'Beijing' }),
  'networks.cities': () => ({ dataset: INDEX }),
  'networks.ego': () => ({ dataset: INDEX, centre: 'Peking Test University' }),
  'networks.draw': () => ({ network: { of: 'institutions', input: { dataset: INDEX, city: 'Beijing' } } }),
  'networks.explain': () => ({
    network: { of: 'institutions', input: { dataset: INDEX, city: 'Beijing' } },
    node: 'I1',
    measure: 'degree',
  }),
  'networks.multiples': () => ({ panels: [{ of: 'cities', input: { dataset: INDEX } }] }),
  'networks.keep': () => ({ dataset: INDEX, key: '0'.repeat(32), pins: [{ id: 'I1', x: 100, y: 100 }] }),
  'maps.draw': () => ({ dataset: INDEX }),
  'derivation.of': () => ({ dataset: INDEX, id: 'Beijing' }),
  'derivation.parts': () => ({ dataset: INDEX, id: 'Beijing', by: 'institution' }),
  'derivation.number': () => ({ id: 'beijing', measure: 'share' }),
  'articles.explain': () => ({ dataset: INDEX, article: 'W1' }),
  'samples.create': () => ({ as: 'sample', scale: 0.05 }),
  'rankings.list': () => ({ search: '南京' }),
  'cities.profile': () => ({ city: 'beijing' }),
  'cities.known': () => ({ cities: ['beijing', 'boston'] }),
  'cities.kept': () => ({}),
  'cities.keep': () => ({ city: 'beijing', as: 'favourite' }),
  'cities.compare': () => ({ cities: ['Beijing', '上海'] }),
  'collaborations.list': () => ({}),
  'search.find': () => ({ text: 'nanj' }),
  'indicators.list': () => ({}),
  'indicators.checks': () => ({}),
  'indicators.example': () => ({ indicator: 'count-per-share' }),
  'exports.recipe': () => ({ recipe: { countries: ['PT'], from: 2019, to: 2023 } }),
  'recipes.places': () => ({ text: 'Lisb', kind: 'city' }),
  'recipes.make': () => ({ countries: ['PT'], from: 2019, to: 2023 }),
  'recipes.missing': () => ({ dataset: INDEX }),
  'scale.plan': () => ({ engine: 'duckdb', works: 'works/*.jsonl', from: 2019, to: 2023 }),
  'exports.missing': () => ({ dataset: INDEX }),
  'comparisons.list': () => ({}),
  'comparisons.save': () => ({
    name: 'Three',
    by: 'city' as const,
    entities: ['beijing', 'nanjing'].map((id) => ({ id, name: id, nameZh: null })),
    reference: null,
  }),
  'comparisons.rename': () => ({ name: 'Three', to: 'Two' }),
  'comparisons.remove': () => ({ name: 'Two' }),
  'profiles.list': () => ({}),
  'profiles.save': () => ({
    name: 'Ours',
    heads: ['Artikel'],
    columns: Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as Record<TableField, null>,
    encoding: null,
    delimiter: null,
  }),
  'profiles.rename': () => ({ name: 'Ours', to: 'Theirs' }),
  'profiles.remove': () => ({ name: 'Theirs' }),
  'groups.list': () => ({}),
  'groups.match': () => ({ text: 'Beijing' }),
  'groups.save': () => ({ name: 'Ours', members: [MEMBER] }),
  'groups.show': () => ({ group: 'Ours' }),
  'groups.rename': () => ({ group: 'Ours', to: 'Theirs' }),
  'groups.remove': () => ({ group: 'Theirs' }),
  'populations.show': () => ({}),
  'populations.replace': async () => ({ files: (await choosePopulations()).token }),
  'exports.table': () => ({ table: { of: 'rankings', input: {} }, format: 'csv', date: '2025-01-01' }),
  'exports.graph': () => ({
    drawing: { network: { of: 'institutions', input: { dataset: INDEX, city: 'Beijing' } } },
    format: 'gexf',
    date: '2025-01-01',
  }),
  'exports.figure': () => ({
    figure: { of: 'ranking-bars', input: {} },
    format: 'png',
    dpi: 72,
    date: '2025-01-01',
  }),
  'exports.preview': () => ({
    figure: { of: 'ranking-bars', input: {} },
    format: 'pptx',
    preset: 'slide-full',
    date: '2025-01-01',
  }),
  'scale.check': async () => ({ files: (await chooseExported()).token }),
  'imports.planPreview': async () => ({ files: (await chooseExported()).token }),
  'imports.planResult': async () => ({ files: (await chooseExported()).token, as: 'counted' }),
  'files.open': async () => ({ file: (await chooseExported()).token }),
  'files.verify': async () => ({ file: (await chooseExported()).token }),
  'stability.ranking': () => ({ dataset: INDEX, bands: { seed: 7, replicates: 200 } }),
  'stability.changes': () => ({ dataset: INDEX, from: 2021, to: 2023, bands: { seed: 7, replicates: 200 } }),
  'stability.cancel': () => ({ dataset: INDEX, bands: { seed: 7, replicates: 200 } }),
  'reports.show': () => ({ dataset: BUNDLED }),
  'reports.save': () => ({ dataset: BUNDLED, content: BRIEF }),
  'reports.compose': () => ({ dataset: BUNDLED, template: 'city-brief' as const, cities: ['Nanjing'] }),
  'reports.check': () => ({ dataset: BUNDLED, content: BRIEF }),
  'reports.renew': () => ({ dataset: BUNDLED, page: BRIEF.pages[0]! }),
  'reports.brief': () => ({ dataset: BUNDLED, city: 'nanjing', date: '2025-01-01' }),
  'exports.briefs': () => ({ dataset: BUNDLED, cities: ['nanjing'], date: '2025-01-01' }),
  'exports.report': () => ({ dataset: BUNDLED, content: BRIEF, format: 'pptx' as const, date: '2025-01-01' }),
}

/** Methods of which no input is at hand here: they say why. Of a plan with results `tests/contract/scale-plan.test.ts` tells. */
const REFUSED: Partial<Record<MethodName, string>> = {
  'scale.check': 'scale-foreign',
  'imports.planPreview': 'scale-foreign',
  'imports.planResult': 'scale-foreign',
}

describe('every method of the contract', () => {
  test('has an input to be tried with', () => {
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(contract).sort())
  })

  // In this order: what is imported is removed again.
  test.each(Object.keys(inputs) as MethodName[])('%s is answered over IPC', async (name) => {
    const result = await desk.call(name, await inputs[name]())
    const refused = REFUSED[name]
    const wanted = refused ? { ok: false, error: { code: refused } } : { ok: true }
    expect(result, JSON.stringify(result).slice(0, 500)).toMatchObject(wanted)
    expect(structuredClone(result)).toEqual(result)
  })

  test('answers from the published edition', async () => {
    const ranking = await desk.call('rankings.list', { limit: 2 })
    expect(ranking).toMatchObject({
      ok: true,
      value: {
        total: 100,
        rows: [
          { rank: 1, id: 'beijing', by: 'city', nameZh: '北京', share: 4259.39 },
          { rank: 2, id: 'shanghai', share: 2214 },
        ],
      },
    })
  })

  test('refuses what it does not know, as data', async () => {
    expect(await desk.call('rankings.drop', {})).toMatchObject({
      ok: false,
      error: { code: 'method-unknown' },
    })
    expect(await desk.call('__proto__', {})).toMatchObject({ ok: false, error: { code: 'method-unknown' } })
    expect(await desk.invoke('core:call', [{ toString: 1 }])).toMatchObject({
      ok: false,
      error: { code: 'method-unknown' },
    })
    expect(await desk.call('rankings.list', { limit: -1 })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
  })

  test('tells pages what the core says unasked', async () => {
    const before = desk.delivered.length
    await desk.call('imports.edition', await inputs['imports.edition']())
    await desk.call('datasets.remove', { dataset: 'mine' })
    const events = desk.delivered.slice(before)
    expect(new Set(events.map((message) => message.channel))).toEqual(new Set(['core:event']))
    const kinds = events.map((message) => (message.given[0] as { type: string }).type)
    expect(kinds).toContain('datasets.changed')
  })
})

const TABLE = { table: { of: 'rankings', input: { limit: 2 } }, format: 'csv' }

describe('only the top frame of our own page is heard', () => {
  const forged: [string, Sender][] = [
    ['another site', { origin: 'https://example.com', inside: false }],
    ['another host of our scheme', { origin: 'app://other', inside: false }],
    ['a host that begins like ours', { origin: 'app://science-cities.example.com', inside: false }],
    ['a file', { origin: 'file://', inside: false }],
    ['an opaque origin', { origin: 'null', inside: false }],
    ['the development server, in an installed app', { origin: 'http://localhost:5173', inside: false }],
    ['a frame inside our page', { origin: 'app://science-cities', inside: true }],
    ['a frame that is gone', null],
  ]
  const messages: Record<string, unknown[]> = {
    'core:call': ['rankings.list', {}],
    'host:choose-folder': [],
    'host:choose-files': ['files'],
    'host:take-files': [[]],
    'host:save-file': [{ method: 'exports.table', input: TABLE }],
    'host:open-link': ['https://doi.org/10.1038/x'],
    'host:appearance': [{ language: 'zh', theme: 'dark' }],
  }

  test('on the channels that there are, and no others exist', async () => {
    expect((await desk.channels()).sort()).toEqual(Object.keys(messages).sort())
  })

  test.each(forged)('%s is refused on every channel', async (_who, sender) => {
    const menus = (await desk.callsOf('Menu.setApplicationMenu')).length
    for (const [channel, given] of Object.entries(messages)) {
      const result = await desk.invoke(channel, given, sender)
      expect(result, channel).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    // Nothing happened behind the refusal: no dialog, no browser, no other language.
    expect(await desk.callsOf('dialog.showSaveDialog')).toHaveLength(0)
    expect(await desk.callsOf('shell.openExternal')).toHaveLength(0)
    expect(await desk.callsOf('Menu.setApplicationMenu')).toHaveLength(menus)
  })
})

describe('files and links', () => {
  const save = (fileName?: string, input: object = TABLE) =>
    desk.invoke('host:save-file', [
      { method: 'exports.table', input, ...(fileName === undefined ? {} : { fileName }) },
    ])

  test('a chosen folder comes back as a token, a name and its files, never as a path', async () => {
    const chosen = await chooseEdition()
    expect(chosen.name).toBe('my edition')
    expect(chosen.files).toContain('top100-2023.csv')
    expect(chosen.token).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
    expect(JSON.stringify(chosen)).not.toContain(edition)
    await desk.choose(null)
    expect(await desk.invoke('host:choose-folder', [])).toEqual({ ok: true, value: null })
  })

  test('chosen files come back as a token; of a folder those that can be read', async () => {
    const whole = await chooseArticles()
    expect(whole.files.toSorted()).toEqual(['institutions.jsonl', 'works.jsonl'])
    expect(JSON.stringify(whole)).not.toContain(articles)
    await desk.choose(join(articles, 'works.jsonl'))
    const one = await desk.invoke('host:choose-files', ['files'])
    expect(one).toMatchObject({ ok: true, value: { files: ['works.jsonl'] } })
    const [options] = (await desk.callsOf('dialog.showOpenDialog')).at(-1) ?? []
    expect(options).toMatchObject({ properties: ['openFile', 'multiSelections'] })
    await desk.choose(articles)
    const plan = await desk.invoke('host:choose-files', ['plan']) // the folder itself, not what importers read of it
    expect(plan).toMatchObject({ ok: true, value: { files: [basename(articles)] } })
    expect((await desk.callsOf('dialog.showOpenDialog')).at(-1)).toMatchObject([
      { properties: ['openDirectory'], title: 'Choose the folder of a plan with its results' },
    ])
    await desk.choose(null)
    expect(await desk.invoke('host:choose-files', ['files'])).toEqual({ ok: true, value: null })
    await desk.choose(edition)
    expect(await desk.invoke('host:choose-files', ['/etc'])).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
    await desk.choose(folder('empty'))
    await desk.invoke('host:choose-files', ['folder']) // takes the choice of before
    expect(await desk.invoke('host:choose-files', ['folder'])).toMatchObject({
      ok: false,
      error: { code: 'folder-empty' },
    })
  })

  test('a file is saved whole, where the user says', async () => {
    const target = join(folder('saved'), 'ranking.csv')
    await desk.choose(target)
    expect(await save('beijing ranking.csv')).toEqual({ ok: true, value: { savedAs: 'ranking.csv' } })
    const made = (await desk.invoke('core:call', ['exports.table', TABLE])) as {
      value: { bytes: Uint8Array }
    }
    expect(readFileSync(target, 'utf8')).toMatch(/^Rank,[^]*Beijing/)
    expect(readFileSync(target).equals(made.value.bytes)).toBe(true)
    expect(readdirSync(join(target, '..'))).toEqual(['ranking.csv'])
    const [options] = (await desk.callsOf('dialog.showSaveDialog')).at(-1) ?? []
    expect(options).toMatchObject({
      defaultPath: join('/nowhere/downloads', 'beijing ranking.csv'),
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
  })

  test('without a name of the page it is offered under its own; what cannot be made opens no dialog', async () => {
    await desk.choose(null)
    expect(await save()).toEqual({ ok: true, value: null })
    const [options] = (await desk.callsOf('dialog.showSaveDialog')).at(-1) ?? []
    expect(options).toMatchObject({ defaultPath: join('/nowhere/downloads', 'ranking-2023_en.csv') })
    const dialogs = (await desk.callsOf('dialog.showSaveDialog')).length
    const table = { of: 'city', input: { city: 'Tokyoo' } }
    expect(await save('a.csv', { table, format: 'csv' })).toMatchObject({
      ok: false,
      error: { code: 'city-unknown', details: { suggestions: expect.arrayContaining([expect.any(String)]) } },
    })
    expect(await save('a.csv', { table, format: 'exe' })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
    expect(await desk.callsOf('dialog.showSaveDialog')).toHaveLength(dialogs)
  })

  test('a page cannot aim outside the folder of downloads', async () => {
    await desk.choose(null)
    expect(await save('../../../etc/cron.d/evil')).toEqual({ ok: true, value: null })
    const [options] = (await desk.callsOf('dialog.showSaveDialog')).at(-1) ?? []
    expect(options).toMatchObject({ defaultPath: join('/nowhere/downloads', 'evil') })
  })

  test('a file that cannot be written is an error with a code, and leaves nothing behind', async () => {
    const missing = join(folder('missing'), 'not there', 'a.csv')
    await desk.choose(missing)
    expect(await save('a.csv')).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable', details: { values: { file: 'a.csv', reason: 'ENOENT' } } },
    })
    expect(existsSync(join(missing, '..'))).toBe(false)
  })

  test.each([
    ['bytes of its own', { method: 'exports.table', input: TABLE, base64: 'QQ==' }],
    ['an empty name', { method: 'exports.table', input: TABLE, fileName: '' }],
    ['a path of its own', { method: 'exports.table', input: TABLE, path: '/etc/passwd' }],
    ['nothing', undefined],
  ])('asks nobody to save a file with %s', async (_what, file) => {
    const dialogs = (await desk.callsOf('dialog.showSaveDialog')).length
    expect(await desk.invoke('host:save-file', [file])).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
    expect(await desk.callsOf('dialog.showSaveDialog')).toHaveLength(dialogs)
  })

  test('a listed link opens in the browser of the system, any other is refused', async () => {
    const open = (url: string) => desk.invoke('host:open-link', [url])
    expect(await open('https://doi.org/10.1038/d41586-024-03704-w')).toEqual({ ok: true, value: null })
    for (const url of ['http://doi.org/', 'https://doi.org.example.com/', 'file:///etc/passwd', 'x', '']) {
      expect(await open(url), url).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(await desk.callsOf('shell.openExternal')).toEqual([['https://doi.org/10.1038/d41586-024-03704-w']])
  })
})
