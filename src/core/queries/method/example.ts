/** `indicators.example`: an indicator reckoned from figures of the dataset at hand. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { WorkedExample } from '../../../shared/contract/indicators.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { INDICATORS } from '../../../shared/measures/index.ts'
import type { ReaderContext } from '../../context.ts'
import { requireYear } from '../rankings.ts'
import { scoreOf, shareOf, specialisationOf } from './of-articles.ts'
import { intervalOf } from './of-replicates.ts'
import { totalScoreOf } from './of-partners.ts'
import {
  adjustedShareOf,
  changeOf,
  changePctOf,
  countPerShareOf,
  perMillionOf,
  rankChangeOf,
  rankOf,
  regionShareOf,
} from './of-rankings.ts'
import type { Asked, Reckoning } from './reckoning.ts'

type Made = Reckoning | null

const RECKON: Readonly<Record<string, (asked: Asked) => Made | Promise<Made>>> = {
  share: shareOf,
  'count-per-share': countPerShareOf,
  'region-share-pct': regionShareOf,
  'share-per-million': perMillionOf,
  'adjusted-share': adjustedShareOf,
  'adjusted-change': changeOf,
  'adjusted-change-pct': changePctOf,
  rank: rankOf,
  'rank-change': rankChangeOf,
  bcs: scoreOf,
  'total-collaboration-score': totalScoreOf,
  'stability-interval': intervalOf,
  specialisation: specialisationOf,
}

const NOTHING: Reckoning = { from: null, columns: [], filled: '', of: 'entities', article: null, rows: [] }

/** @throws AppError input-invalid where no such indicator is declared, year-unknown. */
export async function workedExample(
  input: ParsedInputOf<'indicators.example'>,
  context: ReaderContext,
): Promise<WorkedExample> {
  const { indicator, subject } = input
  if (!INDICATORS.some((each) => each.indicator === indicator)) {
    throw new AppError('input-invalid', `no indicator ${indicator}`, {
      values: { method: 'indicators.example', field: 'indicator', reason: indicator },
      suggestions: INDICATORS.map((each) => each.indicator),
    })
  }
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  const reckon = Object.hasOwn(RECKON, indicator) ? RECKON[indicator] : undefined
  const made = (await reckon?.({ dataset, subject, year, context })) ?? NOTHING
  return {
    dataset: dataset.id,
    version: dataset.version,
    indicator,
    subject,
    year,
    printed: dataset.kind === 'published',
    ...made,
  }
}
