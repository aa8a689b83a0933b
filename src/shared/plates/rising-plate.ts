/** What a figure of rising says besides its drawing: its words, its numbers, its pages. */
import type { RisingFigure, RisingMark } from '../figures/rising.ts'
import type { Measure } from '../figures/text.ts'
import { bandsWords } from '../format/bands.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber, formatSigned } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import { change as changeMeasure, changePct as percentMeasure } from '../measures/change.ts'
import { adjustedShare } from '../measures/change.ts'
import { altText } from './alt-text.ts'
import type { Room } from './frame.ts'
import type { PlateBody, PlateNumber } from './plate.ts'
import { risingSlopes, slopeCapacity } from './rising-slopes.ts'
import { risingTracks, trackCapacity } from './rising-tracks.ts'
import { isLog } from './track-axis.ts'

export type RisingShape = 'tracks' | 'slopes'

const word = ({ language }: RisingFigure, key: string, values = {}) =>
  translate(language, `plates.rising.${key}`, values)

/** Measure, N of M, years, base and floor. */
export function risingSubtitle(figure: RisingFigure): string {
  const { language, subject, from, to, base, by, floor, region, rows, total } = figure
  const floorText = floor ? formatNumber(floor.value, Number.isInteger(floor.value) ? 0 : 2, language) : ''
  return word(figure, 'subtitle', {
    subject: translate(language, `common.subjectsIn.${subject}`),
    from,
    to,
    base,
    n: formatNumber(rows.length, 0, language),
    total: formatNumber(total, 0, language),
    units: translate(language, `figures.units.${by}`),
    where: region === null ? '' : word(figure, 'where', { region }),
    floor: floor ? word(figure, 'atLeast', { floor: floorText, from }) : '',
  })
}

/** What the source line says besides the source; of intervals, which slopes do not draw, what they were made by. */
export function risingNotes(figure: RisingFigure, shape: RisingShape): string[] {
  const { bands, language } = figure
  if (shape === 'slopes') return [word(figure, 'logSlopes')]
  return [
    word(figure, isLog(figure) ? 'log' : 'linear'),
    ...(bands ? [word(figure, 'whiskers', { made: bandsWords(bands, language) })] : []),
  ]
}

/**
 * The rows by page: one page where they fit, else pages of nearly equal length, the row outside on the last. What stands
 * beside other things on a slide or in a column of text has one page and fewer rows; so do slopes, as lines cannot be continued.
 * @param whole whether the plate is a slide of its own
 */
export function risingPages(
  figure: RisingFigure,
  room: Room,
  { shape, whole }: { shape: RisingShape; whole: boolean },
): RisingFigure[] {
  if (shape === 'slopes') return [shortened(figure, slopeCapacity(room), slopeCapacity(room) - 1)]
  if (!whole) return [shortened(figure, trackCapacity(room, false), trackCapacity(room, true))]
  const { rows, outside } = figure
  const last = trackCapacity(room, outside !== null)
  if (rows.length <= last) return [figure]
  const pages = Math.ceil(rows.length / last)
  const each = Math.ceil(rows.length / pages)
  return Array.from({ length: pages }, (_, i) => ({
    ...figure,
    rows: rows.slice(i * each, (i + 1) * each),
    outside: i === pages - 1 ? outside : null,
  }))
}

/** As many rows as fit; the row being read stays, as one outside where it must. */
function shortened(figure: RisingFigure, most: number, mostBeside: number): RisingFigure {
  const { rows, outside } = figure
  const fits = outside ? rows.length <= mostBeside : rows.length <= most
  if (fits) return figure
  const read = outside ?? rows.slice(most).find((mark) => mark.read) ?? null
  return { ...figure, rows: rows.slice(0, Math.max(1, read ? mostBeside : most)), outside: read }
}

interface Asked {
  shape: RisingShape
  measure: Measure
  title: string
  /** The figure with all its rows, of which `page` has some. */
  whole: RisingFigure
}

export function risingBody(
  page: RisingFigure,
  room: Room,
  { shape, measure, title, whole }: Asked,
): PlateBody {
  const marks = marksOf(page)
  const laid =
    shape === 'slopes'
      ? risingSlopes(page, room, measure)
      : { ...risingTracks(page, marksOf(whole), room, measure), labels: marks.length }
  const { language, by, subject, from, to } = page
  const rowsCut = marksOf(whole).length > marks.length
  return {
    kind: 'rising',
    parts: laid.parts,
    alt: altText(language, {
      kind: word(page, `kind.${shape}`),
      title,
      subtitle: risingSubtitle(page),
      rows: altRows(page),
      of: marks[0]?.provenance ?? null,
    }),
    description: marks.map((mark) => rowWords(mark, page)).join('\n'),
    howTo:
      word(page, `howTo.${shape === 'tracks' && !isLog(page) ? 'linear' : shape}`, {
        from,
        to,
        base: page.base,
      }) +
      (page.floor
        ? translate(language, 'plates.common.betweenSentences') +
          word(page, 'howTo.floor', { floor: formatNumber(page.floor.value, 2, language), from })
        : ''),
    measures: ['share', adjustedShare.indicator, changeMeasure.indicator, percentMeasure.indicator],
    numbers: marks.flatMap((mark) => numbersOf(mark, page)),
    labels: { drawn: laid.labels, of: marks.length },
    warnings: [...(laid.cut ? (['names-cut'] as const) : []), ...(rowsCut ? (['rows-cut'] as const) : [])],
    fileStem: ['rising', by === 'city' ? '' : by, subject === 'all' ? '' : subject, `${from}-${to}`]
      .filter(Boolean)
      .join('-'),
  }
}

const marksOf = ({ rows, outside }: RisingFigure): RisingMark[] => [...rows, ...(outside ? [outside] : [])]

function rowWords(mark: RisingMark, figure: RisingFigure): string {
  const { language, from, to } = figure
  const change =
    mark.changePct === null
      ? word(figure, 'noPct')
      : word(figure, 'title.percent', {
          percent: formatSigned(mark.changePct, percentMeasure.decimals, language),
        })
  return word(figure, 'row', {
    place: mark.place,
    name: mark.name,
    from,
    to,
    a: formatFigure('share', mark.from.value, language),
    b: formatFigure('share', mark.to.value, language),
    change: `${formatSigned(mark.change, changeMeasure.decimals, language)} (${change})`,
  })
}

/** First, chosen and last row. */
function altRows(figure: RisingFigure): string[] {
  const marks = marksOf(figure)
  const told = new Set([marks[0], marks.find(({ read }) => read), figure.rows.at(-1)])
  return [...told].flatMap((mark) =>
    mark
      ? [
          word(figure, 'rowAlt', {
            name: mark.name,
            a: formatFigure('share', mark.from.value, figure.language),
            b: formatFigure('share', mark.to.value, figure.language),
          }),
        ]
      : [],
  )
}

function numbersOf(mark: RisingMark, figure: RisingFigure): PlateNumber[] {
  const { from, to } = figure
  const { name, provenance: of } = mark
  const share = (year: number, value: number): PlateNumber => ({
    label: word(figure, 'number', { name, year }),
    value,
    decimals: adjustedShare.decimals,
    of,
  })
  return [
    share(from, mark.from.value),
    share(to, mark.to.value),
    {
      label: word(figure, 'numberChange', { name, from, to }),
      value: mark.change,
      decimals: changeMeasure.decimals,
      of,
    },
    ...(mark.changePct === null
      ? []
      : [
          {
            label: word(figure, 'numberChangePct', { name, from, to }),
            value: mark.changePct,
            decimals: percentMeasure.decimals,
            of,
          },
        ]),
  ]
}
