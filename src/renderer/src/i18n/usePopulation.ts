import type { Population } from '../../../shared/contract/populations.ts'
import { useWords } from './useWords.ts'

/** What a figure per million was divided by, in words: inhabitants, year, area and source. */
export function usePopulation(): (row: { population: Population | null }) => string | undefined {
  const { t, number } = useWords()
  return ({ population }) => {
    if (!population) return undefined
    const { inhabitants, year, area, source } = population
    return t('rankings.populationSays', { n: number(inhabitants, 0), year, area, source })
  }
}
