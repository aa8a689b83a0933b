/** `institutions.profile`: everything an index says of one institution. */
import type { InstitutionProfile } from '../../../shared/contract/institutions.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { cityFinding } from '../../findings/city-finding.ts'
import { partnerFinding } from '../../findings/collected-finding.ts'
import { needsArticles } from '../../indicators/measures.ts'
import { requireYear } from '../rankings.ts'
import { cellOf, cellsOf } from './cells.ts'
import { collectedFor } from './collected-rows.ts'
import { history, subjectRows } from './computed-profile.ts'
import { findInstitution } from './find-entity.ts'
import type { NamedInstitution } from './index-names.ts'
import { citiesOf, institutionsOf } from './index-names.ts'
import { rowOf } from './rows.ts'
import { requireComputed, subjectNumber } from './totals.ts'

/** @throws AppError not-computed, institution-unknown, institution-ambiguous, year-unknown. */
export function institutionProfile(
  input: ParsedInputOf<'institutions.profile'>,
  context: ReaderContext,
): InstitutionProfile {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const year = requireYear(dataset, input.year)
  const { number } = findInstitution(dataset, input.institution)
  const named = institutionsOf(dataset)[number] as NamedInstitution
  const headline = rowOf(dataset, 'institution', number, {
    subject: subjectNumber('all'),
    year,
    base: year,
    reach: needsArticles(input.also),
  })
  const around = neighbours(dataset, number, year)
  const collected = collectedFor(dataset)
  return {
    dataset: dataset.id,
    version: dataset.version,
    institution: {
      ...named.label,
      sector: named.sector,
      city: named.within ?? null,
      region: named.regionId,
      regionName: named.region.name,
      regionNameZh: named.region.nameZh,
    },
    year,
    headline,
    subjects: subjectRows(dataset, 'institution', number, headline, year),
    ...history(dataset, { by: 'institution', number, region: named.regionId }, year),
    places: placesOf(dataset, number, subjectNumber(input.subject), year),
    finding: collected ? partnerFinding(headline, collected) : cityFinding(headline, around.above),
    previous: around.previous,
    next: around.next,
  }
}

/** The institution's Share by the city of its affiliations; what is left of it lies where no file tells. */
function placesOf(
  dataset: OpenDataset,
  institution: number,
  subject: number,
  year: number,
): InstitutionProfile['places'] {
  const whole = cellOf(dataset, 'institution', institution, subject, year)
  if (!whole) return []
  const { city, part } = nodeMaps(dataset)
  const parts = new Map<number, number>()
  for (const node of nodesOf(dataset, 'institution', institution))
    if ((city[node] as number) >= 0) parts.set(city[node] as number, part[node] as number)
  const places = [...parts].flatMap(([at, of]) => {
    const cell = of < 0 ? whole : cellOf(dataset, 'part', of, subject, year)
    return cell ? [{ at, units: cell.units, articles: cell.articles }] : []
  })
  const left = whole.units - places.reduce((sum, { units }) => sum + units, 0)
  const names = citiesOf(dataset)
  return [
    ...places
      .sort((a, b) => b.units - a.units)
      .map(({ at, units, articles }) => ({
        city: (names[at]?.label ?? null) as EntityLabel | null,
        share: toShare(units),
        count: articles,
      })),
    ...(left > 0 ? [{ city: null, share: toShare(left), count: null }] : []),
  ]
}

/** Those before and after it in the ranking of the year; null at its ends, and where it has no article. */
function neighbours(
  dataset: OpenDataset,
  institution: number,
  year: number,
): Pick<InstitutionProfile, 'previous' | 'next'> & { above: RankingRow | null } {
  const subject = subjectNumber('all')
  const cells = cellsOf(dataset, 'institution', subject, year)
  const at = cells.at[institution] ?? -1
  const label = (place: number): EntityLabel | null => {
    const entity = place < 0 || place >= cells.size ? undefined : cells.entity[place]
    return entity === undefined ? null : (institutionsOf(dataset)[entity]?.label ?? null)
  }
  if (at < 0) return { above: null, previous: null, next: null }
  const above = cells.entity[at - 1]
  return {
    above: above === undefined ? null : rowOf(dataset, 'institution', above, { subject, year, base: year }),
    previous: label(at - 1),
    next: label(at + 1),
  }
}
