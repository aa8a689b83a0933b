/** A group's medians as the last of those compared, and its quartiles as a band behind the lines. */
import type { ComparedGroup } from '../../contract/groups.ts'
import type { Language } from '../../domain/language.ts'
import { translate } from '../../i18n/index.ts'
import type { ComparedCity, ComparePanels, CompareRow } from './spec.ts'
import { MEDIAN_LETTER, MEDIAN_LOOK } from './spec.ts'
import type { Said } from './said.ts'

/** `the median of Our eight`, as a sentence says it. */
export const medianName = ({ name }: Pick<ComparedGroup, 'name'>, language: Language): string =>
  translate(language, 'compareGroup.median', { name })

export const medianCity = (group: ComparedGroup, language: Language): ComparedCity => ({
  letter: MEDIAN_LETTER,
  name: medianName(group, language),
  look: MEDIAN_LOOK,
  isMedian: true,
})

/** The medians year by year, as a city's figures are. */
export const mediansOf = ({ points, provenance }: ComparedGroup, of: ComparePanels['of']): Said[] =>
  points.flatMap(({ of: measure, subject, year, scope, spread }) =>
    measure === of
      ? [
          {
            ...{ subject, year, scope, value: spread.median },
            // One value a year and scope: no edition is chosen any more.
            edition: year + 1,
            hollow: provenance === 'sample',
          },
        ]
      : [],
  )

/** From the median no difference has an interval. */
export const withMedian = (row: CompareRow, { spreads }: ComparedGroup): CompareRow => ({
  ...row,
  values: [...row.values, spreads[row.subject ?? 'all']?.[row.measure]?.median ?? null],
  halves: null,
})

export function withQuartiles({ of, slots, panels }: ComparePanels, group: ComparedGroup): ComparePanels {
  return {
    of,
    slots,
    panels: panels.map((panel) => ({
      ...panel,
      quartiles: slots.map((slot) => {
        if ('gap' in slot) return null
        const { lower, upper } = pointIn(group, { of, subject: panel.subject, ...slot })?.spread ?? {}
        return typeof lower === 'number' && typeof upper === 'number' ? ([lower, upper] as const) : null
      }),
    })),
  }
}

type Place = Pick<ComparedGroup['points'][number], 'of' | 'subject' | 'year' | 'scope'>

/** What the group has at a place of the small multiples. */
export const pointIn = ({ points }: ComparedGroup, at: Place): ComparedGroup['points'][number] | undefined =>
  points.find(
    ({ of, subject, year, scope }) =>
      of === at.of && subject === at.subject && year === at.year && scope === at.scope,
  )
