/** Nobody but its owner reads the data folder: whatever the umask, whoever made it, and however an earlier version left it. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWindowState } from '../../src/main/window-state.ts'
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import { temporaryPath } from '../../src/core/datasets/files.ts'
import { holdDataset } from '../../src/core/datasets/lock.ts'
import { KeptScreens } from '../../src/hosting/first-page/kept.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import { closeToOthers } from '../../src/core/kept/private.ts'
import { writeKept } from '../../src/core/datasets/kept-files.ts'
import { reportContent } from '../../src/shared/contract/reports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { importFiles } from '../support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
const context = importContext(dataDir)
const earlier = process.umask(0) // a system that leaves all rights to everybody
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const hasModes = process.platform !== 'win32'

afterAll(() => {
  process.umask(earlier)
  rmSync(folder, { recursive: true, force: true })
})

/** `path mode` of whatever lies in the folder and has a right for others. */
function openIn(path: string): string[] {
  const { mode } = lstatSync(path)
  const own = (mode & 0o077) === 0 ? [] : [`${path.slice(folder.length)} ${(mode & 0o777).toString(8)}`]
  return lstatSync(path).isDirectory()
    ? [...own, ...readdirSync(path).flatMap((name) => openIn(join(path, name)))]
    : own
}

/** As an earlier version left it, and a folder above that lets everybody through. */
function loosen(): void {
  execFileSync('chmod', ['-R', 'a+rX', dataDir])
  chmodSync(folder, 0o755)
}

/** What another user of the machine reads of the datasets. */
function readByNobody(): string {
  const path = join(dataDir, 'datasets', 'mine.sqlite')
  const { stdout } = spawnSync('head', ['-c', '15', path], { uid: NOBODY, gid: NOBODY, encoding: 'utf8' })
  return stdout
}

describe.skipIf(!hasModes)('files and folders', () => {
  beforeAll(async () => {
    await prepareDatasets(context)
    const works = [writeWorks(join(folder, 'works.jsonl'), makeWorks(60, 7)), writeInstitutions(folder)]
    await importFiles(dataDir, 'mine', works)
    await commandHandlers['datasets.duplicate']({ dataset: 'mine', as: 'copy' }, context)
    const exported = await commandHandlers['exports.dataset']({ dataset: 'mine' }, context)
    const given = { ...context, resolveFiles: () => [join(folder, 'mine.zip')] }
    execFileSync('cp', [exported.path ?? '', join(folder, 'mine.zip')])
    await commandHandlers['datasets.import'](
      { file: 't', as: 'taken', name: undefined, replace: false },
      given,
    )
    await commandHandlers['reports.save'](
      { dataset: 'mine', content: reportContent.parse({ name: 'Ours' }) },
      context,
    )
    commandHandlers['cities.keep']({ city: 'beijing', as: 'favourite' }, context)
    const shelf = { dataDir, dataset: 'mine', folder: 'layouts', kind: 'pins', most: 9 }
    writeKept(shelf, 'key', { x: 1 })
    await commandHandlers['datasets.duplicate']({ dataset: 'mine', as: 'with-companions' }, context)
    new KeptScreens(dataDir, import.meta.filename).of('/').write({ answers: '', frame: null, rest: '' })
    writeWindowState(join(dataDir, 'window.json'), {
      bounds: null,
      maximised: false,
      theme: null,
      language: null,
    })
  })

  test('are made for their owner alone', () => {
    expect(openIn(dataDir)).toEqual([])
    expect(readdirSync(dataDir).sort()).toEqual([
      'datasets',
      'first-screens',
      'kept-cities.json',
      'window.json',
    ])
    expect(readdirSync(join(dataDir, 'datasets'))).toEqual(
      expect.arrayContaining(['mine.layouts', 'mine.report', 'with-companions.report', 'taken.sqlite']),
    )
  })

  test('also what stands there only while a change runs', async () => {
    const open = await holdDataset(context, 'mine', () => {
      writeFileSync(temporaryPath(dataDir, 'mine'), '', { mode: 0o600 })
      return openIn(dataDir)
    })
    expect(open).toEqual([])
  })

  test('that were open to others are closed when the folder is opened', () => {
    loosen()
    mkdirSync(join(dataDir, 'shell'))
    expect(openIn(dataDir).length).toBeGreaterThan(15)
    closeToOthers(dataDir)
    expect(openIn(dataDir)).toEqual([])
  })

  test('of others in the same folder keep their rights, and so does the folder', () => {
    loosen()
    mkdirSync(join(dataDir, 'photographs'), { mode: 0o755 })
    writeFileSync(join(dataDir, 'package.json'), '{}', { mode: 0o644 })
    closeToOthers(dataDir)
    expect([statSync(dataDir).mode & 0o777, statSync(join(dataDir, 'package.json')).mode & 0o777]).toEqual([
      0o755, 0o644,
    ])
    expect(openIn(join(dataDir, 'datasets'))).toEqual([])
    rmSync(join(dataDir, 'photographs'), { recursive: true })
    rmSync(join(dataDir, 'package.json'))
  })

  test.skipIf(!isRoot)(`are not read by another user${isRoot ? '' : ' (skipped: needs root)'}`, () => {
    loosen()
    expect(readByNobody()).toBe('SQLite format 3')
    closeToOthers(dataDir)
    expect(readByNobody()).toBe('')
  })
})

test('a folder without anything of this app is let alone, and so is one that is not there', () => {
  const other = join(folder, 'other')
  mkdirSync(other, { mode: 0o755 })
  writeFileSync(join(other, 'notes.json'), '{}', { mode: 0o644 })
  closeToOthers(other)
  closeToOthers(join(folder, 'none'))
  if (hasModes) expect(openIn(other)).toEqual(['/other 755', '/other/notes.json 644'])
})

test('whoever writes in the core does so by what makes files private', () => {
  const root = join(import.meta.dirname, '..', '..', 'src', 'core')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(^|[/\\])test-|\.test\.ts$/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))
  const writing =
    /\b(mkdirSync|writeFileSync|createWriteStream|mkdtempSync|copyFileSync|cpSync)\(|openSync\([^)]*'[wa]/
  const bare = sources.filter(({ text }) =>
    text.split('\n').some((line) => writing.test(line) && !line.includes('PRIVATE_FILE')),
  )
  expect(sources.length).toBeGreaterThan(300)
  expect(bare.map(({ name }) => name)).toEqual(['kept/private.ts'])
})
