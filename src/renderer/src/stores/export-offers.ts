/** The figures that each view offers the slide sheet, the most telling first. */
import { MOST_ROWS } from '../../../shared/domain/figure-rows.ts'
import { USUAL_GROUPS } from '../../../shared/domain/pairs.ts'
import type { FigureOffer, TableOffer } from './useExport.ts'

type Of<K extends FigureOffer['of']> = Extract<FigureOffer, { of: K }>
type RankingInput = Of<'ranking-bars'>['input']
type Chosen = string | null | undefined

const withChosen = (highlight: Chosen) => (highlight ? { highlight } : {})

/** @param highlight id of the row being read */
export function rankingFigures(input: RankingInput, table: TableOffer, highlight: Chosen): FigureOffer[] {
  const chosen = withChosen(highlight)
  return [
    { of: 'ranking-bars', input, ...chosen },
    { of: 'count-per-share', input, ...chosen },
    { of: 'finding', input, ...chosen },
    { of: 'table', table, ...chosen },
  ]
}

export function risingFigures(input: Of<'rising'>['input'], highlight: Chosen): FigureOffer[] {
  const chosen = withChosen(highlight)
  return [
    { of: 'rising', input, ...chosen },
    { of: 'rising', input, shape: 'slopes', ...chosen },
    { of: 'table', table: { of: 'rising', input }, ...chosen },
  ]
}

/** @param highlight the change being read, as `changeKey` writes it */
export function printedChangeFigures(
  input: Of<'printed-changes'>['input'],
  highlight: Chosen,
): FigureOffer[] {
  return [
    { of: 'printed-changes', input, ...withChosen(highlight) },
    { of: 'table', table: { of: 'changes', input } },
  ]
}

/** @param computed of an index, which knows institutions */
export function cityFigures(
  input: Of<'city-series'>['input'],
  { computed, region }: { computed: boolean; region?: string },
): FigureOffer[] {
  const { dataset, city, year } = input
  const ofYear = year === undefined ? {} : { year }
  const ranking: RankingInput = { dataset, ...ofYear }
  return [
    { of: 'city-series', input },
    { of: 'city-profile', input },
    ...(computed ? [{ of: 'city-institutions' as const, input: { dataset, city, ...ofYear } }] : []),
    { of: 'rank-history', input: { dataset, city } },
    { of: 'ranking-bars', input: region ? { ...ranking, region } : ranking, highlight: city },
    { of: 'finding', input: ranking, highlight: city },
    { of: 'cover', input },
    { of: 'table', table: { of: 'city', input } },
  ]
}

/** @param table its ranking */
export function institutionFigures(
  input: { dataset: string; institution: string; subject: string; year: number },
  table: TableOffer,
): FigureOffer[] {
  const { dataset, institution, subject, year } = input
  const own = { dataset, institution, year }
  return [
    { of: 'institution-series', input: own },
    { of: 'institution-profile', input: own },
    ...rankingFigures({ dataset, by: 'institution', subject, year }, table, institution),
    ...pairFigures(input, null).slice(0, 1),
  ]
}

export const compareFigures = (input: Of<'compare'>['input'], reference: Chosen): FigureOffer[] => [
  { of: 'compare', input, ...(reference ? { reference } : {}) },
  { of: 'table', table: { of: 'compare', input } },
]

/**
 * Of pairs by city the figure has those of every city, as many as it can hold.
 * @param highlight the pair being read, as `a~b`
 */
export const pairFigures = (input: Of<'pairs'>['input'], highlight: Chosen): FigureOffer[] => [
  {
    of: 'pairs',
    input,
    ...(input.perCity !== undefined && {
      top: Math.min(MOST_ROWS, input.perCity * (input.cities ?? USUAL_GROUPS)),
    }),
    ...withChosen(highlight),
  },
  { of: 'table', table: { of: 'collaborations', input }, ...withChosen(highlight) },
]
