/** The years of the ruler: in succession, with the places where the scope changes. */
import type { YearCoverage } from '../contract/datasets.ts'

export interface RulerYear {
  year: number
  /** Cities with a Share of the whole. */
  shares: number
  /** Cities with any figure. */
  cities: number
  /** A whole table stands behind this year. */
  full: boolean
  /** Another scope begins here: the ruler is cut before this year. */
  breakBefore: boolean
}

/**
 * Five years up to the default year, further back where `chosen` lies there. A year without a Share of at least
 * half of the dataset's cities holds figures here and there, no table. Of a computed index (`all`) every year with
 * an article has its whole table, and all of them stand on the ruler.
 */
export function rulerYears(
  years: readonly YearCoverage[],
  defaultYear: number,
  cities: number,
  chosen: number | null,
  all = false,
): RulerYear[] {
  const known = new Map(years.map((each) => [each.year, each]))
  const last = Math.max(defaultYear, chosen ?? defaultYear, ...years.map((each) => each.year))
  const whole = years.filter(({ shares }) => all || shares > 0).map(({ year }) => year)
  const first = Math.min(last - 4, chosen ?? last, ...(all ? whole : []))
  const ruler: RulerYear[] = []
  let scope: string | null = null
  for (let year = first; year <= last; year++) {
    const found = known.get(year)
    const next: string | null = found?.scope ?? null
    ruler.push({
      year,
      shares: found?.shares ?? 0,
      cities: found?.cities ?? 0,
      full: all ? found !== undefined : cities > 0 && (found?.shares ?? 0) * 2 >= cities,
      breakBefore: scope !== null && next !== null && next !== scope,
    })
    if (next !== null) scope = next
  }
  return ruler
}
