/** The numbers of a comparison, page by page. */
import { differenceFrom } from '../../../../shared/domain/difference.ts'
import type { ComparedGroup } from '../../../../shared/contract/groups.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { Compared } from '../../../../shared/plates/compare/from-profiles.ts'
import type { ComparePage } from '../../../../shared/plates/compare/pages.ts'
import { panelsOn } from '../../../../shared/plates/compare/pages.ts'
import type { ComparePanels, CompareSpec } from '../../../../shared/plates/compare/spec.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import { sayCompare } from './compare-words.ts'

export function compareNumbers(
  {
    profiles,
    spec,
    group,
  }: { profiles: readonly Compared[]; spec: CompareSpec; group: ComparedGroup | null },
  page: ComparePage,
  language: Language,
): PlateNumber[] {
  const provenance = [
    ...profiles.map(({ headline }) => headline.provenance),
    ...(group ? [asComputed(group.provenance)] : []),
  ]
  const panels = panelsOn(spec, page)
  const shown = panels && { ...panels, panels: panels.panels.filter((_, at) => page.panels.includes(at)) }
  const table = page.others.length > 0 ? tableNumbers(spec, page.others, provenance, language) : []
  return [
    ...(shown ? panelNumbers(shown, spec, provenance, language) : []),
    ...table,
    ...(group && table.length > 0 ? quartileNumbers(spec, group, language) : []),
  ]
}

/** What is reckoned from printed figures was not printed. */
const asComputed = (of: PlateNumber['of']) => (of === 'printed' ? 'computed' : of)

function quartileNumbers(
  { rows, year }: CompareSpec,
  group: ComparedGroup,
  language: Language,
): PlateNumber[] {
  return rows.flatMap(({ subject, measure: id }) => {
    const measure = measureOf(id)
    const spread = group.spreads[subject ?? 'all']?.[id]
    return (['lower', 'upper'] as const).flatMap((which): PlateNumber[] => {
      const value = spread?.[which] ?? null
      if (value === null) return []
      const label = translate(language, 'compareGroup.number', {
        group: group.name,
        what: translate(language, `groups.${which}`),
        measure: measure.label[language],
        subject: translate(language, `figures.subjects.${subject ?? 'all'}`),
        year: String(year),
      })
      return [{ label, value, decimals: measure.decimals, of: asComputed(group.provenance) }]
    })
  })
}

function panelNumbers(
  { of, slots, panels }: ComparePanels,
  { cities }: CompareSpec,
  provenance: readonly PlateNumber['of'][],
  language: Language,
): PlateNumber[] {
  const measure = measureOf(of)
  return panels.flatMap(({ subject, points }) =>
    cities.flatMap(({ name }, at) =>
      slots.flatMap((slot, i): PlateNumber[] => {
        const point = points[at]?.[i]
        if (!point || 'gap' in slot) return []
        const label = labelOf(name, measure.label[language], subject, slot.year, language)
        return [{ label, value: point.value, decimals: measure.decimals, of: provenance[at] ?? 'computed' }]
      }),
    ),
  )
}

const labelOf = (city: string, measure: string, subject: string, year: number, language: Language) =>
  sayCompare(language, 'number', {
    city,
    measure,
    subject: translate(language, `figures.subjects.${subject}`),
    year: String(year),
  })

function tableNumbers(
  { rows, cities, year, reference: own }: CompareSpec,
  others: readonly number[],
  provenance: readonly PlateNumber['of'][],
  language: Language,
): PlateNumber[] {
  const reference = cities[own]
  return rows.flatMap(({ subject, measure: id, values }) => {
    const measure = measureOf(id)
    const of = (at: number) => provenance[at] ?? 'computed'
    const plain = cities.flatMap(({ name }, at): PlateNumber[] => {
      const value = values[at]
      if (value === null || value === undefined) return []
      const label = labelOf(name, measure.label[language], subject ?? 'all', year, language)
      return [{ label, value, decimals: measure.decimals, of: of(at) }]
    })
    const differences = cities.flatMap(({ name }, at): PlateNumber[] => {
      const difference = others.includes(at) ? differenceFrom(values[own], values[at]) : null
      if (!difference) return []
      const label = sayCompare(language, 'numberDifference', {
        city: name,
        reference: reference?.name ?? '',
        measure: measure.label[language],
        subject: translate(language, `figures.subjects.${subject ?? 'all'}`),
        year: String(year),
      })
      return [
        {
          label,
          value: difference.absolute,
          decimals: measure.decimals,
          of: asComputed(of(at)),
        },
      ]
    })
    return [...plain, ...differences]
  })
}
