/** A finished dataset in the place of another: what fails before changes nothing, what fails afterwards is finished later. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { failing } from '../../../tests/support/failing.ts'
import { importContext } from '../../../tests/support/import-context.ts'
import { importFiles } from '../../../tests/support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../../../tests/support/works.ts'
import type { CoreEvent } from '../../shared/contract/events.ts'
import { buildDataset } from './build.ts'
import { compareChecksum } from './checksum.ts'
import { datasetPath, datasetsDir, stampOf } from './files.ts'
import { removeLeftovers } from './leftovers.ts'
import { summarize } from './list-entry.ts'
import { duplicateDataset, removeForNow, renameDataset } from './transfer/copy-dataset.ts'
import { holdDataset } from './lock.ts'
import { listRemoved } from './removed.ts'
import { readCompanions } from './transfer/companions.ts'

const folder = temporaryFolder()
const base = join(folder, 'base')
let dataDir = ''
let runs = 0

beforeAll(async () => {
  await importFiles(base, 'mine', [
    writeWorks(join(folder, 'w.jsonl'), makeWorks(40, 1)),
    writeInstitutions(folder),
  ])
})
beforeEach(() => {
  dataDir = join(folder, `data-${runs++}`)
  cpSync(base, dataDir, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = () => readdirSync(datasetsDir(dataDir)).filter((name) => name.includes('building'))
const report = (text: string) => [{ name: 'report/report.json', bytes: Buffer.from(text) }]
const reportNow = () => readCompanions(dataDir, 'mine').map(({ name, bytes }) => [name, bytes.toString()])

function put(text: string, events: CoreEvent[] = []) {
  const context = importContext(dataDir, { emit: (event) => void events.push(event) })
  const how = { replace: true, companions: report(text) }
  return buildDataset(context, 'mine', how, (path) => cpSync(datasetPath(base, 'mine'), path))
}
/** As at a start after this process has ended. */
function start() {
  for (const name of names())
    renameSync(
      join(datasetsDir(dataDir), name),
      join(datasetsDir(dataDir), name.replace(`.${process.pid}.`, '.999999999.')),
    )
  removeLeftovers(dataDir)
}

test('what cannot take its place beside a dataset that was stored does so at the next start', async () => {
  await put('old')
  const events: CoreEvent[] = []
  const before = stampOf(datasetPath(dataDir, 'mine'))
  await failing(
    'renameSync',
    'EACCES',
    (_, to) => to.includes('mine.report'),
    () => put('new', events),
  )
  expect(stampOf(datasetPath(dataDir, 'mine'))).not.toBe(before)
  expect(events).toEqual([{ type: 'datasets.changed', dataset: 'mine' }])
  expect(reportNow()).toEqual([['report/report.json', 'old']])
  start()
  expect([reportNow(), names()]).toEqual([[['report/report.json', 'new']], []])
})

test('but not over what was saved since, nor beside another dataset', async () => {
  await put('old')
  const badly = (text: string) =>
    failing(
      'renameSync',
      'EACCES',
      (_, to) => to.includes('mine.report'),
      () => put(text),
    )
  await badly('new')
  await new Promise((resolve) => setTimeout(resolve, 20))
  writeFileSync(join(datasetsDir(dataDir), 'mine.report', 'report.json'), 'mine')
  start()
  expect([reportNow(), names()]).toEqual([[['report/report.json', 'mine']], []])
  await badly('late')
  await buildDataset(importContext(dataDir), 'mine', { replace: true }, (path) =>
    cpSync(datasetPath(base, 'mine'), path),
  )
  start()
  expect([reportNow(), names()]).toEqual([[['report/report.json', 'mine']], []])
})

test('a new dataset has nothing of one that is gone', async () => {
  await put('old')
  const beside = [readCompanions(dataDir, 'mine').length]
  rmSync(datasetPath(dataDir, 'mine')) // as after a removal that was cut short
  await buildDataset(importContext(dataDir), 'mine', { replace: false }, (path) =>
    cpSync(datasetPath(base, 'mine'), path),
  )
  expect([...beside, readCompanions(dataDir, 'mine').length]).toEqual([1, 0])
})

test('between two names a dataset is not known, never damaged; looked at again when its record comes', async () => {
  const sum = join(datasetsDir(dataDir), 'mine.sha256')
  const seen: unknown[] = []
  const look = async () =>
    seen.push((await compareChecksum(dataDir, 'mine')).outcome, summarize(dataDir, 'mine').problem)
  // The name alone changes: the old record would fit the new one in version and moment.
  const late = (_: string, to: string) => to === sum
  await failing('renameSync', 'EACCES', late, () =>
    renameDataset({ dataset: 'mine', as: 'mine', name: 'Another' }, importContext(dataDir)),
  )
  await look()
  start()
  await look()
  expect(seen).toEqual(['unknown', null, 'same', null])
  // A record that does not fit, and one that does: the outcome of the first look does not stay.
  const good = readFileSync(sum)
  await duplicateDataset({ dataset: 'mine', as: 'yours' }, importContext(dataDir))
  expect(summarize(dataDir, 'mine').problem).toBeNull()
  const path = datasetPath(dataDir, 'mine')
  const bytes = readFileSync(path)
  bytes[5000] = (bytes[5000] as number) ^ 4
  rmSync(sum)
  writeFileSync(path, bytes)
  expect(summarize(dataDir, 'mine').problem).toBeNull()
  writeFileSync(sum, good)
  expect(summarize(dataDir, 'mine').problem).toBe('dataset-damaged')
})

test('a file that cannot take its place leaves the old one with its checksum', async () => {
  await put('old')
  const fails = failing(
    'renameSync',
    'EACCES',
    (_, to) => to === datasetPath(dataDir, 'mine'),
    () => put('new'),
  )
  await expect(fails).rejects.toMatchObject({ code: 'file-unreadable' })
  expect((await compareChecksum(dataDir, 'mine')).outcome).toBe('same')
  expect([reportNow(), names()]).toEqual([[['report/report.json', 'old']], []])
})

test('a removal that is done is told as done, whatever fails afterwards', async () => {
  const events: CoreEvent[] = []
  const context = importContext(dataDir, { emit: (event) => void events.push(event) })
  const remove = () => holdDataset(context, 'mine', (held) => removeForNow('mine', held))
  const moved = () => readdirSync(datasetsDir(dataDir)).every((name) => name !== 'mine.sqlite')
  const key = await failing('fsyncSync', 'EIO', moved, () =>
    failing('rmSync', 'EBUSY', (path) => path.includes('first-screens'), remove),
  )
  expect(listRemoved(dataDir).map((each) => each.key)).toEqual([key])
  expect(events).toEqual([{ type: 'datasets.changed', dataset: 'mine' }])
})
