/** What is kept for all datasets: the files that hold it, and how those of a backup come to those here. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { KeptListName } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { comparisonsPath, keptComparisons, mergeComparisons } from '../../comparisons/comparison-store.ts'
import { mergeGroups } from '../../groups/group-store.ts'
import { groupsPath } from '../../groups/groups-path.ts'
import { keptGroups } from '../../groups/kept-groups.ts'
import { readJsonFile, writeJsonFile } from '../../kept/json-file.ts'
import type { Merged } from '../../kept/merged.ts'
import { keptPath } from '../../populations/populations.ts'
import { keptCitiesPath, mergeKeptCities } from '../../profiles/city-store.ts'
import { keptProfiles, mergeProfiles, profilesPath } from '../../profiles/profile-store.ts'

/** As `populations.replace` writes it; whoever reads it relies on that. */
const populationTable = z.strictObject({
  file: z.string().max(1000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.array(
    z.strictObject({
      name: z.string().min(1).max(1000),
      country: z.string().regex(/^[A-Z]{2}$/),
      year: z.int(),
      inhabitants: z.int().min(1),
      area: z.string().max(1000),
      source: z.string().max(4000),
    }),
  ),
})

interface KeptList {
  path: (dataDir: string) => string
  /** @throws AppError where the file of that folder cannot be used */
  check: (dataDir: string) => void
  /** From one data folder into another. @throws AppError where a file of either cannot be used */
  merge: (from: string, into: string, replace: boolean) => Merged
}

export const KEPT_LISTS: { readonly [L in KeptListName]: KeptList } = {
  groups: { path: groupsPath, check: keptGroups, merge: mergeGroups },
  comparisons: { path: comparisonsPath, check: keptComparisons, merge: mergeComparisons },
  profiles: { path: profilesPath, check: keptProfiles, merge: mergeProfiles },
  cities: { path: keptCitiesPath, check: (dir) => read(keptCitiesPath(dir)), merge: mergeKeptCities },
  populations: {
    path: keptPath,
    check: (dir) => populationTable.parse(read(keptPath(dir))),
    merge: mergePopulations,
  },
}

export const KEPT_LIST_NAMES = Object.keys(KEPT_LISTS) as KeptListName[]

/** Name of the list's file in a data folder. */
export const fileOfList = (list: KeptListName): string => basename(KEPT_LISTS[list].path('.'))

/** @throws AppError file-unreadable of what is no JSON. */
function read(path: string): unknown {
  const values = (reason: string) => ({ file: basename(path), reason })
  return readJsonFile(
    path,
    (reason) => new AppError('file-unreadable', `${path}: ${reason}`, { values: values(reason) }),
  )
}

/** A table is one whole: another takes its place or does not. */
function mergePopulations(from: string, into: string, replace: boolean): Merged {
  const given = populationTable.parse(read(keptPath(from)))
  const isNew = !existsSync(keptPath(into))
  if (isNew || replace) writeJsonFile(keptPath(into), given)
  const n = given.entries.length
  return { restored: isNew ? n : 0, replaced: !isNew && replace ? n : 0, kept: isNew || replace ? 0 : n }
}
