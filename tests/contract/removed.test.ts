/** A removed dataset can be taken back until the app ends, by the app that removed it; then it is gone. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { datasetPath, datasetsDir } from '../../src/core/datasets/files.ts'
import { leftovers } from '../../src/core/datasets/leftovers.ts'
import { listRemoved } from '../../src/core/datasets/removed.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { keptIn, laidOut } from '../support/backup.ts'
import { temporaryFolder } from '../support/edition.ts'

const folder = temporaryFolder()
let full = ''
let dataDir = ''
let runs = 0
let core: Core
let client: Client

beforeAll(async () => {
  full = (await keptIn(folder)).full
})
beforeEach(() => {
  dataDir = join(folder, `data-${runs++}`)
  cpSync(full, dataDir, { recursive: true })
  core = createCore({ dataDir, resourcesDir, appVersion })
  client = createClient(core)
})
afterEach(() => core.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const temporary = () => readdirSync(join(dataDir, 'temporary'))
const stored = async () => (await client.call('datasets.list', {})).datasets.map(({ dataset }) => dataset)
const removed = async () => (await client.call('datasets.removed', {})).removed
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  )
const remove = async () => (await client.call('datasets.remove', { dataset: 'mine' })).key ?? ''

test('comes back with all that stood beside it, and its checksum', async () => {
  const before = laidOut(datasetsDir(dataDir))
  const { version } = await client.call('datasets.show', { dataset: 'mine' })
  const key = await remove()
  expect(await stored()).not.toContain('mine')
  expect(readdirSync(datasetsDir(dataDir)).filter((name) => name.startsWith('mine.'))).toEqual(['mine.lock'])
  expect(await removed()).toEqual([expect.objectContaining({ key, dataset: 'mine', version })])
  const { dataset } = await client.call('datasets.takeBack', { key })
  expect([dataset.version, await removed(), temporary()]).toEqual([version, [], []])
  expect(laidOut(datasetsDir(dataDir))).toEqual(before)
  expect((await client.call('reports.show', { dataset: 'mine' })).content.name).toBe('Of mine')
  expect(await codeOf(client.call('datasets.takeBack', { key }))).toBe('removed-unknown')
})

test('waits where another of its id was made meanwhile; both can be had', async () => {
  const first = await remove()
  await client.call('datasets.duplicate', { dataset: 'yours', as: 'mine' })
  expect(await codeOf(client.call('datasets.takeBack', { key: first }))).toBe('removed-taken')
  const second = await remove()
  expect((await removed()).map(({ key }) => key)).toEqual([second, first])
  await client.call('datasets.takeBack', { key: first })
  await client.call('datasets.rename', { dataset: 'mine', as: 'first' })
  await client.call('datasets.takeBack', { key: second })
  expect(await stored()).toEqual(expect.arrayContaining(['first', 'mine', 'yours']))
})

test('a damaged one can be taken back, too; renaming leaves nothing to take back', async () => {
  writeFileSync(datasetPath(dataDir, 'mine'), 'no database')
  const key = await remove()
  expect(await removed()).toEqual([expect.objectContaining({ dataset: 'mine', name: 'mine', bytes: 11 })])
  await client.call('datasets.takeBack', { key })
  await client.call('datasets.rename', { dataset: 'yours', as: 'ours' })
  expect(await removed()).toEqual([])
})

test('is gone when the app has ended', async () => {
  await remove()
  expect(temporary()).toHaveLength(1)
  await core.close()
  expect(temporary()).toEqual([])
  expect(existsSync(datasetPath(dataDir, 'mine'))).toBe(false)
})

test('is taken back by nobody else, and what a killed process left is swept by the next start', async () => {
  await core.close()
  const script = join(import.meta.dirname, '..', 'support', 'remove-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const key = String((await once(child.stdout, 'data'))[0]).trim()
  expect(key).toMatch(/^[0-9a-f]{12}$/)
  const other = createCore({ dataDir, resourcesDir, appVersion })
  const beside = createClient(other)
  expect(await beside.call('datasets.removed', {})).toEqual({ removed: [] })
  expect(await codeOf(beside.call('datasets.takeBack', { key }))).toBe('removed-unknown')
  await other.close()
  expect([temporary().length, leftovers(dataDir)]).toEqual([1, []])
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(leftovers(dataDir)).toHaveLength(1)
  core = createCore({ dataDir, resourcesDir, appVersion })
  await core.ready
  expect([temporary(), listRemoved(dataDir)]).toEqual([[], []])
})
