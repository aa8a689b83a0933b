/** In idle time datasets are verified that were not for a month; a clock is set forward, the threads are real. */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import { createCore } from '../../src/core/create-core.ts'
import { datasetPath } from '../../src/core/datasets/files.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles } from '../support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const root = temporaryFolder()
const path = datasetPath(root, 'mine')
const longAgo = () => utimesSync(path, new Date('2026-01-01'), new Date('2026-01-01'))

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The first check in idle time of a core that is opened for it, and what the list then says. */
async function checked() {
  const core = createCore({ dataDir: root, resourcesDir, appVersion })
  try {
    await core.ready
    const told = new Promise<CoreEvent>((resolve) =>
      core.subscribe((event) => event.type === 'datasets.checked' && resolve(event)),
    )
    core.checkInIdle()
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    const event = await told
    const list = await core.call('datasets.list', {})
    const { datasets } = (list.ok ? list.value : { datasets: [] }) as {
      datasets: { dataset: string; verified?: { ok: boolean }; problem: string | null }[]
    }
    const { verified, problem } = datasets.find(({ dataset }) => dataset === 'mine') ?? {}
    return { event, ok: verified?.ok, problem }
  } finally {
    await core.close()
  }
}

test('the outcome is told and stands in the list; damage is found', async () => {
  vi.useRealTimers()
  await importFiles(root, 'mine', [
    writeWorks(join(root, 'w.jsonl'), makeWorks(60, 3)),
    writeInstitutions(root),
  ])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  longAgo()
  const event = { type: 'datasets.checked', dataset: 'mine', idle: true }
  expect(await checked()).toEqual({ event: { ...event, ok: true }, ok: true, problem: null })
  const bytes = readFileSync(path)
  bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  longAgo()
  expect(await checked()).toMatchObject({ event: { ...event, ok: false }, ok: false })
}, 240_000)
