/**
 * The loopback host at work for as long as is asked: a day's acts at random, its memory, threads, descriptors and temporary
 * files sampled meanwhile. It must answer nothing as unforeseen, say nothing on stderr, hold no more at the end than before,
 * and end within two seconds of being told.
 */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Served, ServeOptions } from '../../../scripts/support/built-host.ts'
import { serveBuilt } from '../../../scripts/support/built-host.ts'
import { seeded } from '../views.ts'
import { act, poolsOf } from './acts.ts'
import type { Growth } from './growth.ts'
import { growthOf, median, quarter } from './growth.ts'
import type { Sample } from './measure.ts'
import { filesIn, measure } from './measure.ts'
import { openPage } from './page.ts'
import { isSaid } from './said.ts'

export interface SoakOptions {
  minutes: number
  seed: number
  /** Between two acts, so that a shared machine has air. */
  pauseMs?: number
  everyMs?: number
  /** In small: so many acts at most. */
  most?: number
  host?: Pick<ServeOptions, 'script'>
  onSample?(sample: Sample, acts: number): void
}

export interface SoakTrial {
  acts: number
  /** By method and how it was answered. */
  answers: Record<string, Record<string, number>>
  samples: Sample[]
  rss: Growth
  pss: Growth
  /** Medians of the second and the last quarter. */
  descriptors: [number, number]
  threads: [number, number]
  temporaryLeft: string[]
  endedInMs: number
  /** What must not be, whatever the time. */
  wrong: string[]
  /** What grew; of a soak of a few minutes it says nothing, as what is loaded first still counts. */
  grew: string[]
}

export async function soak(options: SoakOptions): Promise<SoakTrial> {
  const { minutes, seed, pauseMs = 200, everyMs = 30_000, onSample } = options
  const root = mkdtempSync(join(tmpdir(), 'science-cities-soak-'))
  const dataDir = join(root, 'data')
  const passing = [join(dataDir, 'temporary'), join(root, 'tmp')]
  mkdirSync(join(root, 'tmp'))
  const env = { TMPDIR: join(root, 'tmp') }
  const served = await serveBuilt({ ...options.host, args: ['--data-dir', dataDir], env })
  const trial: SoakTrial = {
    ...{ acts: 0, answers: {}, samples: [], temporaryLeft: [], endedInMs: NaN, wrong: [], grew: [] },
    ...{ rss: growthOf([], 'rss'), pss: growthOf([], 'pss'), descriptors: [NaN, NaN], threads: [NaN, NaN] },
  }
  let said = ''
  served.process.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const streams: AbortController[] = []
  try {
    const page = await openPage(served)
    const told = (
      name: string,
      { status, code }: { status: number; code: string | null },
      input?: unknown,
    ) => {
      const answers = (trial.answers[name] ??= {})
      const key = code ?? (status >= 400 || status === 0 ? String(status) : 'ok')
      answers[key] = (answers[key] ?? 0) + 1
      if (status >= 500 || code === 'internal')
        trial.wrong.push(`${name} ${JSON.stringify(input)?.slice(0, 2000)}: ${status} ${code}`)
    }
    told('samples.create', await page.call('samples.create', { as: 'sample', scale: 0.05 }))
    const random = seeded(seed)
    const pools = await poolsOf(page)
    const started = performance.now()
    const end = started + minutes * 60_000
    let next = started
    while (performance.now() < end && trial.acts < (options.most ?? Infinity)) {
      try {
        await act({ page, random, pools, told, streams })
      } catch (error) {
        trial.wrong.push(
          `act ${trial.acts}: ${error instanceof Error ? `${error.stack} ${String(error.cause)}` : String(error)}`,
        )
        if (measure(served.process.pid ?? 0, 0, []) === null)
          throw new Error(`the host is gone: ${said}`, { cause: error })
      }
      trial.acts++
      await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 * random()))
      if (performance.now() < next) continue
      next += everyMs
      const sample = measure(served.process.pid ?? 0, (performance.now() - started) / 60_000, passing)
      if (!sample) throw new Error(`the host is gone: ${said}`)
      trial.samples.push(sample)
      onSample?.(sample, trial.acts)
    }
    streams.forEach((stream) => stream.abort())
    trial.endedInMs = await endIn(served)
  } finally {
    served.process.kill('SIGKILL')
    trial.temporaryLeft = passing.flatMap(filesIn)
    rmSync(root, { recursive: true, force: true })
  }
  judge(trial, said)
  return trial
}

async function endIn(served: Served): Promise<number> {
  const started = performance.now()
  const ended = once(served.process, 'exit')
  served.process.kill('SIGTERM')
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20_000))])
  return performance.now() - started
}

function judge(trial: SoakTrial, said: string): void {
  const { samples, wrong, grew } = trial
  const pair = (of: 'descriptors' | 'threads'): [number, number] => [
    median(quarter(samples, 1).map((sample) => sample[of])),
    median(quarter(samples, 3).map((sample) => sample[of])),
  ]
  Object.assign(trial, {
    rss: growthOf(samples, 'rss'),
    pss: growthOf(samples, 'pss'),
    descriptors: pair('descriptors'),
    threads: pair('threads'),
  })
  if (trial.rss.grows) grew.push(`memory grows: ${JSON.stringify(trial.rss)}`)
  if (trial.rss.highest >= 1024) wrong.push(`memory reaches ${trial.rss.highest} MiB`)
  for (const held of ['descriptors', 'threads'] as const) {
    const [second, last] = trial[held]
    // Connections and readings come and go: a few.
    if (!(last <= second + 4)) grew.push(`${held} grow: ${second}, ${last}`)
  }
  if (trial.temporaryLeft.length > 0) wrong.push(`left: ${trial.temporaryLeft.join(', ')}`)
  if (!(trial.endedInMs < 2000)) wrong.push(`ended after ${trial.endedInMs} ms`)
  const odd = said.split('\n').filter((line) => !isSaid(line))
  if (odd.length > 0) wrong.push(`said: ${odd.join('\n').slice(0, 4000)}`)
}
