/** Which ids were merged into which, kept with an index: files that are added to it may still use the old ones. */
import { pack, unpack } from '../../articles/pack.ts'
import type { MergedIds } from '../places/merged-ids.ts'

type Merges = ReadonlyMap<number, number>
const KINDS = ['works', 'institutions'] as const

/** What is stored of them, by the name of its record; nothing where none are known. */
export function mergedFiles(merged: MergedIds): [file: string, merges: Merges][] {
  return KINDS.filter((kind) => merged[kind].size > 0).map((kind) => [`merged ${kind}`, merged[kind]])
}

/** The ids in ascending order, then what each was merged into. */
export function packMerges(merges: Merges): Buffer {
  const from = [...merges.keys()].sort((a, b) => a - b)
  return pack(Float64Array.from([...from, ...from.map((id) => merges.get(id) as number)]))
}

/** Adds what was stored under this name. @returns false where it is the name of something else */
export function addStoredMerges(file: string, data: Buffer, into: MergedIds): boolean {
  const kind = KINDS.find((each) => file === `merged ${each}`)
  if (!kind) return false
  const ids = unpack(data, Float64Array)
  const half = ids.length / 2
  for (let at = 0; at < half; at++) into[kind].set(ids[at] as number, ids[half + at] as number)
  return true
}
