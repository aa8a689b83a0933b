/** A data folder with odd entries, one that cannot be written, and one that is no folder: told in words, and the rest works. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { duplicateDataset } from '../../src/core/datasets/transfer/copy-dataset.ts'
import { prepareDatasets } from '../../src/core/import/edition/bundled.ts'
import { BUNDLED_DATASET, datasetsDir } from '../../src/core/datasets/files.ts'
import { makeOpeningPage } from '../../src/web/opening-page.ts'
import { createUploads } from '../../src/web/uploads.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'

const folder = temporaryFolder()
const mounted: string[] = []
afterAll(() => {
  for (const path of mounted) spawnSync('umount', [path])
  rmSync(folder, { recursive: true, force: true })
})
const coreOn = (dataDir: string) => createCore({ dataDir, resourcesDir, appVersion })
const posix = process.platform !== 'win32'

test.skipIf(!posix)(
  'entries that cannot be read are listed with their problem, and empty no list',
  async () => {
    const dataDir = join(folder, 'odd')
    const at = (name: string) => join(datasetsDir(dataDir), name)
    mkdirSync(datasetsDir(dataDir), { recursive: true })
    symlinkSync('/nonexistent', at('dangling.sqlite'))
    symlinkSync(at('loop.sqlite'), at('loop.sqlite'))
    mkdirSync(at('folder.sqlite'))
    writeFileSync(at('empty.sqlite'), '')
    execFileSync('mkfifo', [at('pipe.sqlite')])
    const core = coreOn(dataDir)
    try {
      expect(await core.ready).toMatchObject({ ok: true })
      // Nor are they read: a device has no end, and a pipe waits for one.
      for (const odd of ['/dev/zero', at('pipe.sqlite')])
        await expect(core.grantFiles([odd])).rejects.toMatchObject({ code: 'file-odd' })
      await expect(core.grantFiles([at('empty.sqlite')])).resolves.toMatchObject({ name: 'empty.sqlite' })
      const listed = await core.call('datasets.list', {})
      if (!listed.ok) throw new Error(listed.error.code)
      const { datasets } = listed.value as { datasets: { dataset: string; problem: string | null }[] }
      expect(datasets.map(({ dataset, problem }) => [dataset, problem])).toEqual([
        [BUNDLED_DATASET, null],
        ['empty', 'dataset-damaged'],
        ['folder', 'dataset-damaged'],
        ['loop', 'dataset-damaged'],
        ['pipe', 'dataset-damaged'],
      ])
    } finally {
      await core.close()
    }
  },
)

describe('a folder on a disk that can only be read', () => {
  const path = join(folder, 'disk')
  mkdirSync(path)
  const has =
    process.platform === 'linux' &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', path]).status === 0
  if (has) mounted.push(path)

  test.skipIf(!has)(
    `shows what it has, and says of changes that it cannot be written${has ? '' : ' (skipped: needs root)'}`,
    async () => {
      const context = importContext(path)
      await prepareDatasets(context)
      await duplicateDataset({ dataset: BUNDLED_DATASET, as: 'mine' }, context)
      execFileSync('mount', ['-o', 'remount,ro', path])
      const told = vi.spyOn(console, 'error')
      const core = coreOn(path)
      try {
        expect(await core.call('rankings.list', { dataset: 'mine' })).toMatchObject({ ok: true })
        const entities = ['beijing', 'nanjing'].map((id) => ({ id, name: id, nameZh: null }))
        const changes: [string, object][] = [
          ['datasets.remove', { dataset: 'mine' }],
          ['datasets.rename', { dataset: 'mine', as: 'ours' }],
          ['datasets.duplicate', { dataset: 'mine', as: 'copy' }],
          ['samples.create', { as: 'sample', scale: 0.05 }],
          ['cities.keep', { city: 'beijing', as: 'favourite' }],
          ['comparisons.save', { name: 'Two', by: 'city', entities, reference: null }],
          ['exports.dataset', { dataset: 'mine' }],
        ]
        for (const [name, input] of changes) {
          const result = await core.call(name, input)
          expect([name, result.ok || result.error.code]).toEqual([name, 'folder-read-only'])
        }
        expect(makeOpeningPage(path, 'http://127.0.0.1:1/')).toBeNull()
        const uploads = createUploads(core)
        const files = [{ name: 'a.csv', base64: 'MQ==' }]
        await expect(uploads.take({ files })).rejects.toMatchObject({ code: 'folder-read-only' })
        expect(told).not.toHaveBeenCalled()
      } finally {
        await core.close()
      }
    },
  )

  test.skipIf(!has)(`of a first start says that too${has ? '' : ' (skipped: needs root)'}`, async () => {
    const started = prepareDatasets(importContext(join(path, 'new', 'below')))
    await expect(started).rejects.toMatchObject({ code: 'folder-read-only' })
  })
})

test.skipIf(!posix)('a folder that cannot be made is named with the reason', async () => {
  writeFileSync(join(folder, 'file'), '')
  const core = coreOn(join(folder, 'file', 'below'))
  const ready = await core.ready
  await core.close()
  const details = { values: { file: join(folder, 'file', 'below', 'datasets'), reason: 'ENOTDIR' } }
  expect(ready).toMatchObject({ ok: false, error: { code: 'file-unreadable', details } })
  for (const [dataDir, reason] of [
    [join(folder, 'n'.repeat(300)), 'ENAMETOOLONG'],
    ...(process.platform === 'linux' ? [['/proc/nope/below', 'ENOENT'] as const] : []),
  ] as const) {
    const started = prepareDatasets(importContext(dataDir))
    await expect(started).rejects.toMatchObject({ code: 'file-unreadable', details: { values: { reason } } })
  }
})
