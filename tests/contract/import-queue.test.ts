import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { temporaryFolder } from '../support/edition.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const dataDir = temporaryFolder()
const works = join(dataDir, 'works.jsonl')
let core: Core
let files: string

beforeAll(async () => {
  writeWorks(works, makeWorks(3000))
  core = createCore({ dataDir, resourcesDir, appVersion })
  files = (await core.grantFiles([works, writeInstitutions(dataDir)])).token
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const importAs = (as: string) => core.call('imports.index', { files, as, mode: 'create' })
const stored = (as: string) => existsSync(join(dataDir, 'datasets', `${as}.sqlite`))

test('an import that waits for its turn can be cancelled; the one that runs goes on', async () => {
  const ended: string[] = []
  const running = importAs('first').finally(() => ended.push('first'))
  const waiting = importAs('second').finally(() => ended.push('second'))
  expect(await core.call('imports.cancel', { as: 'second' })).toEqual({
    ok: true,
    value: { cancelled: true },
  })
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await running).toMatchObject({ ok: true })
  expect(ended).toEqual(['first', 'second'])
  expect([stored('first'), stored('second')]).toEqual([true, false])
})

test('what neither runs nor waits cannot be cancelled, and can be imported after a cancel', async () => {
  expect(await core.call('imports.cancel', { as: 'second' })).toEqual({
    ok: true,
    value: { cancelled: false },
  })
  expect(await importAs('second')).toMatchObject({ ok: true })
  expect(stored('second')).toBe(true)
})

test('a name that is no text is refused, and the files that were granted stay so', async () => {
  const names = [{ toString: 1 }, null, ['first']]
  for (const as of names)
    expect(await core.call('imports.edition', { folder: files, as })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
  expect(await importAs('third')).toMatchObject({ ok: true })
})
