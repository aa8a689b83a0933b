/** Sentences of an index that was collected for a place: of others it holds only what they share with that place. */
import type { Finding } from '../../shared/contract/common.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import type { CollectedFor } from '../../shared/domain/collected-for.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { collectedFinding, collectedWords } from '../../shared/figures/collected-words.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { sayFinding } from './words.ts'

type Places = Pick<CollectedFor, 'places'>

/** A finding with what the index is. */
export const amongCollected = collectedFinding

/** A title in the same way, without a stop. */
export const titleAmongCollected = (title: string, collected: Places | null, language: Language): string =>
  collected
    ? sayFinding(language, 'collectedTitle', {
        text: title,
        short: collectedWords(collected, language).short,
      })
    : title

/** The partner with the largest Share in the joint articles; null without two partners, or where two are level. */
export function partnersFinding(rows: readonly RankingRow[], collected: Places): Finding | null {
  const partners = rows.filter((row) => !row.collected && row.share !== null)
  const [first, second] = partners.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  if (!first?.share || !second || first.share === second.share) return null
  const { share } = first
  return amongCollected(
    inEveryLanguage((language) =>
      sayFinding(language, 'collectedPartner', {
        name: shortName(first, language),
        n: formatNumber(partners.length, 0, language),
        share: formatFigure('share', share, language),
      }),
    ),
    collected,
  )
}

/** What a partner's Share is; of a city that was collected there is nothing to add. */
export function partnerFinding(row: RankingRow, collected: Places): Finding | null {
  const { share } = row
  if (row.collected || share === null) return null
  return amongCollected(
    inEveryLanguage((language) =>
      sayFinding(language, 'collectedCity', {
        city: shortName(row, language),
        share: formatFigure('share', share, language),
      }),
    ),
    collected,
  )
}
