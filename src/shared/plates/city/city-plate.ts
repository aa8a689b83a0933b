/** What a figure of a city says besides its drawing, and where its panels stand. */
import { formatFigure } from '../../format/figures.ts'
import { translate } from '../../i18n/index.ts'
import { share as shareMeasure } from '../../measures/output.ts'
import { changePct as percentMeasure } from '../../measures/change.ts'
import { specialisation } from '../../measures/structure.ts'
import { altText } from '../alt-text.ts'
import type { Room } from '../frame.ts'
import type { Part, Rectangle } from '../parts.ts'
import type { PlateBody, PlateNumber, PlateOptions } from '../plate.ts'
import { profileParts, weighed } from './profile-parts.ts'
import { seriesParts } from './series-parts.ts'
import type { CitySeries } from './series-spec.ts'

const word = ({ language }: CitySeries, key: string, values = {}) =>
  translate(language, `plates.city.${key}`, values)

/** In sizes of a label: a figure as wide has room for the profile beside the lines. */
const WIDE = 58
const PANEL = 20.5
const GUTTER = 2

function spanOf({ slots, year, language }: CitySeries): string {
  const years = slots.flatMap((slot) => ('gap' in slot ? [] : [slot.year]))
  const [from, to] = [Math.min(year, ...years), Math.max(...years, years.length > 0 ? 0 : year)]
  return from === to ? String(from) : translate(language, 'plates.common.years', { from, to })
}

export const citySubtitle = (series: CitySeries): string => word(series, 'subtitle', { span: spanOf(series) })
export const profileSubtitle = (series: CitySeries): string =>
  word(series, `subtitleProfile.${series.kind}`, { year: series.year })

/** What the source line says of the changes, the hatch and what is missing. */
export function cityNotes(series: CitySeries): string[] {
  const { period, lines, slots, published } = series
  const others = new Set(
    lines.flatMap(({ change }) =>
      change && period && (change.from !== period.from || change.to !== period.to)
        ? [word(series, 'noteOther', { from: change.from, to: change.to })]
        : [],
    ),
  )
  return [
    ...(period ? [word(series, 'noteChange', period)] : []),
    ...others,
    ...(slots.some((slot) => 'gap' in slot) ? [word(series, 'noteBreak')] : []),
    ...(published && lines.some(({ last }) => last === null) ? [word(series, 'noteMissing')] : []),
  ]
}

export function seriesBody(
  series: CitySeries,
  { frame, type }: Room,
  options: PlateOptions,
  title: string,
): PlateBody {
  const size = type.label
  const { measure, include } = options
  const beside = frame.width >= WIDE * size && weighed(series).length > 0
  const panel = beside ? PANEL * size : 0
  const left: Rectangle = { ...frame, width: frame.width - panel - (beside ? 2 * GUTTER * size : 0) }
  const parts: Part[] = seriesParts(series, left, { size, measure, numbers: include.labels })
  if (beside) {
    const x = left.x + left.width + GUTTER * size
    const right: Rectangle = { ...frame, x: frame.x + frame.width - panel, width: panel }
    parts.push(
      { kind: 'line', x1: x, y1: frame.y, x2: x, y2: frame.y + frame.height, tone: 'line', width: 0.6 },
      ...profileParts(series, right, { size, measure, words: 'subjectsShort', titled: true }),
    )
  }
  const numbers = seriesNumbers(series)
  return {
    ...commonBody(series, 'series', title, citySubtitle(series)),
    parts,
    description: series.lines.map((line) => lineWords(series, line)).join('\n'),
    howTo: word(series, 'howTo'),
    measures: ['share', percentMeasure.indicator, ...(beside ? [specialisation.indicator] : [])],
    numbers: beside ? [...numbers, ...weightNumbers(series)] : numbers,
  }
}

export function profileBody(
  series: CitySeries,
  { frame, type }: Room,
  options: PlateOptions,
  title: string,
): PlateBody {
  const parts = profileParts(series, frame, {
    size: type.label,
    measure: options.measure,
    words: frame.width > 40 * type.label ? 'subjects' : 'subjectsShort',
    titled: false,
  })
  return {
    ...commonBody(series, 'profile', title, profileSubtitle(series)),
    parts,
    description: weighed(series)
      .map((line) =>
        word(series, 'rowWeight', {
          subject: word(series, `subjects.${line.subject}`),
          weight: formatFigure('specialisation', line.weight ?? 0, series.language),
        }),
      )
      .join('\n'),
    howTo: word(series, `howToProfile.${series.kind}`),
    measures: [specialisation.indicator],
    numbers: weightNumbers(series),
  }
}

function commonBody(series: CitySeries, kind: 'series' | 'profile', title: string, subtitle: string) {
  const { language, lines, cityId, year, provenance } = series
  const shown = lines.length
  const rows =
    kind === 'series'
      ? lines.flatMap(({ subject, last }) =>
          last === null
            ? []
            : [`${word(series, `subjectsShort.${subject}`)} ${formatFigure('share', last, language)}`],
        )
      : weighed(series).map(
          ({ subject, weight }) =>
            `${word(series, `subjectsShort.${subject}`)} ${formatFigure('specialisation', weight ?? 0, language)}`,
        )
  return {
    kind: `${series.kind}-${kind}`,
    alt: altText(language, { kind: word(series, `kinds.${kind}`), title, subtitle, rows, of: provenance }),
    labels: { drawn: shown, of: shown },
    fileStem: [cityId, kind, String(year)].join('-'),
  }
}

function lineWords(series: CitySeries, { subject, points }: CitySeries['lines'][number]): string {
  const values = points.flatMap((point, i) => {
    const slot = series.slots[i]
    if (!point || !slot || 'gap' in slot) return []
    return [
      word(series, 'value', { share: formatFigure('share', point.value, series.language), year: slot.year }),
    ]
  })
  const said =
    values.length > 0
      ? values.join(word(series, 'alt.listed'))
      : translate(series.language, 'common.notPublished')
  return word(series, 'row', { subject: word(series, `subjects.${subject}`), values: said })
}

function seriesNumbers(series: CitySeries): PlateNumber[] {
  const { city, lines, slots, provenance } = series
  return lines.flatMap(({ subject, points, change }) => {
    const named = { city, subject: word(series, `subjects.${subject}`) }
    const shares = points.flatMap((point, i): PlateNumber[] => {
      const slot = slots[i]
      if (!point || !slot || 'gap' in slot) return []
      return [
        {
          label: word(series, 'number', { ...named, year: slot.year }),
          value: point.value,
          decimals: shareMeasure.decimals,
          of: provenance,
        },
      ]
    })
    if (!change) return shares
    const { from, to, percent, of } = change
    const label = word(series, 'numberChange', { ...named, from, to })
    return [...shares, { label, value: percent, decimals: percentMeasure.decimals, of }]
  })
}

function weightNumbers(series: CitySeries): PlateNumber[] {
  const of = series.provenance
  return weighed(series).map(({ subject, weight }) => ({
    label: word(series, 'numberWeight', {
      city: series.city,
      subject: word(series, `subjects.${subject}`),
      year: series.year,
    }),
    value: weight ?? 0,
    decimals: specialisation.decimals,
    of,
  }))
}
