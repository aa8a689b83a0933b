/**
 * Weight of a subject in an entity compared with its weight in the index: (Share_s(X) / Share(X)) / (Share_s / Share).
 * 1 is like the index. All four in one measure, articles or units.
 * @param subjectOfAll Share of the subject in the whole index: its number of articles
 * @returns null where one is not known, or a denominator is 0
 */
export function specialisation(
  subjectOfEntity: number | null,
  entity: number | null,
  subjectOfAll: number | null,
  all: number | null,
): number | null {
  if (subjectOfEntity === null || entity === null || subjectOfAll === null || all === null) return null
  if (entity === 0 || subjectOfAll === 0 || all === 0) return null
  return subjectOfEntity / entity / (subjectOfAll / all)
}
