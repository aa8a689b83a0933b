/** What all articles of a computed index add up to, by subject and year. */
import { AppError } from '../../../shared/contract/errors.ts'
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { OpenDataset } from '../../context.ts'

/** @throws AppError not-computed for a published edition. */
export function requireComputed(dataset: OpenDataset): void {
  if (dataset.kind !== 'published') return
  throw new AppError('not-computed', `${dataset.id} is a published edition`, {
    values: { dataset: dataset.id },
  })
}

/** @throws AppError figures-missing where a dataset has no year at all. */
export function requireFigures(
  { id }: OpenDataset,
  years: readonly number[],
): asserts years is readonly [number, ...number[]] {
  if (years.length > 0) return
  throw new AppError('figures-missing', `${id} holds no figures`, { values: { dataset: id } })
}

export function provenanceOf(dataset: OpenDataset): 'computed' | 'sample' {
  return dataset.kind === 'sample' ? 'sample' : 'computed'
}

/** The subject's number in the statistics. @throws AppError input-invalid. */
export function subjectNumber(subject: string): number {
  const number = (ALL_SUBJECTS as readonly string[]).indexOf(subject)
  if (number < 0) {
    throw new AppError('input-invalid', `no subject ${subject}`, {
      values: { method: '', field: 'subject', reason: subject },
      suggestions: [...ALL_SUBJECTS],
    })
  }
  return number
}

interface TotalRow {
  subject: number
  year: number
  articles: number
}

function totalsOf(dataset: OpenDataset): ReadonlyMap<string, number> {
  return dataset.memo('totals', () => {
    const rows = dataset.db.prepare('SELECT subject, year, articles FROM year_totals').all() as TotalRow[]
    return new Map(rows.map(({ subject, year, articles }) => [`${subject}/${year}`, articles]))
  })
}

/** N: articles in the index in a year (and subject); null where it has none. */
export function articlesIn(dataset: OpenDataset, year: number, subject = 0): number | null {
  return totalsOf(dataset).get(`${subject}/${year}`) || null
}

/** Years with an article, ascending. */
export function indexYears(dataset: OpenDataset): readonly number[] {
  return dataset.memo('index-years', () =>
    dataset.db
      .prepare('SELECT year FROM year_totals WHERE subject = 0 AND articles > 0 ORDER BY year')
      .pluck()
      .all()
      .map(Number),
  )
}

/** First and last year of a period; what is not said is the first and last of the index. @throws AppError year-unknown, figures-missing. */
export function periodOf(
  dataset: OpenDataset,
  from: number | undefined,
  to: number | undefined,
): { from: number; to: number } {
  const years: readonly number[] = indexYears(dataset)
  requireFigures(dataset, years)
  const [first] = years
  const last = years.at(-1) ?? first
  const period = { from: from ?? first, to: to ?? last }
  if (!years.some((year) => year >= period.from && year <= period.to)) {
    throw new AppError('year-unknown', `no articles from ${period.from} to ${period.to}`, {
      values: {
        year: period.from === period.to ? period.from : `${period.from}–${period.to}`,
        years: first === last ? first : `${first}–${last}`,
      },
      suggestions: years.map(String),
    })
  }
  return period
}
