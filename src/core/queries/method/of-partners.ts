/** The worked example of a total collaboration score: what partners near and far have of it. */
import { collaborationInput } from '../../../shared/contract/collaborations.ts'
import { rankingInput } from '../../../shared/contract/rankings.ts'
import { score } from '../../../shared/measures/collaboration.ts'
import { listCollaborations } from '../collaborations.ts'
import { listRankings } from '../rankings.ts'
import type { Asked, Reckoned, Reckoning } from './reckoning.ts'
import { columnOf, EXAMPLE_ROWS, labelOf, reckoned } from './reckoning.ts'

/** Of the leading institutions: the scores with partners of each reach, against the sum over every partner. */
export function totalScoreOf({ dataset, subject, year, context }: Asked): Reckoning | null {
  if (dataset.kind === 'published') return null
  const ranked = rankingInput.parse({
    dataset: dataset.id,
    by: 'institution',
    subject,
    year,
    limit: EXAMPLE_ROWS,
  })
  const rows = listRankings(ranked, context).rows.flatMap((row): Reckoned[] => {
    const input = { dataset: dataset.id, institution: row.id, subject, year, limit: 'all' }
    const { rows: partners, whole } = listCollaborations(collaborationInput.parse(input), context)
    if (!whole) return []
    const { local, domestic, international, unknown } = whole
    return [
      {
        label: labelOf(row),
        values: [local, domestic, international, unknown],
        given: partners.reduce((sum, partner) => sum + (partner.score ?? 0), 0),
      },
    ]
  })
  return {
    from: null,
    of: 'institutions',
    article: null,
    columns: ['local', 'domestic', 'international', 'reachUnknown'].map((key) => columnOf(key, score)),
    filled: 'T = {local} + {domestic} + {international} + {reachUnknown}',
    rows: reckoned(rows, (local, domestic, international, unknown) =>
      [local, domestic, international, unknown].reduce((sum, part) => sum + part, 0),
    ),
  }
}
