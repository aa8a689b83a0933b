import type { CityProfile, RankPoint, SeriesPoint } from '../../shared/contract/cities.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import { slug } from '../../shared/domain/slug.ts'
import { SUBJECTS } from '../../shared/domain/subjects.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { needsArticles } from '../indicators/measures.ts'
import { cityFinding } from '../findings/city-finding.ts'
import { describe, neighbour } from './city-parts.ts'
import { computedProfile } from './computed/computed-profile.ts'
import type { CityRow } from './find-city.ts'
import { allCities, findCity } from './find-city.ts'
import { rankingEntries } from './ranking-rows.ts'
import { requireYear } from './rankings.ts'
import type { StatementRow } from './statements.ts'
import { sourceOf, STATEMENT_SQL, toStatement } from './statements.ts'

/** Everything a dataset says of a city. @throws AppError city-unknown, city-ambiguous, year-unknown. */
export function cityProfile(input: ParsedInputOf<'cities.profile'>, context: ReaderContext): CityProfile {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  const city = findCity(dataset, input.city)
  return dataset.kind === 'published'
    ? publishedProfile(dataset, city, year)
    : computedProfile(dataset, city, year, needsArticles(input.also))
}

function publishedProfile(dataset: OpenDataset, city: CityRow, year: number): CityProfile {
  const rows = dataset.db
    .prepare(
      `${STATEMENT_SQL} WHERE f.city_id = ? OR f.city_b = ? ORDER BY f.subject, f.indicator, f.year_to, f.edition, f.figure_id`,
    )
    .all(city.city_id, city.city_id) as StatementRow[]
  const cities = allCities(dataset)
  const at = cities.indexOf(city)
  const headline = rowOf(dataset, city, 'all', year)
  const above = at > 0 ? rowOf(dataset, cities[at - 1] ?? city, 'all', year) : null
  return {
    dataset: dataset.id,
    version: dataset.version,
    city: describe(city, rows.find(({ indicator }) => indicator === 'population-millions')?.value ?? null),
    year,
    headline,
    subjects: SUBJECTS.map((subject) => ({
      ...rowOf(dataset, city, subject, year),
      subject,
      specialisation: null,
    })),
    series: seriesOf(rows),
    rankHistory: rankHistoryOf(rows, city),
    collaborations: rows.filter(isCollaboration).map(toStatement),
    statements: rows.map(toStatement),
    finding: cityFinding(headline, above),
    previous: neighbour(cities[at - 1]),
    next: neighbour(cities[at + 1]),
  }
}

function isCollaboration({ indicator }: StatementRow): boolean {
  return ['bcs', 'top-collaboration', 'named-pair'].includes(indicator)
}

/** A city's row of an edition's ranking. */
export function rowOf(dataset: OpenDataset, city: CityRow, subject: string, year: number): RankingRow {
  const entry = rankingEntries(dataset, subject, year).find(({ row }) => row.id === city.city_id)
  if (!entry) throw new Error(`city ${city.city_id} is missing from its own ranking`)
  return entry.row
}

/** Share, Count and percentage of one year, subject and edition as one point. */
function seriesOf(rows: readonly StatementRow[]): SeriesPoint[] {
  const wanted = rows.filter(
    (row) => ['share', 'count', 'region-share-pct'].includes(row.indicator) && row.year_to !== null,
  )
  const groups = Map.groupBy(wanted, (row) => `${row.subject}\t${row.year_to}\t${row.edition}`)
  const points = [...groups.values()].flatMap((group): SeriesPoint[] => {
    const first = group[0]
    if (!first || first.year_to === null) return []
    const value = (indicator: string) => group.find((row) => row.indicator === indicator)?.value ?? null
    return [
      {
        subject: first.subject,
        year: first.year_to,
        share: value('share'),
        adjustedShare: null,
        count: value('count'),
        regionSharePct: value('region-share-pct'),
        scope: first.scope_id,
        edition: first.edition,
        provenance: 'printed',
        source: sourceOf(first),
      },
    ]
  })
  return points.sort((a, b) => a.year - b.year || a.edition - b.edition)
}

function rankHistoryOf(rows: readonly StatementRow[], city: CityRow): RankPoint[] {
  return rows
    .flatMap((row): RankPoint[] => {
      if (row.indicator !== 'rank' || row.year_to === null || row.value === null) return []
      return [
        {
          subject: row.subject,
          year: row.year_to,
          rank: row.value,
          scope: row.scope_id,
          edition: row.edition,
          printedAs: slug(row.city_printed) === city.city_id ? null : row.city_printed,
          qualifier: row.qualifier,
          source: sourceOf(row),
        },
      ]
    })
    .sort((a, b) => a.year - b.year || a.edition - b.edition)
}
