import { createHash } from 'node:crypto'
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeLeftovers } from '../../src/core/datasets/leftovers.ts'
import { openReadable } from '../../src/core/db/open.ts'
import type { ImportIndexInput } from '../../src/core/import/run/given.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { storedNames } from '../support/stored-names.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
const parts = [0, 1, 2].map((part) => join(folder, `works-${part}.jsonl`))
const large = join(folder, 'large.jsonl')
let institutions = ''

beforeAll(() => {
  const works = makeWorks(600)
  parts.forEach((path, part) =>
    writeWorks(
      path,
      works.filter((_, i) => i % 3 === part),
    ),
  )
  writeWorks(large, makeWorks(20_000, 7))
  institutions = writeInstitutions(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(dataDir: string, paths: string[], more: Partial<ImportIndexInput> = {}, signal?: AbortSignal) {
  return importIndex(
    { paths, as: 'mine', name: undefined, mode: 'create', options: indexOptions.parse({}), ...more },
    importContext(dataDir, signal ? { signal } : {}),
  )
}

/** All figures of an index, and what it says of itself apart from the time and the order of files. */
function figuresOf(dataDir: string) {
  const db = openReadable(join(dataDir, 'datasets', 'mine.sqlite'), 'mine')
  try {
    return {
      stats: db
        .prepare('SELECT * FROM entity_stats WHERE kind <> 5 ORDER BY kind, subject, year, entity')
        .all(),
      totals: db.prepare('SELECT * FROM year_totals ORDER BY subject, year').all(),
      digest: db.prepare('SELECT content_sha256 FROM dataset').pluck().get(),
      cities: db.prepare('SELECT city_id, name, region_id, position FROM cities ORDER BY number').all(),
    }
  } finally {
    db.close()
  }
}

function fresh(name: string): string {
  const dataDir = join(folder, name)
  mkdirSync(join(dataDir, 'datasets'), { recursive: true })
  return dataDir
}

function stateOf(dataDir: string): Record<string, string> {
  const datasets = join(dataDir, 'datasets')
  return Object.fromEntries(
    storedNames(datasets).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(datasets, name)))
        .digest('hex'),
    ]),
  )
}

describe('an index', () => {
  test('is the same in whatever order its files are given', async () => {
    const [one, other] = [fresh('forward'), fresh('backward')]
    const first = await run(one, [...parts, institutions])
    const second = await run(other, [institutions, ...parts.toReversed()])
    expect(figuresOf(other)).toEqual(figuresOf(one))
    expect(second.report).toMatchObject({ read: 600, stored: first.report.stored })
    expect(first.report.stored).toBeLessThan(600) // some ids stand twice
  })

  test('to which files are added is the one that all files give at once', async () => {
    const [whole, grown] = [fresh('whole'), fresh('grown')]
    const { report } = await run(whole, [...parts, institutions])
    await run(grown, [parts[2] as string])
    await run(grown, [institutions, parts[0] as string], { mode: 'add' })
    const added = await run(grown, [parts[1] as string], { mode: 'add' })
    expect(figuresOf(grown)).toEqual(figuresOf(whole))
    const counts = ({ read, stored, rejected, oddities, articles }: typeof report) => ({
      read,
      stored,
      rejected,
      oddities,
      articles,
    })
    expect(counts(added.report)).toEqual(counts(report))
    expect(added.report.files.map(({ file }) => file).sort()).toEqual(
      report.files.map(({ file }) => file).sort(),
    )
  })

  test('keeps its name where files are added, unless it is given another', async () => {
    const dataDir = fresh('named')
    await run(dataDir, [parts[0] as string], { name: 'Our index' })
    const added = await run(dataDir, [parts[1] as string], { mode: 'add' })
    expect(added.dataset.name).toBe('Our index')
    const renamed = await run(dataDir, [parts[2] as string], { mode: 'add', name: 'Another name' })
    expect(renamed.dataset.name).toBe('Another name')
  })

  test('accounts for every record', async () => {
    const { report } = await run(fresh('counts'), [...parts, institutions])
    const rejected = report.rejected.reduce((sum, { count }) => sum + count, 0)
    expect(report.stored + rejected).toBe(report.read)
    expect(report.stored).toBe(report.articles)
  })
})

describe('what was stored stays', () => {
  test('where an import is cancelled', async () => {
    const dataDir = fresh('cancelled')
    await run(dataDir, [parts[0] as string])
    const before = stateOf(dataDir)
    const abort = new AbortController()
    const running = run(dataDir, [large], { mode: 'replace' }, abort.signal)
    setTimeout(() => abort.abort(), 300)
    await expect(running).rejects.toThrow(/abort/)
    expect(stateOf(dataDir)).toEqual(before)
  })

  test('where the process is killed, at any moment', async () => {
    const dataDir = fresh('killed')
    await run(dataDir, [parts[0] as string])
    const before = stateOf(dataDir)
    for (const step of ['reading', 'deriving', 'storing']) {
      expect(await killAt(dataDir, step)).toBe('SIGKILL')
      removeLeftovers(dataDir)
      expect(stateOf(dataDir), `killed at ${step}`).toEqual(before)
    }
  })

  test('where the disk is full', async () => {
    const dataDir = fresh('full')
    await run(dataDir, [parts[0] as string])
    const small = smallDisk()
    try {
      mkdirSync(join(small.path, 'datasets'), { recursive: true })
      copyFileSync(join(dataDir, 'datasets', 'mine.sqlite'), join(small.path, 'datasets', 'mine.sqlite'))
      const before = stateOf(small.path)
      const { stdout } = spawnSync(
        small.shell[0] as string,
        [...small.shell.slice(1), ...child(small.path, large)],
        {
          encoding: 'utf8',
        },
      )
      expect(stdout).toContain('failed disk-full')
      expect(stateOf(small.path)).toEqual(before)
    } finally {
      small.remove()
    }
  })
})

function child(dataDir: string, file: string): string[] {
  const script = join(import.meta.dirname, '..', 'support', 'import-child.ts')
  return [process.execPath, script, dataDir, 'replace', file]
}

/** Starts an import and kills it once it tells of a step. */
function killAt(dataDir: string, step: string): Promise<string | null> {
  const [node = '', ...args] = child(dataDir, large)
  const process = spawn(node, args)
  process.stdout.on('data', (data: Buffer) => {
    if (String(data).includes(step)) process.kill('SIGKILL')
  })
  return new Promise((resolve) => process.on('exit', (_code, signal) => resolve(signal)))
}

/** A disk of one megabyte; where none can be mounted, a limit on the size of files, which fails writes alike. */
function smallDisk(): { path: string; shell: string[]; remove(): void } {
  const path = join(folder, 'small-disk')
  mkdirSync(path)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]).status === 0
  return {
    path,
    shell: mounted ? ['env'] : ['bash', '-c', 'ulimit -f 1024; exec "$@"', 'bash'],
    remove: () => void (mounted && spawnSync('umount', [path])),
  }
}
