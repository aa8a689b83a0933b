/** What it takes to open a large index: time, bytes read, and the first network that is drawn of it in a new process. */
import { readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { serveBuilt } from '../../../scripts/support/built-host.ts'
import { resourcesDir } from '../../../src/core/app-info.ts'
import { datasetPath } from '../../../src/core/datasets/files.ts'
import { DatasetPool } from '../../../src/core/datasets/pool.ts'
import type { Figure } from '../benchmark.ts'
import { median } from '../benchmark.ts'

/** Bytes that this process has asked files for, whether they were in memory or not; null where the system does not say. */
function bytesAsked(): number | null {
  try {
    return Number(/rchar: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
  } catch {
    return null
  }
}

/** Once in a process: the file is looked at when it is opened first. */
export function openingFigures(dataDir: string, dataset: string, what: string): Figure[] {
  const { size } = statSync(datasetPath(dataDir, dataset))
  const pool = new DatasetPool({ dataDir, resourcesDir })
  const before = bytesAsked()
  const started = performance.now()
  pool.open(dataset)
  const took = performance.now() - started
  const after = bytesAsked()
  pool.close()
  return [
    { what: `${what}: size of the file`, value: size / 1e6, unit: 'MB' },
    { what: `${what}: opened`, value: took, unit: 'ms', goal: 100 },
    ...(before === null || after === null
      ? []
      : [{ what: `${what}: read of it`, value: (after - before) / 1e6, unit: 'MB', goal: 30 } as const]),
  ]
}

const STARTS = 3
/** By then a host that nobody asks has loaded the articles and drawn once for itself. */
const PAUSE_MS = 8000

type Ask = (method: string, input: object) => Promise<number>

/** Runs in a new process of the built app, which answered a ranking as a first page asks for it. */
async function inNewProcess<T>(dataDir: string, dataset: string, run: (ask: Ask) => Promise<T>): Promise<T> {
  const served = await serveBuilt({ args: ['--data-dir', dataDir] })
  try {
    const opened = await fetch(served.openUrl, { redirect: 'manual' })
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask: Ask = async (method, input) => {
      const started = performance.now()
      const address = new URL(`/api/call/${method}`, served.openUrl)
      const headers = { cookie, 'content-type': 'application/json' }
      const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) })
      const answer = (await response.json()) as { ok: boolean }
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer).slice(0, 300)}`)
      return performance.now() - started
    }
    await ask('rankings.list', { dataset })
    return await run(ask)
  } finally {
    await served.close()
  }
}

/** Medians of some starts: at once after the first page, and after a pause in which the app prepares itself. */
export async function firstDrawnFigures(dataDir: string, dataset: string): Promise<Figure[]> {
  const draw = (ask: Ask) =>
    ask('networks.draw', { network: { of: 'cities', input: { dataset, top: 50 } }, language: 'en' })
  const atOnce: number[] = []
  const later: number[] = []
  for (let i = 0; i < STARTS; i++) {
    atOnce.push(await inNewProcess(dataDir, dataset, draw))
    later.push(
      await inNewProcess(dataDir, dataset, async (ask) => {
        await pause(PAUSE_MS)
        return draw(ask)
      }),
    )
  }
  const what = `first network of 50 cities drawn, median of ${STARTS}`
  return [
    { what: `${what}, asked at once`, value: median(atOnce), unit: 'ms' },
    { what: `${what}, asked after a pause`, value: median(later), unit: 'ms', goal: 100 },
  ]
}
