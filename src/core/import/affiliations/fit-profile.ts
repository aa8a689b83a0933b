/** Holds kept mappings against the columns of a file. */
import type { FittedProfile, MappingProfile } from '../../../shared/contract/profiles.ts'
import { columnKey } from '../text/small-table.ts'

/** Heads without order and case; empty ones stand where a spreadsheet once had a cell. */
export function headsKey(heads: readonly string[]): string {
  const keys = heads.map(columnKey).filter((key) => key !== '')
  return JSON.stringify(keys.sort())
}

/** @param heads columns of the file, as they stand in it @returns those of the same heads first, the newest before */
export function fitProfiles(heads: readonly string[], kept: readonly MappingProfile[]): FittedProfile[] {
  const fitted = kept.map((profile) => fitProfile(heads, profile))
  return fitted.sort(
    (a, b) =>
      Number(b.sameHeads) - Number(a.sameHeads) || (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0),
  )
}

function fitProfile(heads: readonly string[], profile: MappingProfile): FittedProfile {
  const named = new Map(heads.map((head) => [columnKey(head), head]))
  const missing: string[] = []
  const own = Object.entries(profile.columns).map(([field, column]) => {
    const found = column === null ? null : named.get(columnKey(column))
    if (found === undefined) missing.push(column ?? '')
    return [field, found ?? column] as const
  })
  return {
    name: profile.name,
    saved: profile.saved,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    columns: Object.fromEntries(own) as FittedProfile['columns'],
    sameHeads: headsKey(heads) === headsKey(profile.heads),
    missing,
  }
}
