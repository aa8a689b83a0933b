/** A group in a ranking: its rows, their medians and quartiles, and what it has together. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { KeptGroup, MissingMember, RankingGroup } from '../../../shared/contract/groups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { isOfKind } from '../../../shared/domain/groups.ts'
import { spreadOf } from '../../../shared/domain/quartiles.ts'
import { RANKING_MEASURES } from '../../../shared/measures/ranking.ts'
import type { OpenDataset } from '../../context.ts'
import { collectedFor } from '../computed/collected-rows.ts'
import { subjectNumber } from '../computed/totals.ts'
import type { RankingEntry } from '../ranking-rows.ts'
import { heldMembers } from './held-members.ts'
import { togetherOf } from './together.ts'

interface Asked {
  by: EntityName
  subject: string
  year: number
}

/**
 * @param entries all rows of the ranking
 * @returns the group's own rows by id, and what is told of them; other filters change nothing of either
 * @throws AppError group-kind where institutions are looked for among cities.
 */
export function rankingGroup(
  dataset: OpenDataset,
  group: KeptGroup,
  entries: readonly RankingEntry[],
  asked: Asked,
): { ids: ReadonlySet<string>; told: RankingGroup } {
  requireKind(group, asked.by)
  const wanted = new Set<string>()
  const missing: MissingMember[] = []
  const rows = new Map(entries.map((entry) => [entry.row.id, entry.row]))
  for (const { here, missing: reason, instead, pasted, name } of heldMembers(dataset, group, asked.by)) {
    if (here && rows.has(here.id)) wanted.add(here.id)
    else missing.push({ pasted, name, reason: reason ?? 'no-article', instead })
  }
  const own = [...wanted].flatMap((id) => rows.get(id) ?? [])
  const spreads: RankingGroup['spreads'] = {}
  for (const { id } of RANKING_MEASURES) {
    const spread = spreadOf(own.flatMap((row) => row[id] ?? []))
    if (spread) spreads[id] = spread
  }
  const lacks = lackOf(dataset, own)
  return {
    ids: wanted,
    told: {
      ...{ id: group.id, name: group.name, kind: group.kind },
      members: group.members.length,
      here: own.length,
      missing,
      spreads,
      together:
        lacks === null
          ? togetherOf(dataset, asked.by, wanted, {
              subject: subjectNumber(asked.subject),
              year: asked.year,
            })
          : null,
      lacks,
    },
  }
}

/** @throws AppError group-kind */
export function requireKind({ name, kind }: KeptGroup, by: EntityName): void {
  if (isOfKind(kind, by)) return
  throw new AppError('group-kind', `${name} is of ${kind}, not of ${by}`, { values: { name } })
}

/**
 * Why no sum is told. What an edition prints of its leading cities are rounded figures of tables that are cut, and an
 * article of two of them stands in both Counts; of an index that was collected for some places the
 * articles of others lack; those of one that an engine counted lie there.
 */
function lackOf(dataset: OpenDataset, rows: readonly { collected?: true }[]): RankingGroup['lacks'] {
  if (dataset.kind === 'published') return 'articles'
  if (rows.length === 0) return 'rows'
  if (dataset.plan) return 'elsewhere'
  return collectedFor(dataset) !== null && rows.some(({ collected }) => !collected) ? 'partners' : null
}
