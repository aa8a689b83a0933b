/** What another process does to the datasets is told to whoever listens, once; what this one does is not told as another's. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import type { Kept } from '../support/backup.ts'
import { keptIn, MEMBER } from '../support/backup.ts'
import { temporaryFolder } from '../support/edition.ts'

const folder = temporaryFolder()
const script = join(import.meta.dirname, '..', 'support', 'import-child.ts')
let at: Kept
let dataDir = ''
let runs = 0
let core: Core
let client: Client
let events: CoreEvent[] = []

beforeAll(async () => void (at = await keptIn(folder)), 60_000)
beforeEach(async () => {
  dataDir = join(folder, `data-${runs++}`)
  cpSync(at.full, dataDir, { recursive: true })
  core = createCore({ dataDir, resourcesDir, appVersion })
  client = createClient(core)
  events = []
  core.subscribe((event) => void (event.type.endsWith('.changed') && events.push(event)))
  await core.ready
  await client.call('datasets.list', {})
})
afterEach(() => core.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Another process changes `mine`; resolves when it has ended. */
async function other(mode: string, paths: string[] = []): Promise<void> {
  const child = spawn(process.execPath, [script, dataDir, mode, ...paths], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  await once(child, 'close')
}
const elsewhere = { type: 'datasets.changed', dataset: 'mine', elsewhere: true }
const quiet = () => new Promise((resolve) => setTimeout(resolve, 800))

test('replaced, added to and removed by another process: one event each, and the next answer is of the new file', async () => {
  let { version } = await client.call('rankings.list', { dataset: 'mine', by: 'institution' })
  for (const [mode, paths] of [
    ['replace', at.second],
    ['add', at.first.slice(0, 1)],
  ] as const) {
    await other(mode, [...paths])
    await vi.waitFor(() => expect(events).toEqual([elsewhere]))
    const now = await client.call('rankings.list', { dataset: 'mine', by: 'institution' })
    expect(now.version).not.toBe(version)
    version = now.version
    events = []
  }
  await other('remove')
  await vi.waitFor(() => expect(events).toEqual([elsewhere]))
  await quiet()
  expect(events).toEqual([elsewhere])
  const { datasets } = await client.call('datasets.list', {})
  expect(datasets.map(({ dataset }) => dataset)).not.toContain('mine')
})

test('what this process does itself is never told as done elsewhere', async () => {
  const { key } = await client.call('datasets.remove', { dataset: 'mine' })
  await client.call('datasets.takeBack', { key: key ?? '' })
  await client.call('datasets.duplicate', { dataset: 'yours', as: 'copy' })
  await client.call('datasets.rename', { dataset: 'copy', as: 'renamed' })
  await client.call('groups.save', { name: 'Theirs', kind: 'city', members: [MEMBER] })
  await quiet()
  expect(events.filter((event) => 'elsewhere' in event)).toEqual([])
  expect(events.map((event) => ('dataset' in event ? event.dataset : event.type))).toEqual([
    ...['mine', 'mine', 'copy', 'renamed', 'copy'],
    'groups.changed',
  ])
})

test('groups kept by another process are told, and nothing is when nobody listens', async () => {
  const another = createCore({ dataDir, resourcesDir, appVersion })
  const beside = createClient(another)
  await beside.call('groups.save', { name: 'Theirs', kind: 'city', members: [MEMBER] })
  await vi.waitFor(() => expect(events).toEqual([{ type: 'groups.changed' }]))
  await another.close()
})
