import type { Population } from '../../../shared/contract/populations.ts'
import type { RankingMeasureId } from '../../../shared/measures/ranking.ts'
import { useWords } from './useWords.ts'

/** What a figure per million was divided by, in words: inhabitants, year, area and source; of other measures nothing. */
export function usePopulation(): (
  id: RankingMeasureId | 'name' | 'region',
  row: { population: Population | null },
) => string | undefined {
  const { t, number } = useWords()
  return (id, { population }) => {
    if (id !== 'perMillion' || !population) return undefined
    const { inhabitants, year, area, source } = population
    return t('rankings.populationSays', { n: number(inhabitants, 0), year, area, source })
  }
}
