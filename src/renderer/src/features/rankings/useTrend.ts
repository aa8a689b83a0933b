/** Share by year at the end of a ranking's rows, as a small line: of the cities of an index, whose years count the same. */
import { computed } from 'vue'
import { sparkline } from '../../ui/marks/sparkline.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useQuery } from '../../stores/useQuery.ts'
import '../../ui/marks/spark.css'

export const TREND_SIZE = { width: 64, height: 20 } as const

/** A row's line, ready to be written. */
export interface TrendLine {
  path: string
  /** Of the year that the rows show; null where it has no Share. */
  dot: { x: number; y: number } | null
  /** The values in words. */
  says: string
}
export interface Trend {
  /** The years as the column's head says them. */
  span: string
  lineOf: (id: string) => TrendLine | null
}

/** @param asked the dataset and subject of an index whose rows are cities, and the year shown; null of all other rows */
export function useTrend(asked: () => { dataset: string; subject: string; year: number } | null) {
  const { t, measured } = useWords()
  const { data } = useQuery('cities.series', () => {
    const own = asked()
    return own && { dataset: own.dataset, subject: own.subject }
  })
  return computed<Trend | null>(() => {
    const year = asked()?.year
    const list = data.value
    if (year === undefined || !list || list.years.length < 2) return null
    const years = list.years.map((each) => each.year)
    const valuesOf = new Map(list.rows.map(({ id, values }) => [id, values]))
    // Drawn when its row comes into sight, and then kept: rows come and go with every frame of a scroll.
    const drawn = new Map<string, TrendLine | null>()
    const draw = (id: string): TrendLine | null => {
      const values = valuesOf.get(id)
      if (!values) return null
      const { path, dots } = sparkline(values, list.years, TREND_SIZE)
      const said = values.flatMap((value, i) =>
        value === null ? [] : [`${years[i]} ${measured('share', value)}`],
      )
      return {
        path,
        dot: dots.find(({ index }) => years[index] === year) ?? null,
        says: said.join(t('common.comma')),
      }
    }
    return {
      span: `${Math.min(...years)}–${Math.max(...years)}`,
      lineOf(id) {
        if (!drawn.has(id)) drawn.set(id, draw(id))
        return drawn.get(id) ?? null
      },
    }
  })
}
