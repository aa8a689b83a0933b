/** The profile of a city in a computed index. */
import type { CityProfile, RankPoint, SeriesPoint } from '../../../shared/contract/cities.ts'
import type { EntityName } from '../../../shared/contract/common.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import { ALL_SUBJECTS, SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { OpenDataset } from '../../context.ts'
import { partnerFinding } from '../../findings/collected-finding.ts'
import { cityFinding } from '../../findings/city-finding.ts'
import { adjustedShare } from '../../indicators/adjusted-share.ts'
import { regionSharePct } from '../../indicators/region-share.ts'
import { specialisation } from '../../indicators/specialisation.ts'
import { describe } from '../city-parts.ts'
import type { CityRow } from '../find-city.ts'
import type { Cell } from './cells.ts'
import { collectedFor } from './collected-rows.ts'
import { figuresOf } from './entity-space.ts'
import { computedRanking } from './computed-ranking.ts'
import { findIndexCity } from './find-entity.ts'
import { fullShare, regionUnitsOf, rowOf } from './rows.ts'
import { articlesIn, indexYears, provenanceOf, subjectNumber } from './totals.ts'

/** A figure that was computed stands on no line of a file. */
export const NO_SOURCE = { file: '', line: 0, origin: '' }

function rowOfNumber(
  dataset: OpenDataset,
  city: number,
  subject: string,
  year: number,
  reach = false,
): RankingRow {
  return rowOf(dataset, 'city', city, { subject: subjectNumber(subject), year, base: year, reach })
}

/** Printed statements there are none; the series holds every subject and year, null where the city has no article. */
export function computedProfile(
  dataset: OpenDataset,
  city: CityRow,
  year: number,
  reach = false,
): CityProfile {
  const { number } = findIndexCity(dataset, city.city_id)
  const headline = rowOfNumber(dataset, number, 'all', year, reach)
  const around = neighbours(dataset, city, year)
  const collected = collectedFor(dataset)
  return {
    dataset: dataset.id,
    version: dataset.version,
    city: describe(city, null),
    year,
    headline,
    subjects: subjectRows(dataset, 'city', number, headline, year),
    ...history(dataset, { by: 'city', number, region: city.region_id }, year),
    collaborations: [],
    statements: [],
    finding: collected ? partnerFinding(headline, collected) : cityFinding(headline, around.above),
    previous: label(around.above),
    next: label(around.below),
  }
}

/** Weights compare Shares of the entity with numbers of articles, which are the index's Shares. */
export function subjectRows(
  dataset: OpenDataset,
  by: EntityName,
  entity: number,
  { share }: RankingRow,
  year: number,
): CityProfile['subjects'] {
  const articles = articlesIn(dataset, year)
  return SUBJECTS.map((subject) => {
    const row = rowOf(dataset, by, entity, { subject: subjectNumber(subject), year, base: year })
    const ofSubject = articlesIn(dataset, year, subjectNumber(subject))
    return { ...row, subject, specialisation: specialisation(row.share, share, ofSubject, articles) }
  })
}

/** The rows above and below in the overall ranking of the year. */
function neighbours(
  dataset: OpenDataset,
  city: CityRow,
  year: number,
): { above: RankingRow | null; below: RankingRow | null } {
  const { entries } = computedRanking(dataset, { by: 'city', subject: 'all', year, base: year })
  const at = entries.findIndex(({ row }) => row.id === city.city_id)
  if (at < 0) return { above: null, below: null }
  return { above: entries[at - 1]?.row ?? null, below: entries[at + 1]?.row ?? null }
}

function label(row: RankingRow | null): CityProfile['next'] {
  return row && { cityId: row.id, name: row.name, nameZh: row.nameZh }
}

/** Share and rank of every year and subject, years ascending. */
export function history(
  dataset: OpenDataset,
  { by, number, region }: { by: EntityName; number: number; region: string | null },
  base: number,
): { series: SeriesPoint[]; rankHistory: RankPoint[] } {
  const provenance = provenanceOf(dataset)
  const articlesBase = articlesIn(dataset, base)
  const points = indexYears(dataset).flatMap((year) =>
    ALL_SUBJECTS.map((subject) => {
      const id = subjectNumber(subject)
      const cell = figuresOf(dataset, by, number, id, year)
      const whole = regionUnitsOf(dataset, id, year).get(denominatorOf(region ?? '')) ?? null
      return { subject, year, cell, regionSharePct: regionSharePct(cell?.units ?? null, whole) }
    }),
  )
  return {
    series: points.map(({ subject, year, cell, regionSharePct: percent }) => ({
      subject,
      year,
      share: cell && fullShare(cell),
      adjustedShare: adjustedShare(cell && fullShare(cell), articlesIn(dataset, year), articlesBase),
      count: cell?.articles ?? null,
      regionSharePct: percent,
      scope: null,
      edition: year,
      provenance,
      source: NO_SOURCE,
    })),
    // An index that was collected for a place states no rank.
    rankHistory: collectedFor(dataset)
      ? []
      : points.flatMap(({ subject, year, cell }) => (cell ? [rankPoint(subject, year, cell)] : [])),
  }
}

function rankPoint(subject: string, year: number, { rank }: Cell): RankPoint {
  return {
    subject,
    year,
    rank,
    scope: null,
    edition: year,
    printedAs: null,
    qualifier: 'exact',
    source: NO_SOURCE,
  }
}
