/** Two processes on one data folder: no change is lost, none overwrites another, and who waits is told for whom. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import { datasetPath, datasetsDir } from '../../src/core/datasets/files.ts'
import { holdDataset } from '../../src/core/datasets/lock.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { listDatasets } from '../../src/core/queries/datasets.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { LANGUAGES } from '../../src/shared/domain/language.ts'
import { translate } from '../../src/shared/i18n/index.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { queriesOf } from '../support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

vi.setConfig({ testTimeout: 120_000 }) // processes are started one after another

const folder = temporaryFolder()
const base = join(folder, 'base')
/** Three files of works of other articles, and the institutions. */
const works = [1, 2, 3].map((n) =>
  writeWorks(join(folder, `works-${n}.jsonl`), makeWorks(40 + n, n, n * 10_000)),
) as [string, string, string]
const [first, second, third] = works
const institutions = writeInstitutions(folder)
const script = join(import.meta.dirname, '..', 'support', 'import-child.ts')

let dataDir = ''
let runs = 0
const children: ChildProcess[] = []

const importing = (into: string, mode: 'create' | 'replace' | 'add', paths: string[], parts = {}) =>
  importIndex(
    { paths, as: 'mine', name: undefined, mode, options: indexOptions.parse({}) },
    importContext(into, parts),
  )

/** Starts a process; `told` is its last line, `reached` resolves when it stops at the step. */
function change(mode: string, paths: string[] = [], stopAt = '') {
  const child = spawn(process.execPath, [script, dataDir, mode, ...paths], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, STOP_AT: stopAt },
  })
  children.push(child)
  let out = ''
  const reached = new Promise<void>((resolve) =>
    child.stdout.on('data', (data: Buffer) => {
      out += String(data)
      if (out.split('\n').includes(stopAt)) resolve()
    }),
  )
  if (!stopAt) child.stdin.end()
  const told = once(child, 'close').then(() => out.trimEnd().split('\n').at(-1) ?? '')
  return { child, reached, told, go: () => child.stdin.end() }
}

/** The version of what is stored, of which the digest is the same for the same articles. */
function stored(): { articles: number | null; version: string } {
  const queries = queriesOf(dataDir)
  const { datasets } = listDatasets(queries.context)
  queries.close()
  expect(datasets.map(({ dataset }) => dataset)).toEqual(['mine'])
  return { articles: datasets[0]?.articles ?? null, version: datasets[0]?.version ?? '' }
}
const digestOf = ({ version }: { version: string }) => version.split('-')[1]

