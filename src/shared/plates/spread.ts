/** Words and letters in a row or a column that keep a distance from one another. */

/**
 * Places as near to those wanted as they can be, in the same order, at least `gap` apart and between `from` and `to`;
 * where not all find room they reach beyond `to`.
 */
export function spreadApart(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  // Groups of neighbours that touch stand about the mean of where they would be.
  const groups: { members: number[]; sum: number }[] = []
  const startOf = ({ members, sum }: (typeof groups)[number]) => {
    const length = (members.length - 1) * gap
    return Math.max(
      from,
      Math.min(to - length, (sum - (gap * members.length * (members.length - 1)) / 2) / members.length),
    )
  }
  for (const at of order) {
    groups.push({ members: [at], sum: wanted[at] ?? 0 })
    for (;;) {
      const [before, last] = [groups.at(-2), groups.at(-1)]
      if (!before || !last) break
      if (startOf(before) + before.members.length * gap <= startOf(last) + 1e-9) break
      groups.splice(-2, 2, { members: [...before.members, ...last.members], sum: before.sum + last.sum })
    }
  }
  const places: number[] = []
  for (const group of groups)
    group.members.forEach((at, i) => {
      places[at] = startOf(group) + i * gap
    })
  return places
}

/** The same, or null where not all find room. */
export function spread(
  wanted: readonly number[],
  { gap, from, to }: { gap: number; from: number; to: number },
): number[] | null {
  const fits = (wanted.length - 1) * gap <= to - from + 1e-9
  return fits ? spreadApart(wanted, gap, from, to) : null
}
