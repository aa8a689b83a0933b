/** Numbered migrations (with gaps, so that one can be put between), applied in one transaction with the version. */
import type { Migration } from './migration.ts'
import { migration as publishedFigures } from './migrations/0010-published-figures.ts'
import { migration as computedIndex } from './migrations/0020-computed-index.ts'
import { migration as refusedWorks } from './migrations/0025-refused-works.ts'
import { migration as cityDivisions } from './migrations/0030-city-divisions.ts'
import { migration as articleAuthors } from './migrations/0032-article-authors.ts'
import { migration as printedPlaces } from './migrations/0035-printed-places.ts'
import { migration as cutWorks } from './migrations/0037-cut-works.ts'
import { migration as printedDigits } from './migrations/0040-printed-digits.ts'
import { migration as planResults } from './migrations/0050-plan-results.ts'
import type { WritableDb } from './handles.ts'

export const migrations: readonly Migration[] = [
  publishedFigures,
  computedIndex,
  refusedWorks,
  cityDivisions,
  articleAuthors,
  printedPlaces,
  cutWorks,
  printedDigits,
  planResults,
]

export const LATEST_VERSION = migrations.at(-1)?.version ?? 0

/** Applies what is missing up to `target`. All of it or nothing: the version is part of the transaction. */
export function migrate(db: WritableDb, target = LATEST_VERSION): void {
  const current = Number(db.pragma('user_version', { simple: true }))
  const pending = migrations.filter(({ version }) => version > current && version <= target)
  if (pending.length === 0) return
  db.transaction(() => {
    for (const { sql, version } of pending) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
  })()
}
