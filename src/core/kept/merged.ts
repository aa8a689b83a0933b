/** What became of entries that were merged into a list that is kept. */
export interface Merged {
  restored: number
  replaced: number
  /** Those here stayed as they were. */
  kept: number
}

/**
 * Entries of `incoming` beside or in place of those of `here`.
 * @param isSame whether an entry here stands in the way of one that comes
 */
export function mergeEntries<T>(
  here: readonly T[],
  incoming: readonly T[],
  isSame: (one: T, other: T) => boolean,
  replace: boolean,
): Merged & { entries: T[] } {
  const merged = { restored: 0, replaced: 0, kept: 0 }
  let entries = [...here]
  for (const entry of incoming) {
    const others = entries.filter((each) => !isSame(each, entry))
    const isNew = others.length === entries.length
    merged[isNew ? 'restored' : replace ? 'replaced' : 'kept']++
    if (isNew || replace) entries = [...others, entry]
  }
  return { ...merged, entries }
}
