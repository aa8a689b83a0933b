/**
 * Spoiled calls and damaged files for the loopback host, over HTTP as a page sends them: whatever comes, it is answered in
 * time and in words, by a host that stays within its memory. `npm run trials -- fuzz-host [MINUTES] [SEED]`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServeOptions } from '../../../scripts/support/built-host.ts'
import { serveBuilt } from '../../../scripts/support/built-host.ts'
import { POOLS } from '../calls/pools.ts'
import { measure } from '../soak/measure.ts'
import { openPage } from '../soak/page.ts'
import { isSaid } from '../soak/said.ts'
import { seeded } from '../views.ts'
import type { Asked } from './cases.ts'
import { askOne } from './cases.ts'
import { madeSeeds } from './seeds.ts'

export interface FuzzHostTrial {
  calls: number
  /** By method and how it was answered. */
  answers: Record<string, Record<string, number>>
  /** The most that the host held, in MiB, and the longest that an answer took, in seconds. */
  highest: number
  longest: { seconds: number; name: string; input: string }
  /** What must not be, with the number of the case: the same for the same seed. */
  wrong: string[]
}

/** The longest that one call may take on a machine that is busy, in seconds. */
const MOST_SECONDS = 30
const MOST_MIB = 1024
/** The sample makes articles by right: of full size they take minutes, and what else is imported waits for its turn. */
const MAY_LAST: ReadonlySet<string> = new Set(['samples.create'])

export interface FuzzHostOptions {
  minutes: number
  seed: number
  host?: Pick<ServeOptions, 'script'>
  /** Folder for the files that were wrongly answered. */
  found?: string
  /** In small: so many calls at most, without the sample, and by figures that are made in no time. */
  most?: number
}

const SMALL = { dataset: 'science-cities-2024', figures: ['svg'] }

export async function fuzzHost({
  minutes,
  seed,
  host,
  found,
  most,
}: FuzzHostOptions): Promise<FuzzHostTrial> {
  const root = mkdtempSync(join(tmpdir(), 'science-cities-fuzz-'))
  const served = await serveBuilt({ ...host, args: ['--data-dir', join(root, 'data')] })
  const trial: FuzzHostTrial = {
    ...{ calls: 0, answers: {}, highest: 0, longest: { seconds: 0, name: '', input: '' }, wrong: [] },
  }
  let said = ''
  served.process.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const pid = served.process.pid ?? 0
  let lastingEnded = 0
  const watch = setInterval(() => {
    const sample = measure(pid, 0, [])
    if (sample) trial.highest = Math.max(trial.highest, sample.rss)
  }, 500)

  function judge(n: number, { name, input, file, said: answer }: Asked, started: number): void {
    const ended = performance.now()
    const seconds = (ended - started) / 1000
    const mayLast = MAY_LAST.has(name)
    if (mayLast) lastingEnded = ended
    const answers = (trial.answers[name] ??= {})
    const key = answer.code ?? 'ok'
    answers[key] = (answers[key] ?? 0) + 1
    if (seconds > trial.longest.seconds) trial.longest = { seconds, name, input: input.slice(0, 500) }
    const fault =
      answer.status >= 500 || answer.code === 'internal'
        ? `answered ${answer.status} ${answer.code} ${answer.message}`
        : seconds > MOST_SECONDS && !mayLast && started > lastingEnded
          ? `took ${seconds.toFixed(1)} s`
          : null
    if (fault === null) return
    trial.wrong.push(`case ${n} ${name}: ${fault}; ${input.slice(0, 1500)}`)
    if (!found || !file) return
    mkdirSync(found, { recursive: true })
    writeFileSync(join(found, `${seed}-${n}-${file.name}`), file.bytes)
  }

  try {
    const page = await openPage(served)
    if (most === undefined) await page.call('samples.create', { as: 'sample', scale: 0.05 })
    const made = await madeSeeds(page, most === undefined ? {} : SMALL)
    const end = performance.now() + minutes * 60_000
    let next = 0
    const work = async () => {
      while (performance.now() < end && next < (most ?? Infinity)) {
        const n = next++
        const random = seeded(seed * 1_000_003 + n)
        const started = performance.now()
        try {
          judge(n, await askOne({ page, random, pools: POOLS, made }), started)
        } catch (error) {
          trial.wrong.push(`case ${n}: ${String(error)} ${String((error as Error).cause ?? '')}`)
          if (measure(pid, 0, []) === null) throw new Error(`the host is gone: ${said}`, { cause: error })
        }
        trial.calls++
      }
    }
    await Promise.all([work(), work()])
  } finally {
    clearInterval(watch)
    await Promise.race([served.close(), new Promise((resolve) => setTimeout(resolve, 5000))])
    served.process.kill('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  }
  const odd = said.split('\n').filter((line) => !isSaid(line))
  if (odd.length > 0) trial.wrong.push(`said: ${odd.join('\n').slice(0, 4000)}`)
  if (!(trial.highest < MOST_MIB)) trial.wrong.push(`held ${trial.highest} MiB`)
  return trial
}
