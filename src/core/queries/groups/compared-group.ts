/** A group as what others are measured against: medians and quartiles of its members, by subject, measure and year. */
import type { ComparedCity } from '../../../shared/contract/cities.ts'
import type { ComparedGroup, KeptGroup, MissingMember } from '../../../shared/contract/groups.ts'
import { spreadOf } from '../../../shared/domain/quartiles.ts'
import { RANKING_MEASURES } from '../../../shared/measures/ranking.ts'
import { ownOf, ranksOf, sharesOf } from '../../../shared/plates/compare/from-profiles.ts'
import type { Said } from '../../../shared/plates/compare/said.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import type { ComparedAsked } from '../compared.ts'
import { comparedEntity, findCompared } from '../compared.ts'
import { Lru } from '../../lru.ts'
import { heldMembers } from './held-members.ts'
import { requireKind } from './ranking-group.ts'

/** Members of the groups that are kept reckoned, together. */
const MOST_KEPT = 2000

/**
 * Of the same members and by the same rule as the group of a ranking; a member stands once, and one without the figure is
 * left out of its median, never counted as 0.
 * @throws AppError group-kind where institutions are looked for among cities
 */
export function comparedGroup(
  dataset: OpenDataset,
  group: KeptGroup,
  asked: ComparedAsked,
  context: ReaderContext,
): ComparedGroup {
  requireKind(group, asked.by)
  const kept = dataset.memo(
    'groups/compared',
    () => new Lru<ComparedGroup>(MOST_KEPT, ({ members }) => members),
  )
  const { by, subject, year, reach } = asked
  return kept.get(JSON.stringify([by, subject, year, reach, group]), () =>
    reckoned(dataset, group, asked, context),
  )
}

function reckoned(
  dataset: OpenDataset,
  group: KeptGroup,
  asked: ComparedAsked,
  context: ReaderContext,
): ComparedGroup {
  const wanted = new Set<string>()
  const missing: MissingMember[] = []
  for (const { here, missing: reason, instead, pasted, name } of heldMembers(dataset, group, asked.by)) {
    if (here) wanted.add(here.id)
    else missing.push({ pasted, name, reason: reason ?? 'not-here', instead })
  }
  const own = [...wanted].map((id) =>
    comparedEntity(dataset, findCompared(dataset, asked.by, id), asked, context),
  )
  return {
    ...{ id: group.id, name: group.name, kind: group.kind },
    members: group.members.length,
    here: own.length,
    missing,
    provenance: own[0]?.headline.provenance ?? (dataset.kind === 'published' ? 'printed' : 'computed'),
    spreads: spreadsOf(own, asked.subject),
    points: [...pointsOf('share', own.map(sharesOf)), ...pointsOf('rank', own.map(ranksOf))],
  }
}

function spreadsOf(own: readonly ComparedCity[], subject: string): ComparedGroup['spreads'] {
  const rows = own.flatMap((each) => [
    { ...each.headline, subject: 'all', specialisation: null },
    ...each.subjects,
  ])
  // The row of the subject asked for holds what is computed on demand.
  const asked = own.map(({ row }) => ({ ...row, subject, specialisation: null }))
  const said: ComparedGroup['spreads'] = {}
  for (const [of, those] of Map.groupBy([...rows, ...asked], (row) => row.subject)) {
    const spreads: ComparedGroup['spreads'][string] = {}
    for (const id of [...RANKING_MEASURES.map((measure) => measure.id), 'specialisation'] as const) {
      // One entity may have two rows of the subject, of which the later one knows more.
      const known = new Map(those.flatMap((row) => (row[id] === null ? [] : [[row.id, row[id]] as const])))
      const spread = spreadOf([...known.values()])
      if (spread) spreads[id] = spread
    }
    said[of] = spreads
  }
  return said
}

/** Each year of each scope, in the figures of the edition that covered it. */
function pointsOf(of: 'share' | 'rank', said: readonly Said[][]): ComparedGroup['points'] {
  const byPlace = Map.groupBy(said.flatMap(ownOf), ({ subject, year, scope }) =>
    [subject, year, scope].join('\t'),
  )
  return [...byPlace.values()].flatMap((those) => {
    const spread = spreadOf(those.map(({ value }) => value))
    const [first] = those
    return spread && first
      ? [{ of, subject: first.subject, year: first.year, scope: first.scope, spread }]
      : []
  })
}
