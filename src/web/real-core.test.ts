/** The host in front of the core as it ships: what a page gets, end to end. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import { createCore } from '../core/create-core.ts'
import type { ChosenFolder } from '../shared/contract/host.ts'
import type { ImportOutcome } from '../shared/contract/imports.ts'
import type { RankingList } from '../shared/contract/rankings.ts'
import type { Started } from './testing.ts'
import { startHost } from './testing.ts'

let dataDir: string
let core: Core
let app: Started
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'science-cities-web-'))
  core = createCore({ dataDir, resourcesDir, appVersion })
  app = await startHost(core)
})
afterAll(async () => {
  await app.close()
  await core.close()
  await rm(dataDir, { recursive: true, force: true })
})

it('ranks the published edition', async () => {
  const answer = await app.call('rankings.list', { limit: 3 })
  expect(answer.status).toBe(200)
  const { rows, total } = answer.json().value as RankingList
  expect(total).toBe(100)
  expect(rows.map((row) => row.rank)).toEqual([1, 2, 3])
  expect(rows[0]).toMatchObject({ id: 'beijing', nameZh: '北京' })
})

it.each([
  ['cities.profile', { city: 'Atlantis' }, 200, 'city-unknown'],
  ['datasets.show', { dataset: 'nowhere' }, 200, 'dataset-unknown'],
  ['rankings.list', { limit: 0 }, 400, 'input-invalid'],
  ['rankings.list', { path: '/etc/passwd' }, 400, 'input-invalid'],
  ['rankings.list', { dataset: '../../etc/passwd' }, 400, 'input-invalid'],
  ['rankings.list', [], 400, 'input-invalid'],
  ['imports.edition', { folder: '/etc', as: 'mine' }, 400, 'input-invalid'],
  ['imports.edition', { folder: 'x'.repeat(24), as: 'mine' }, 200, 'file-token-unknown'],
] as const)('%s %j is answered %i %s', async (name, input, status, code) => {
  const answer = await app.call(name, input)
  expect([answer.status, answer.json().error?.code]).toEqual([status, code])
})

it('imports an edition that a page uploads, and says so to pages that listen', async () => {
  const edition = join(resourcesDir, 'editions', 'science-cities-2024')
  const names = (await readdir(edition, { recursive: true }))
    .filter((name) => /\.(csv|json)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
  const files = await Promise.all(
    names.map(async (name) => ({ name, base64: await readFile(join(edition, name), 'base64') })),
  )
  const uploaded = await app.own({
    method: 'POST',
    path: '/api/uploads',
    headers: { 'content-type': 'application/json' },
    body: [JSON.stringify({ folder: 'my edition', files })],
  })
  const folder = uploaded.json().value as ChosenFolder
  expect(folder).toMatchObject({
    name: 'my edition',
    files: names.filter((name) => !name.includes('/')).sort(),
  })

  const changed = new Promise<unknown>((resolve) => {
    core.subscribe((event) => event.type === 'datasets.changed' && resolve(event))
  })
  const imported = await app.call('imports.edition', { folder: folder.token, as: 'mine' })
  expect(imported.json().error).toBeUndefined()
  expect((imported.json().value as ImportOutcome).dataset).toMatchObject({ dataset: 'mine', cities: 100 })
  expect(await changed).toEqual({ type: 'datasets.changed', dataset: 'mine' })
  const { rows } = (await app.call('rankings.list', { dataset: 'mine', limit: 1 })).json()
    .value as RankingList
  expect(rows[0]?.id).toBe('beijing')
})
