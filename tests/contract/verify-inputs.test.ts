/** What is no input is refused in words, and only what was verified is told of. */
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import { temporaryFolder } from '../support/edition.ts'

const dataDir = temporaryFolder()
const core = createCore({ dataDir, resourcesDir, appVersion })
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('verify answers any input, and tells of the dataset that was verified', async () => {
  const told: CoreEvent[] = []
  core.subscribe((event) => event.type === 'datasets.checked' && told.push(event))
  for (const input of [null, undefined, 5, 'science-cities-2024', {}])
    expect(await core.call('datasets.verify', input)).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
  expect(told).toEqual([])
  const dataset = 'science-cities-2024'
  expect(await core.call('datasets.verify', { dataset })).toMatchObject({ ok: true, value: { ok: true } })
  expect(told).toEqual([{ type: 'datasets.checked', dataset, ok: true, idle: false }])
})
