/**
 * Real disks, as root on Linux: a small one in memory that fills up at every stage of an operation, as it has from no room
 * to enough, or by a file that takes the rest at a random moment; and one that can only be read.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../src/shared/contract/errors.ts'
import { importContext } from '../support/import-context.ts'
import { randomly } from '../support/works.ts'
import { judge } from './kills/judge.ts'
import type { Operation, Stage } from './kills/operations.ts'
import { makeStage, runHere, snapshotOf } from './kills/operations.ts'
import { unworded } from './processes/actors.ts'
import { leftIn } from './processes/folder.ts'

export interface DisksTrial {
  /** Runs by what they met, and what they were told as. */
  runs: Record<string, number>
  told: Record<string, number>
  wrong: string[]
}

type Snapshot = ReturnType<typeof snapshotOf>

/** A disk in memory; null where this user may mount none. */
export function mountDisk(path: string, bytes: number): (() => void) | null {
  if (process.platform !== 'linux') return null
  mkdirSync(path, { recursive: true })
  const size = `size=${Math.ceil(bytes / 1024)}k`
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', path]).status !== 0) return null
  return () => void spawnSync('umount', ['-l', path])
}

/** A disk gives way to a change into a read-only one between two operations alone: of each a few. */
const BECOMING = 3

const remount = (path: string, how: string) =>
  spawnSync('mount', ['-o', `remount,${how}`, path], { encoding: 'utf8' }).status === 0

/**
 * @param sizes so many sizes of disk between no room and enough, and so many moments at which it fills, for each operation
 * @returns null where no disk can be mounted
 */
