/** A damaged file is called damaged, with its dataset's name, by whatever call meets the damage; no stack, no riddle. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { damageBehind } from '../../src/core/datasets/damage.ts'
import { datasetPath } from '../../src/core/datasets/files.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles } from '../support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
const path = datasetPath(dataDir, 'mine')
const good = join(folder, 'good.sqlite')
let core: Core

beforeAll(async () => {
  mkdirSync(dataDir)
  const works = [writeWorks(join(folder, 'works.jsonl'), makeWorks(400, 7)), writeInstitutions(folder)]
  await importFiles(dataDir, 'mine', works)
  copyFileSync(path, good)
  core = createCore({ dataDir, resourcesDir, appVersion })
  await core.ready
  // Of a sound file each answers.
  for (const call of CALLS) expect([call[0], await failureOf(call)]).toEqual([call[0], null])
  await core.call('datasets.remove', { dataset: 'copy' })
})
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => copyFileSync(good, path))

const dataset = 'mine'
/** Of each thread, and of each kind of what is stored: figures, articles, words, names, notes. */
const CALLS: [name: string, input: object][] = [
  ['rankings.list', { dataset }],
  ['datasets.show', { dataset }],
  ['institutions.list', { dataset }],
  ['collaborations.list', { dataset }],
  ['networks.institutions', { dataset }],
  ['search.find', { dataset, text: 'uni' }],
  ['networks.draw', { network: { of: 'institutions', input: { dataset } } }],
  ['exports.table', { table: { of: 'rankings', input: { dataset } }, format: 'csv' }],
  ['datasets.duplicate', { dataset, as: 'copy' }],
]
const failureOf = async ([name, input]: (typeof CALLS)[number]) => {
  const result = await core.call(name, input)
  return result.ok ? null : { code: result.error.code, dataset: result.error.details.values?.['dataset'] }
}

test.each([0.5, 4096, 100, 0])('a file cut to %d', async (cut) => {
  truncateSync(path, cut < 1 && cut > 0 ? Math.floor(statSync(path).size * cut) : cut)
  for (const call of CALLS)
    expect([call[0], await failureOf(call)]).toEqual([call[0], { code: 'dataset-damaged', dataset }])
  const verified = await core.call('datasets.verify', { dataset })
  expect(verified).toMatchObject({ ok: true, value: { ok: false } })
})

test('bytes turned anywhere: a call answers, or says that the dataset is damaged', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const bytes = readFileSync(good)
  let [damaged, seed] = [0, 7]
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  for (let round = 0; round < 12; round++) {
    const spoilt = Buffer.from(bytes)
    for (let turned = 0; turned < 40; turned++) {
      const at = 200 + Math.floor(random() * (bytes.length - 200))
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 + Math.floor(random() * 255))
    }
    writeFileSync(path, spoilt)
    for (const call of CALLS.slice(0, 7)) {
      const failure = await failureOf(call)
      if (failure) {
        damaged++
        expect([call[0], failure]).toEqual([call[0], { code: 'dataset-damaged', dataset }])
      }
    }
  }
  expect(damaged).toBeGreaterThan(10)
  told.mockRestore()
})

test('damage is not copied or built upon, where it would get a checksum that fits', async () => {
  const bytes = readFileSync(good)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const { token } = await core.grantFiles([join(folder, 'works.jsonl')])
  for (const call of [
    ['datasets.duplicate', { dataset, as: 'copy' }],
    ['datasets.rename', { dataset, as: 'mine', name: 'Other' }],
    ['exports.dataset', { dataset }],
    ['imports.index', { files: token, as: dataset, mode: 'add' }],
  ] satisfies typeof CALLS)
    expect([call[0], await failureOf(call)]).toEqual([call[0], { code: 'dataset-damaged', dataset }])
})

test('a fault of the program on a sound file stays one, and a file that went meanwhile is unknown', async () => {
  const fault = new RangeError('offset is out of bounds')
  expect(await damageBehind(fault, dataDir, ['mine'])).toBeNull()
  expect(await damageBehind(fault, dataDir, [])).toBeNull()
  const corrupt = Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_INDEX' })
  expect((await damageBehind(corrupt, dataDir, ['mine']))?.code).toBe('dataset-damaged')
  rmSync(path)
  expect((await damageBehind(fault, dataDir, ['mine']))?.code).toBe('dataset-unknown')
})
