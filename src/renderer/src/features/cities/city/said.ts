/** Where each printed statement of a city stands on its page, so that none stands there twice. */
import type { CityProfile, Statement } from '../../../../../shared/contract/cities.ts'
import { statementName } from '../../../../../shared/domain/figure-forms.ts'
import { ALL_SUBJECTS } from '../../../../../shared/domain/subjects.ts'

/** Statements of pairs of institutions that the list of pairs shows. */
const PAIRS = ['bcs', 'top-collaboration', 'named-pair']
const FIGURES = ['rank', 'share', 'count', 'region-share-pct']
const CHANGES = ['adjusted-change-pct', 'adjusted-change']

export interface SaidOfCity {
  /** The figure of a subject and year as the edition that covered the year printed it; of one scope where one is given. */
  find(indicator: string, subject: string, year: number, scope?: string | null): Statement | undefined
  /** The printed change of a subject over a period. */
  change(subject: string, from: number, to: number): Statement | undefined
  /** Periods that end in a year and of which a subject's change was printed, shortest first. */
  periods(to: number): { from: number; to: number }[]
  population: Statement | undefined
  /** Pairs of institutions: scores first, largest on top. */
  pairs: Statement[]
  /** Shares, Counts and percentages of other years, one row a subject, year and scope. */
  others: { subject: string; year: number; scope: string | null; edition: number }[]
  /** What stands nowhere else. */
  rest: Statement[]
  /** The same figure in other places of the source. */
  again(said: Statement): Statement[]
  /** What else the same line of the source says. */
  beside(said: Statement): Statement[]
  /** By its name, as the lens is asked for it. */
  named(name: string | undefined): Statement | undefined
}

const order = (subject: string): number => (ALL_SUBJECTS as readonly string[]).indexOf(subject)
const periodOf = ({ indicator, subject, yearFrom, yearTo, scope }: Statement): string =>
  [indicator, subject, yearFrom, yearTo, scope].join('\t')

/** @param profile of a published edition */
export function saidOf(profile: Pick<CityProfile, 'statements' | 'year'>): SaidOfCity {
  const { statements, year } = profile
  const isFigure = ({ indicator, yearTo }: Statement) => FIGURES.includes(indicator) && yearTo !== null
  const isChange = ({ indicator, subject, yearTo, yearFrom }: Statement) =>
    CHANGES.includes(indicator) && subject !== 'all' && yearTo === year && yearFrom !== null
  const shown = ownOf(statements.filter((said) => isFigure(said) || isChange(said)))
  const figures = shown.filter(isFigure)
  const changes = shown.filter(isChange)
  const pairs = statements.filter(({ indicator }) => PAIRS.includes(indicator))
  const population = statements.find(({ indicator }) => indicator === 'population-millions')
  const placed = new Set([...shown, ...pairs, ...(population ? [population] : [])])
  const said = new Set(shown.map((each) => `${periodOf(each)}\t${each.value}`))

  const find: SaidOfCity['find'] = (indicator, subject, of, scope) =>
    figures
      .filter((each) => each.indicator === indicator && each.subject === subject && each.yearTo === of)
      .filter((each) => scope === undefined || each.scope === scope)
      .sort((a, b) => far(a) - far(b))[0]
  const others = new Map(
    figures
      .filter(({ indicator, yearTo }) => indicator !== 'rank' && yearTo !== year)
      .map(({ subject, yearTo, scope, edition }) => [
        [subject, yearTo, scope].join('\t'),
        { subject, year: yearTo ?? 0, scope, edition },
      ]),
  )
  return {
    find,
    population,
    change: (subject, from, to) =>
      changes.find((each) => each.subject === subject && each.yearFrom === from && each.yearTo === to),
    periods: (to) =>
      [...new Set(changes.filter(({ yearTo }) => yearTo === to).map(({ yearFrom }) => yearFrom ?? 0))]
        .sort((a, b) => b - a)
        .map((from) => ({ from, to })),
    pairs: [...pairs].sort(
      (a, b) => (b.value ?? -1) - (a.value ?? -1) || order(a.subject) - order(b.subject),
    ),
    others: [...others.values()].sort((a, b) => order(a.subject) - order(b.subject) || a.year - b.year),
    rest: statements
      .filter((each) => !placed.has(each) && !said.has(`${periodOf(each)}\t${each.value}`))
      .sort((a, b) => order(a.subject) - order(b.subject)),
    again: (of) =>
      statements.filter(
        (each) => each !== of && periodOf(each) === periodOf(of) && each.value === of.value && isFigure(of),
      ),
    beside: (of) =>
      statements.filter(
        (each) => each !== of && each.source.file === of.source.file && each.source.line === of.source.line,
      ),
    named: (name) => statements.find((each) => statementName(each) === name),
  }
}

const far = ({ edition, yearTo }: Statement): number => Math.abs(edition - (yearTo ?? 0) - 1)

/** Of several statements of one figure in one scope that of the edition which covered the year. */
function ownOf(statements: readonly Statement[]): Statement[] {
  const best = new Map<string, Statement>()
  for (const each of statements) {
    const known = best.get(periodOf(each))
    if (!known || far(each) < far(known)) best.set(periodOf(each), each)
  }
  return [...best.values()]
}