beforeAll(async () => {
  whole.set(first, digestOf((await importing(base, 'create', [first, institutions])).dataset))
})
beforeEach(() => {
  dataDir = join(folder, `data-${runs++}`)
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const withBase = () => cpSync(base, dataDir, { recursive: true })
const whole = new Map<string, string | undefined>()
/** The digest that one import of all the files gives. */
async function allOf(paths: string[]): Promise<string | undefined> {
  const key = paths.join()
  if (!whole.has(key)) {
    const { dataset } = await importing(join(folder, `whole-${runs++}`), 'create', [...paths, institutions])
    whole.set(key, digestOf(dataset))
  }
  return whole.get(key)
}

describe('while one process adds', () => {
  test('another is refused in words and nothing is lost; after it, both are in', async () => {
    withBase()
    const one = change('add', [second], 'checking')
    await one.reached
    const told = await change('add', [third]).told
    expect(told).toMatch(/^failed dataset-busy /)
    const values = JSON.parse(told.replace('failed dataset-busy ', '')) as Record<string, string | number>
    expect(values).toEqual({
      dataset: 'mine',
      process: one.child.pid,
      since: expect.stringMatching(/^\d\d:\d\d$/),
    })
    for (const language of LANGUAGES) {
      const words = translate(language, 'errors.dataset-busy.what', values)
      for (const value of Object.values(values)) expect(words).toContain(String(value))
    }
    one.go()
    expect(await one.told).toBe('done')
    expect(await change('add', [third]).told).toBe('done')
    expect(digestOf(stored())).toBe(await allOf([first, second, third]))
  })

  test('at the same moment: what was reported as done is stored', async () => {
    withBase()
    const told = await Promise.all([change('add', [second]).told, change('add', [third]).told])
    const done = [second, third].filter((_, i) => told[i] === 'done')
    expect(done.length).toBeGreaterThan(0)
    for (const each of told) expect(each).toMatch(/^(done$|failed dataset-busy )/)
    expect(digestOf(stored())).toBe(await allOf([first, ...done]))
  })

  test('killed, it leaves the dataset free and as it was', async () => {
    withBase()
    const before = stored()
    const one = change('add', [second], 'storing')
    await one.reached
    expect(await change('remove').told).toMatch(/^failed dataset-busy /)
    one.child.kill('SIGKILL')
    await one.told
    expect(statSync(join(datasetsDir(dataDir), 'mine.lock')).size).toBe(0)
    expect(stored()).toEqual(before)
    expect(await change('add', [third]).told).toBe('done')
    expect(digestOf(stored())).toBe(await allOf([first, third]))
  })
})

describe('while one process creates', () => {
  test('another is refused, and finds the dataset there after it', async () => {
    const one = change('create', [first, institutions], 'swapping')
    await one.reached
    expect(await change('create', [second]).told).toMatch(/^failed dataset-busy /)
    one.go()
    expect(await one.told).toBe('done')
    expect(await change('create', [second]).told).toMatch(/^failed dataset-exists /)
    expect(digestOf(stored())).toBe(await allOf([first]))
  })

  test('at the same moment: one is stored, the other is told so', async () => {
    const told = await Promise.all([first, second].map((file) => change('create', [file, institutions]).told))
    expect(told.filter((each) => each === 'done')).toHaveLength(1)
    expect(told.find((each) => each !== 'done')).toMatch(/^failed dataset-(busy|exists) /)
    expect(digestOf(stored())).toBe(await allOf([told[0] === 'done' ? first : second]))
  })
})

test('a removal waits for no replacement: it is refused, and done after it', async () => {
  withBase()
  const one = change('replace', [second, institutions], 'storing')
  await one.reached
  expect(await change('remove').told).toMatch(/^failed dataset-busy /)
  one.go()
  expect(await one.told).toBe('done')
  expect(await change('remove').told).toBe('done')
  expect(existsSync(datasetPath(dataDir, 'mine'))).toBe(false)
  expect(await change('remove').told).toMatch(/^failed dataset-unknown /)
})

describe('what takes no lock and changes the file', () => {
  /** Puts another file there just before the swap. */
  const meddling = () => ({
    progress: ({ step }: { step: string }) => {
      if (step === 'swapping') copyFileSync(datasetPath(base, 'mine'), datasetPath(dataDir, 'mine'))
    },
  })

  test('is not overwritten by a replacement', async () => {
    withBase()
    await expect(importing(dataDir, 'replace', [second], meddling())).rejects.toMatchObject({
      code: 'dataset-changed',
    })
    expect(digestOf(stored())).toBe(await allOf([first]))
  })

  test('nor by what was to be a new dataset', async () => {
    await expect(importing(dataDir, 'create', [second], meddling())).rejects.toMatchObject({
      code: 'dataset-exists',
    })
    expect(digestOf(stored())).toBe(await allOf([first]))
  })
})

test('one change at a time in one process too; the lock is an empty file beside the dataset, which no reader makes or minds', async () => {
  withBase()
  expect(statSync(join(datasetsDir(dataDir), 'mine.lock')).size).toBe(0)
  expect(readdirSync(datasetsDir(dataDir)).filter((name) => name.includes('lock'))).toEqual(['mine.lock'])
  rmSync(join(datasetsDir(dataDir), 'mine.lock'))
  const queries = queriesOf(dataDir)
  expect(await queries.call('datasets.verify', { dataset: 'mine' })).toMatchObject({ ok: true })
  queries.close()
  expect(existsSync(join(datasetsDir(dataDir), 'mine.lock'))).toBe(false)
  const busy: unknown[] = []
  await importing(dataDir, 'add', [second], {
    progress: ({ step }: { step: string }) => {
      if (step === 'swapping')
        busy.push(
          Promise.resolve(
            commandHandlers['datasets.remove']({ dataset: 'mine' }, importContext(dataDir)),
          ).catch((error: unknown) => error),
        )
    },
  })
  expect(await Promise.all(busy)).toMatchObject([
    { code: 'dataset-busy', details: { values: { process: process.pid } } },
  ])
})

test('an attempt of the process that has the lock does not let it go: another process is refused still', async () => {
  withBase()
  const context = importContext(dataDir)
  await holdDataset(context, 'mine', async () => {
    await expect(holdDataset(context, 'mine', () => 'twice')).rejects.toMatchObject({ code: 'dataset-busy' })
    expect(await change('remove').told).toMatch(/^failed dataset-busy /)
  })
  expect(await change('remove').told).toBe('done')
})

test('a file in the place of the lock that is no lock is named', async () => {
  withBase()
  writeFileSync(join(datasetsDir(dataDir), 'mine.lock'), 'x'.repeat(4096))
  await expect(importing(dataDir, 'add', [second])).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { values: { file: join(datasetsDir(dataDir), 'mine.lock') } },
  })
})