export async function disksTrial(
  sizes: number,
  seed: number,
  { articles = 300, only }: { articles?: number; only?: readonly string[] } = {},
): Promise<DisksTrial | null> {
  const folder = mkdtempSync(join(tmpdir(), 'science-cities-disks-'))
  const found: DisksTrial = { runs: {}, told: {}, wrong: [] }
  const random = randomly(seed)
  try {
    if (!withDisk(join(folder, 'disk'), 1 << 20, () => true)) return null
    const stage = await makeStage(join(folder, 'stage'), articles)
    const used = await withDisk(join(folder, 'disk'), 1 << 30, (disk) => bytesIn(stage.base, disk))
    for (const operation of stage.operations) {
      if (only && !only.includes(operation.name)) continue
      await onDisks({ stage, operation, disk: join(folder, 'disk'), used: used ?? 0, sizes, random, found })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

/** Runs what needs a disk, which goes again whatever comes of it. @returns null where none can be mounted */
function withDisk<T>(path: string, bytes: number, work: (path: string) => T): T | null {
  const unmount = mountDisk(path, bytes)
  if (!unmount) return null
  let result: T
  try {
    result = work(path)
  } catch (error) {
    unmount()
    throw error
  }
  if (result instanceof Promise) return result.finally(unmount) as T
  unmount()
  return result
}

/** How many bytes of a disk the folder takes. */
function bytesIn(from: string, disk: string): number {
  cpSync(from, join(disk, 'data'), { recursive: true })
  return taken(disk)
}

function taken(disk: string): number {
  const { blocks, bfree, bsize } = statfsSync(disk)
  return (blocks - bfree) * bsize
}

interface Given {
  stage: Stage
  operation: Operation
  disk: string
  /** Bytes that the data folder takes before. */
  used: number
  sizes: number
  random: () => number
  found: DisksTrial
}

async function onDisks(given: Given): Promise<void> {
  const { stage, operation, disk, used, sizes, random } = given
  const before = snapshotOf(stage.base)
  let [after, most, ms] = [before, 0, 0]
  // With room enough: what it leaves, how much it takes at its peak, and how long.
  await withDisk(disk, 1 << 28, async () => {
    const dataDir = join(disk, 'data')
    cpSync(stage.base, dataDir, { recursive: true, preserveTimestamps: true })
    const from = performance.now()
    const peak = { progress: () => void (most = Math.max(most, taken(disk) - used)) }
    const result = await runHere(operation, importContext(dataDir, peak))
    ms = performance.now() - from
    most = Math.max(most, taken(disk) - used, 16 << 10)
    remove(result)
    after = snapshotOf(dataDir)
  })
  for (let n = 0; n < sizes; n++) {
    const room = Math.round((most * 1.5 * n) / sizes)
    await attempt(given, { before, after }, 'small', used + room, async () => undefined)
    const wait = random() * ms
    await attempt(given, { before, after }, 'fills', 1 << 26, () => fillAfter(disk, wait))
  }
  await attempt(given, { before, after }, 'read-only', 1 << 26, async () => void remount(disk, 'ro'))
  for (let n = 0; n < Math.min(sizes, BECOMING); n++) {
    const wait = random() * ms
    await attempt(given, { before, after }, 'becomes read-only', 1 << 26, () => readOnlyAfter(disk, wait))
  }
}

const EXPECTED: Record<string, string> = {
  small: 'disk-full',
  fills: 'disk-full',
  'read-only': 'folder-read-only',
  'becomes read-only': 'folder-read-only',
}

async function attempt(
  { stage, operation, disk, found }: Given,
  states: { before: Snapshot; after: Snapshot },
  what: string,
  bytes: number,
  meddle: (dataDir: string) => Promise<void>,
): Promise<void> {
  await withDisk(disk, bytes, async () => {
    const dataDir = join(disk, 'data')
    cpSync(stage.base, dataDir, { recursive: true, preserveTimestamps: true })
    if (what === 'read-only') await meddle(dataDir)
    const meddling = what === 'read-only' ? Promise.resolve() : meddle(dataDir)
    const result = await runHere(operation, importContext(dataDir))
    await meddling
    rmSync(join(disk, 'ballast'), { force: true })
    const wasReadOnly = what.includes('read-only')
    if (wasReadOnly) remount(disk, 'rw')
    const left = wasReadOnly || result.ok ? [] : leftIn(dataDir)
    remove(result)
    remount(disk, 'size=1g')
    const outcome = await judge(dataDir, operation, { ...states, done: result.ok, starts: true })
    const told = result.ok ? 'done' : result.error.code
    const count = (of: Record<string, number>, key: string) => (of[key] = (of[key] ?? 0) + 1)
    count(found.runs, what)
    count(found.told, `${operation.name}, ${what}: ${told}`)
    const wrong = [...left.map((each) => `left: ${each}`), ...outcome.wrong, ...outcome.apart]
    if (!result.ok && told !== EXPECTED[what]) wrong.push(`told as ${told}: ${result.error.message}`)
    if (!result.ok && outcome.state === 'after') wrong.push('failed, yet it is done')
    if (!result.ok) wrong.push(...[unworded(result.error)].filter((each) => each !== null))
    if (outcome.unsummed > 0) wrong.push('no checksum')
    for (const each of wrong) found.wrong.push(`${operation.name}, ${what} ${bytes}: ${each}`)
  })
}

/** Takes the rest of the disk at a moment. */
async function fillAfter(disk: string, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  const { bfree, bsize } = statfsSync(disk)
  const ballast = join(disk, 'ballast')
  try {
    writeFileSync(ballast, Buffer.alloc(bfree * bsize))
  } catch {
    // full it is
  }
}

/** A disk that is being written to stays writable: it is asked again until it gives way, or for a while. */
async function readOnlyAfter(disk: string, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  for (let attempt = 0; attempt < 20 && !remount(disk, 'ro'); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

/** What was made is handed on by the host, which removes it. */
function remove(result: Result<unknown>): void {
  const made = result.ok ? (result.value as { path?: string } | null)?.path : undefined
  if (made !== undefined) rmSync(made, { force: true })
}
