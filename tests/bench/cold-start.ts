/** From the start of the host's process to rows on the screen. */
import type { Browser } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../scripts/support/build.ts'
import { serve } from '../e2e/support/loopback.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median } from './benchmark.ts'
import { firstRows, launchBrowser } from './page.ts'

const RUNS = 5
const SETTLE_MS = 2000

interface Start {
  listening: number
  /** First contentful paint, since the process started. */
  paint: number
  rows: number
}

async function measure(browser: Browser, dataDir: string): Promise<Start> {
  const context = await browser.newContext()
  const page = await context.newPage()
  // A new window loads its own frame of scripts for a while; the user's stands open already.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  const startedAt = performance.now()
  const startedOn = Date.now()
  const served = await serve(dataDir)
  try {
    await page.goto(served.openUrl, { waitUntil: 'commit' })
    await firstRows(page)
    const rows = performance.now() - startedAt
    // Waits for the paint: rows can be in the page a frame before it.
    const paintedOn = await page.evaluate<number>(
      `new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint')
        .forEach((entry) => resolve(performance.timeOrigin + entry.startTime))).observe({ type: 'paint', buffered: true }))`,
    )
    return { listening: served.listeningMs, paint: paintedOn - startedOn, rows }
  } finally {
    await served.close()
    await context.close()
  }
}

function figures(kind: string, starts: Start[]): Figure[] {
  const of = (key: keyof Start) => median(starts.map((start) => start[key]))
  return [
    { what: `${kind}: to listening`, value: of('listening'), unit: 'ms' },
    { what: `${kind}: to first contentful paint`, value: of('paint'), unit: 'ms' },
    { what: `${kind}: to first rows`, value: of('rows'), unit: 'ms', goal: 1000 },
  ]
}

export const coldStart: Benchmark = {
  name: 'cold-start',
  about: `process start to rows in a browser that runs already; medians of ${RUNS}`,
  async run() {
    await buildIfStale('app')
    const browser = await launchBrowser()
    const folder = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
    try {
      const first: Start[] = []
      const later: Start[] = []
      await measure(browser, join(folder, 'files-read-once'))
      for (let i = 0; i < RUNS; i++) {
        first.push(await measure(browser, join(folder, String(i))))
        later.push(await measure(browser, join(folder, String(i))))
      }
      return [...figures('first start, with import', first), ...figures('later start', later)]
    } finally {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
