/**
 * The disk fails at each change that an operation makes on it, one after another: full at that moment, or read-only from
 * then on. And at each the process may be killed, which random moments seldom hit.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importContext } from '../../support/import-context.ts'
import { watchSteps } from '../../support/file-steps.ts'
import type { Result } from '../../../src/shared/contract/errors.ts'
import { datasetsDir } from '../../../src/core/datasets/files.ts'
import { leftIn } from '../processes/folder.ts'
import { unworded } from '../processes/actors.ts'
import { judge, removeFolder } from './judge.ts'
import type { Operation, Stage } from './operations.ts'
import { makeStage, runHere, snapshotOf } from './operations.ts'

export interface StepsTrial {
  /** Steps of each operation, and what the failures at them were told as. */
  steps: Record<string, number>
  told: Record<string, number>
  unsummed: number
  wrong: string[]
}

export type Failure = 'ENOSPC' | 'EROFS' | 'SIGKILL'

const WORDS = { ENOSPC: 'disk-full', EROFS: 'folder-read-only' } as const
/** A full disk lets names go. */
const NEEDS_ROOM =
  /^(openSync|writeFileSync|writeSync|mkdirSync|renameSync|fsyncSync|createWriteStream|cpSync|copyFileSync)/

export async function stepsTrial(
  stage: Stage,
  failure: Failure,
  operations: readonly Operation[] = stage.operations,
): Promise<StepsTrial> {
  const found: StepsTrial = { steps: {}, told: {}, unsummed: 0, wrong: [] }
  for (const operation of operations.filter(({ method }) => method !== 'datasets.verify'))
    for (let step = 1; await failAt(stage, operation, failure, step, found); step++)
      found.steps[operation.name] = step
  return found
}

/** Of all operations, on a stage of its own. */
export async function allSteps(failure: Failure): Promise<StepsTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'science-cities-steps-'))
  try {
    return await stepsTrial(await makeStage(folder, 20), failure)
  } finally {
    removeFolder(folder)
  }
}

/** @returns whether the operation has so many steps */
async function failAt(
  stage: Stage,
  operation: Operation,
  failure: Failure,
  step: number,
  found: StepsTrial,
): Promise<boolean> {
  const dataDir = join(stage.folder, 'steps')
  removeFolder(dataDir)
  cpSync(stage.base, dataDir, { recursive: true, preserveTimestamps: true })
  const before = snapshotOf(dataDir)
  const { name, result } =
    failure === 'SIGKILL'
      ? killedAt(stage, dataDir, operation, step)
      : await failedAt(dataDir, operation, failure, step)
  if (name === null) return false
  // A file that was made is handed on by the host, which removes it.
  const made = result?.ok ? (result.value as { path?: string }).path : undefined
  if (made !== undefined) removeFolder(made)
  const after = await afterOf(stage, operation)
  // Where names can be let go, nothing is left to a later start but a checksum and companions whose place could not be taken.
  const waits = (each: string) => (result?.ok ?? false) && /_\d+_[a-z_]+\.building(\/|$)/.test(each)
  const left =
    failure === 'ENOSPC' && !/^renameSync .*sum\.building$/.test(name)
      ? leftIn(dataDir).filter((each) => !waits(each))
      : []
  asOfTheDead(dataDir)
  const outcome = await judge(dataDir, operation, {
    ...{ before, after, done: result?.ok ?? false },
    starts: true,
  })
  const told = result === null ? failure : result.ok ? 'done' : result.error.code
  found.told[told] = (found.told[told] ?? 0) + 1
  found.unsummed += outcome.unsummed
  const wrong = [
    ...left.map((each) => `left: ${each}`),
    ...outcome.wrong,
    ...outcome.apart.map((id) => `companions ${id}`),
  ]
  if (result && !result.ok) {
    const words = unworded(result.error)
    if (words !== null) wrong.push(words)
    if (failure !== 'SIGKILL' && told !== WORDS[failure]) wrong.push(`told as ${told}`)
  }
  for (const each of wrong) found.wrong.push(`${operation.name}, ${failure} at ${step} ${name}: ${each}`)
  return true
}

/** What this process left counts as left by one that has ended. */
function asOfTheDead(dataDir: string): void {
  const dir = datasetsDir(dataDir)
  for (const name of readdirSync(dir).filter((each) => each.endsWith('.building')))
    renameSync(join(dir, name), join(dir, name.replace(`.${process.pid}.`, '.999999999.')))
}

interface Failed {
  /** The step; null where the operation has fewer. */
  name: string | null
  result: Result<unknown> | null
}

async function failedAt(
  dataDir: string,
  operation: Operation,
  failure: 'ENOSPC' | 'EROFS',
  step: number,
): Promise<Failed> {
  let [failed, at] = [null as string | null, 0]
  const restore = watchSteps(dataDir, (_, name) => {
    if (failure === 'ENOSPC' && !NEEDS_ROOM.test(name)) return
    if (++at < step || (failure === 'ENOSPC' && at > step)) return
    failed ??= name
    throw Object.assign(new Error(`${failure}: ${name}`), { code: failure, syscall: name.split(' ')[0] })
  })
  try {
    const result = await runHere(operation, importContext(dataDir))
    return { name: failed, result }
  } finally {
    restore()
  }
}

const CHILD = join(import.meta.dirname, 'step-child.ts')

function killedAt(stage: Stage, dataDir: string, operation: Operation, step: number): Failed {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(stage.folder, 'compiled') }
  const args = [CHILD, dataDir, String(step), JSON.stringify(operation)]
  const { stdout, signal, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (signal !== 'SIGKILL' && stdout.trim() !== 'done') throw new Error(`${stdout}${stderr}`)
  return { name: signal === 'SIGKILL' ? stdout.trim() : null, result: null }
}

const afters = new WeakMap<Operation, ReturnType<typeof snapshotOf>>()
async function afterOf(stage: Stage, operation: Operation): Promise<ReturnType<typeof snapshotOf>> {
  const known = afters.get(operation)
  if (known) return known
  const dataDir = join(stage.folder, 'after')
  removeFolder(dataDir)
  cpSync(stage.base, dataDir, { recursive: true, preserveTimestamps: true })
  const result = await runHere(operation, importContext(dataDir))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const after = snapshotOf(dataDir)
  afters.set(operation, after)
  return after
}
