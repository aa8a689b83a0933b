/** Derives one row a city, subject and year from an edition's printed figures, for rankings. Fills nothing in. */
import type { Qualifier } from '../../../shared/contract/common.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { isRelation } from '../../../shared/domain/relations.ts'
import { placesGained } from '../../indicators/rank.ts'
import type { Figure, FigureIndicator } from './model.ts'

export interface CityFigures {
  subject: string
  year: number
  cityId: string
  scope: string | null
  rank: number | null
  rankBefore: number | null
  rankChange: number | null
  rankQualifier: Qualifier | null
  share: number | null
  count: number | null
  change: number | null
  changePct: number | null
  changePctQualifier: Qualifier | null
  regionSharePct: number | null
  changePctDecimals: number | null
  regionSharePctDecimals: number | null
  otherChanges: RankingRow['otherChanges']
}

type Found = (indicator: FigureIndicator, year: number) => Figure | null

/**
 * Which of two printed figures of one city, indicator, subject and year counts: the dataset's own edition,
 * else the edition whose ranking year it is (edition − 1), else the newer one.
 */
function prefer(a: Figure, b: Figure, own: number): Figure {
  const grade = (figure: Figure) =>
    figure.edition === own ? 10_000 : figure.edition - 1 === figure.yearTo ? 5_000 : figure.edition
  return grade(b) > grade(a) ? b : a
}

/** @returns rows in order of subject, year and city id. */
export function editionRows(figures: readonly Figure[], own: number): CityFigures[] {
  const groups = Map.groupBy(
    figures.filter(
      (figure) =>
        figure.cityId !== null &&
        figure.yearTo !== null &&
        figure.institutionA === null &&
        !isRelation(figure.indicator),
    ),
    (figure) => `${figure.subject}\t${figure.cityId}`,
  )
  const rows = [...groups.values()].flatMap((group) => cityRows(group, own))
  const key = (row: CityFigures) => `${row.subject}\t${row.year}\t${row.cityId}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function cityRows(group: readonly Figure[], own: number): CityFigures[] {
  const yearly = new Map<string, Figure>()
  for (const figure of group) {
    const oneYear = isChange(figure)
      ? figure.yearFrom === (figure.yearTo ?? 0) - 1
      : figure.yearFrom === figure.yearTo
    if (!oneYear && figure.indicator !== 'rank-change') continue
    const key = `${figure.indicator}\t${figure.yearTo}`
    const other = yearly.get(key)
    yearly.set(key, other ? prefer(other, figure, own) : figure)
  }
  const found: Found = (indicator, year) => yearly.get(`${indicator}\t${year}`) ?? null
  const years = new Set(group.map((figure) => figure.yearTo ?? 0))
  return [...years].map((year) => cityRow(group, found, year))
}

function isChange({ indicator }: Figure): boolean {
  return indicator === 'adjusted-change' || indicator === 'adjusted-change-pct'
}

function cityRow(group: readonly Figure[], found: Found, year: number): CityFigures {
  const first = group[0]
  if (!first) throw new Error('a city without figures')
  const rank = found('rank', year)
  const share = found('share', year)
  const changePct = found('adjusted-change-pct', year)
  // Ranks of two years are compared only where one edition prints both, in one scope.
  const before = found('rank', year - 1)
  const comparable = rank && before && rank.scope === before.scope && rank.edition === before.edition
  const printedChange = found('rank-change', year)
  return {
    subject: first.subject,
    year,
    cityId: first.cityId ?? '',
    scope:
      (share ?? rank ?? changePct ?? found('count', year) ?? found('region-share-pct', year))?.scope ?? null,
    rank: rank?.value ?? null,
    rankBefore: comparable ? before.value : null,
    rankChange: printedChange?.value ?? placesGained(comparable ? before.value : null, rank?.value ?? null),
    rankQualifier: rank?.qualifier ?? null,
    share: share?.value ?? null,
    count: found('count', year)?.value ?? null,
    change: found('adjusted-change', year)?.value ?? null,
    changePct: changePct?.value ?? null,
    changePctQualifier: changePct?.qualifier ?? null,
    regionSharePct: found('region-share-pct', year)?.value ?? null,
    changePctDecimals: changePct?.decimals ?? null,
    regionSharePctDecimals: found('region-share-pct', year)?.decimals ?? null,
    otherChanges: group.flatMap((figure) => {
      const { yearFrom, value, qualifier, decimals } = figure
      if (!isChange(figure) || figure.yearTo !== year || yearFrom === year - 1) return []
      if (yearFrom === null || value === null) return []
      const unit = figure.indicator === 'adjusted-change' ? ('share' as const) : ('percent' as const)
      const digits = decimals === null ? {} : { decimals }
      return [{ from: yearFrom, to: year, value, unit, qualifier, ...digits }]
    }),
  }
}
