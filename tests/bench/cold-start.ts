/** From the start of the host's process to rows on the screen. */
import type { Browser } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../scripts/support/build.ts'
import { serve } from '../e2e/support/loopback.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median } from './benchmark.ts'
import type { Sightings } from './page.ts'
import { launchBrowser, lookOut } from './page.ts'

const RUNS = 5
const SETTLE_MS = 2000

/** All since the start of the process. */
type Start = Sightings & { listening: number }

async function measure(browser: Browser, dataDir: string): Promise<Start> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { seen } = await lookOut(page)
  // A new window loads its own frame of scripts for a while; the user's stands open already.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  const startedOn = Date.now()
  const served = await serve(dataDir)
  try {
    await page.goto(served.openUrl, { waitUntil: 'commit' })
    const { paint, rows, usable } = await seen
    return {
      listening: served.listeningMs,
      paint: paint - startedOn,
      rows: rows - startedOn,
      usable: usable - startedOn,
    }
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
    { what: `${kind}: to first rows painted`, value: of('rows'), unit: 'ms', goal: 1000 },
    { what: `${kind}: to rows usable, Vue mounted`, value: of('usable'), unit: 'ms' },
  ]
}

export const coldStart: Benchmark = {
  name: 'cold-start',
  about: `process start to rows in a browser that runs already (rows that the host wrote into the page count); medians of ${RUNS}`,
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
