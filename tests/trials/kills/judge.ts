/** What must hold of a data folder after a process was killed, or a disk failed, in the middle of an operation. */
import { rmSync } from 'node:fs'
import { BUNDLED_DATASET, listDatasetIds } from '../../../src/core/datasets/files.ts'
import { prepareDatasets } from '../../../src/core/import/edition/bundled.ts'
import { importContext } from '../../support/import-context.ts'
import { heldIn, leftIn, wrongIn } from '../processes/folder.ts'
import type { Operation } from './operations.ts'
import { snapshotOf } from './operations.ts'

export type Snapshot = ReturnType<typeof snapshotOf>

export interface Outcome {
  /** How the datasets are: as before the operation, as after it, or (of two datasets) one so and one so. */
  state: 'before' | 'after' | 'between'
  /** Datasets whose checksum is not known any more. */
  unsummed: number
  /** Datasets whose companions are neither as before nor as after. */
  apart: string[]
  wrong: string[]
}

/** @param ended whether the process answered that it is done; @param starts whether a next start comes before */
export async function judge(
  dataDir: string,
  operation: Operation,
  { before, after, done, starts }: { before: Snapshot; after: Snapshot; done: boolean; starts: boolean },
): Promise<Outcome> {
  const wrong: string[] = []
  const apart: string[] = []
  if (starts) await prepareDatasets(importContext(dataDir)).catch((error) => wrong.push(`start: ${error}`))
  wrong.push(...(await heldIn(dataDir, [...new Set([...before.keys(), ...after.keys()])])))
  wrong.push(...leftIn(dataDir).map((left) => `left: ${left}`))
  const now = snapshotOf(dataDir)
  const states = new Set<string>()
  for (const id of new Set([...before.keys(), ...after.keys(), ...now.keys()])) {
    const [was, is, may] = [before.get(id), now.get(id), after.get(id)]
    const same = (a: typeof is, b: typeof is) => a?.dataset === b?.dataset
    if (!same(is, was) && !same(is, may)) wrong.push(`${id} was ${was?.dataset}, is ${is?.dataset}`)
    else if (!same(was, may)) states.add(same(is, may) ? 'after' : 'before')
    if (is && is.beside !== was?.beside && is.beside !== may?.beside) apart.push(`${id}: ${is.beside}`)
  }
  const state = states.size === 2 ? 'between' : states.has('after') ? 'after' : 'before'
  const { never = [] } = operation
  if (never.length > 0 && !never.some((id) => now.has(id))) wrong.push(`${never.join(' and ')} lost`)
  const changes = [...before, ...after].some(([id]) => before.get(id)?.dataset !== after.get(id)?.dataset)
  if (done && changes && state !== 'after') wrong.push(`told as done, is ${state}`)
  let unsummed = 0
  // The edition that ships with the app is compared byte by byte.
  for (const id of listDatasetIds(dataDir).filter((each) => each !== BUNDLED_DATASET)) {
    const found = await wrongIn(dataDir, id, { summed: true })
    const unknown = found.filter((each) => each === `${id}: checksum: `)
    unsummed += unknown.length
    wrong.push(...found.filter((each) => !unknown.includes(each)))
  }
  return { state, unsummed, apart, wrong }
}

export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true })
