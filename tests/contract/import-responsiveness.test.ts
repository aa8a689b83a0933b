/** While an index is imported, queries keep answering and the host's own thread stays free: it runs no SQL and parses nothing. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import type { IndexOutcome } from '../../src/shared/contract/imports.ts'
import { makeWorks } from '../support/works.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-responsive-'))
const works = join(folder, 'works.jsonl')
const WORKS = 48_000
const GOAL_MS = 50
/** A thread of the host that computed for so long in one go would be felt. */
const BLOCK_MS = 200
let core: Core

beforeAll(async () => {
  // The words of one work at a time, repeated under other ids: quick to write, and about 60 MB.
  const lines = makeWorks(1000, 3).map((work) => JSON.stringify({ ...work, abstract: 'x'.repeat(250) }))
  for (let part = 0; part < WORKS / 1000; part++) {
    const text = lines.map((line, i) =>
      line.replace(/W\d+/, `W${part * 1000 + i + 1}`).replace(/"doi":"[^"]*"/, '"doi":null'),
    )
    appendFileSync(works, `${text.join('\n')}\n`)
  }
  core = createCore({ dataDir: join(folder, 'data'), resourcesDir, appVersion })
  await core.ready
})
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

/**
 * Watches the host's thread until stopped: the delay of its event loop, and the most processor time that the thread
 * itself spent between two turns of it. A busy machine lengthens delays; processor time it cannot.
 */
function watch() {
  const histogram = monitorEventLoopDelay({ resolution: 10 })
  histogram.enable()
  let [longest, before] = [0, process.threadCpuUsage()]
  const timer = setInterval(() => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user - before.user + now.system - before.system) / 1000)
    before = now
  }, 5)
  return () => {
    clearInterval(timer)
    histogram.disable()
    return { delayMs: histogram.max / 1e6, p99Ms: histogram.percentile(99) / 1e6, busyMs: longest }
  }
}

interface Asked {
  times: number[]
  failures: unknown[]
}

/** Asks for the published ranking, in changing forms, one after the other until `ended`. */
async function ask(ended: () => boolean): Promise<Asked> {
  const asked: Asked = { times: [], failures: [] }
  for (let i = 0; !ended(); i++) {
    const started = performance.now()
    const result = await core.call('rankings.list', { limit: 20 + (i % 50), sort: i % 2 ? 'count' : 'share' })
    asked.times.push(performance.now() - started)
    if (!result.ok) asked.failures.push(result.error)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return asked
}

const at = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN
const written = (ms: number) => `${ms.toFixed(1)} ms`

test('queries answer and the event loop of the host is not blocked while an index is imported', async () => {
  // The same without an import, to tell what this machine adds just now.
  const rest = performance.now() + 1500
  const stopIdle = watch()
  const idle = await ask(() => performance.now() > rest)
  const calm = stopIdle()

  const steps = new Set<string>()
  const events: CoreEvent[] = []
  const end = core.subscribe((event) => {
    events.push(event)
    if (event.type === 'imports.progress') steps.add(event.step)
  })
  const { token } = await core.grantFiles([works])
  let finished = false
  const stop = watch()
  const started = performance.now()
  const importing = core.call('imports.index', { files: token, as: 'large' }).finally(() => (finished = true))
  const asked = await ask(() => finished)
  const seconds = (performance.now() - started) / 1000
  const loop = stop()
  end()
  const result = (await importing) as { ok: boolean; value: IndexOutcome }

  console.log(
    `import of ${WORKS} works in ${seconds.toFixed(1)} s: ${asked.times.length} queries answered, ` +
      `median ${written(at(asked.times, 0.5))}, p99 ${written(at(asked.times, 0.99))} ` +
      `(without an import ${written(at(idle.times, 0.5))}, ${written(at(idle.times, 0.99))}); ` +
      `event loop late by ${written(loop.delayMs)} at most, p99 ${written(loop.p99Ms)} ` +
      `(without ${written(calm.delayMs)}, ${written(calm.p99Ms)}; goal ${GOAL_MS} ms); ` +
      `longest turn of the host's thread ${written(loop.busyMs)} of processor time (without ${written(calm.busyMs)})`,
  )
  expect(result, JSON.stringify(result).slice(0, 500)).toMatchObject({ ok: true })
  expect(result.value.report).toMatchObject({ read: WORKS, articles: WORKS })
  expect([...steps]).toEqual(expect.arrayContaining(['reading', 'deriving', 'storing']))
  expect(asked.failures).toEqual([])
  expect(asked.times.length).toBeGreaterThan(20)
  // Of what the host itself does, no turn takes as long as the goal: true on any machine, however busy.
  expect(loop.busyMs).toBeLessThan(GOAL_MS)
}, 120_000)

test('a block of the host’s thread is seen by this measure', async () => {
  const stop = watch()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const until = performance.now() + BLOCK_MS
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(stop().delayMs).toBeGreaterThan(BLOCK_MS / 2)
  // Measured by processor time too: half of it, where the machine gave the loop no more.
  const start = process.threadCpuUsage()
  const stopBusy = watch()
  await new Promise((resolve) => setTimeout(resolve, 50))
  for (let now = start; now.user + now.system - start.user - start.system < BLOCK_MS * 1000;)
    now = process.threadCpuUsage()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(stopBusy().busyMs).toBeGreaterThan(GOAL_MS)
})
