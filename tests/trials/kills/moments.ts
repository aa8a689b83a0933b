/** Processes that are killed at random moments of an operation, half of them about the swap. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCore } from '../../support/core-process.ts'
import type { CoreProcess } from '../../support/core-process.ts'
import { randomly } from '../../support/works.ts'
import type { Snapshot } from './judge.ts'
import { judge, removeFolder } from './judge.ts'
import type { Operation, Stage } from './operations.ts'
import { makeStage, snapshotOf } from './operations.ts'

export interface KillsTrial {
  /** By operation: how long it takes (ms), kills, how many had answered before, and the states found. */
  operations: Record<
    string,
    { ms: number; kills: number; answered: number; unsummed: number; apart: number } & Record<string, number>
  >
  wrong: string[]
}

/** After the last of the steps that an operation tells, the swap follows within so many ms. */
const ABOUT_SWAP = 12

export async function killsTrial(
  moments: number,
  seed: number,
  { articles = 400, only }: { articles?: number; only?: readonly string[] } = {},
): Promise<KillsTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'science-cities-kills-'))
  const found: KillsTrial = { operations: {}, wrong: [] }
  const random = randomly(seed)
  try {
    const stage = await makeStage(folder, articles)
    for (const operation of stage.operations.filter(({ name }) => !only || only.includes(name)))
      await killAt(stage, operation, moments, random, found)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

async function killAt(
  stage: Stage,
  operation: Operation,
  moments: number,
  random: () => number,
  found: KillsTrial,
): Promise<void> {
  const before = snapshotOf(stage.base)
  const { ms, after } = await undisturbed(stage, operation)
  const counts = {
    ms: Math.round(ms),
    kills: 0,
    answered: 0,
    unsummed: 0,
    apart: 0,
  } as KillsTrial['operations'][string]
  found.operations[operation.name] = counts
  // The next process starts while the last one's folder is looked at.
  let next = prepared(stage, operation.name, 0)
  for (let n = 1; n <= moments; n++) {
    const { dataDir, core } = await next
    const wait = random() * ms * 1.1
    const done = await killed(core, operation, {
      wait,
      aboutSwap: n % 2 === 0 ? random() * ABOUT_SWAP : null,
    })
    next = n < moments ? prepared(stage, operation.name, n) : next
    const outcome = await judge(dataDir, operation, { before, after, done, starts: true })
    counts.kills++
    if (done) counts.answered++
    counts[outcome.state] = (counts[outcome.state] ?? 0) + 1
    counts.unsummed += outcome.unsummed
    counts.apart += outcome.apart.length
    for (const each of [...outcome.wrong, ...outcome.apart.map((id) => `companions ${id}`)])
      found.wrong.push(`${operation.name}, moment ${n} (${wait.toFixed(1)} ms): ${each}`)
    if (core.said() !== '') found.wrong.push(`${operation.name}, moment ${n}: ${core.said()}`)
    removeFolder(dataDir)
  }
}

async function prepared(stage: Stage, name: string, n: number) {
  const dataDir = join(stage.folder, `${name.replace(' ', '-')}-${n}`)
  cpSync(stage.base, dataDir, { recursive: true, preserveTimestamps: true })
  // Every tenth is a whole core.
  const as = n % 10 === 5 ? 'core' : 'writer'
  const core = await startCore(dataDir, { as, compiled: join(stage.folder, 'compiled') })
  // What the first command loads is loaded, so that the moments fall into the operation.
  await core.call('datasets.remove', { dataset: 'nothing' })
  return { dataDir, core }
}

/** How long it takes, and what it leaves. */
async function undisturbed(stage: Stage, operation: Operation): Promise<{ ms: number; after: Snapshot }> {
  const { dataDir, core } = await prepared(stage, operation.name, -1)
  const from = performance.now()
  const result = await core.call(operation.method, operation.input, operation.files)
  const ms = performance.now() - from
  if (!result?.ok) throw new Error(`${operation.name}: ${JSON.stringify(result)}`)
  await core.close()
  const made = (result.value as { path?: string } | null)?.path
  if (made) rmSync(made)
  const after = snapshotOf(dataDir)
  removeFolder(dataDir)
  return { ms, after }
}

/** @returns whether it answered that it is done, before it was killed */
async function killed(
  core: CoreProcess,
  operation: Operation,
  { wait, aboutSwap }: { wait: number; aboutSwap: number | null },
): Promise<boolean> {
  const kill = new Promise<void>((resolve) => {
    if (aboutSwap === null) setTimeout(resolve, wait)
    else {
      setTimeout(resolve, 10_000).unref()
      core.onStep = (step) => {
        if (step === 'swapping' || operation.method.startsWith('datasets.')) exactly(aboutSwap, resolve)
      }
      // What tells no step is short.
      if (/remove|verify|export/.test(operation.name)) exactly(wait, resolve)
    }
  })
  let done = false
  const answer = core.call(operation.method, operation.input, operation.files)
  void answer.then((result) => (done = result !== null))
  await kill
  await core.kill()
  await answer
  return done
}

/** Timers know whole milliseconds alone. */
function exactly(ms: number, then: () => void): void {
  const end = performance.now() + ms
  const look = (): void => void (performance.now() >= end ? then() : setImmediate(look))
  look()
}
