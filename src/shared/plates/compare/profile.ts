/** What each is strong in: a row a subject, a letter an entity, all rows on one axis. */
import type { ComparedGroup } from '../../contract/groups.ts'
import { formatNumber } from '../../format/numbers.ts'
import { subjectMarks } from '../../screens/subject-marks.ts'
import { translate } from '../../i18n/index.ts'
import { SUBJECTS } from '../../domain/subjects.ts'
import { along, xOf } from '../chart-places.ts'
import { label, RISE, text } from '../label.ts'
import type { Axis, Part, Rectangle } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { spreadApart } from '../spread.ts'
import { wordTone } from '../tones.ts'
import type { Compared } from './from-profiles.ts'
import { LETTER_SIDE } from './panel-marks.ts'
import type { ComparedCity } from './spec.ts'

/** Weights where they are known, else ranks: an edition prints no Shares of all subjects. */
export interface CompareProfile {
  of: 'specialisation' | 'rank'
  rows: {
    subject: (typeof SUBJECTS)[number]
    values: (number | null)[]
    /** Of the group whose median stands last. */
    quartiles: readonly [lower: number, upper: number] | null
  }[]
}

/** Null where neither is known of anyone. @param group whose medians stand last */
export function compareProfile(
  profiles: readonly Pick<Compared, 'subjects'>[],
  group: ComparedGroup | null = null,
): CompareProfile | null {
  for (const of of ['specialisation', 'rank'] as const) {
    const rows = SUBJECTS.map((subject) => {
      const { median = null, lower = null, upper = null } = group?.spreads[subject]?.[of] ?? {}
      const values = profiles.map(
        ({ subjects }) => subjects.find((row) => row.subject === subject)?.[of] ?? null,
      )
      return {
        subject,
        values: group ? [...values, median] : values,
        quartiles: lower === null || upper === null ? null : ([lower, upper] as const),
      }
    })
    if (rows.some(({ values }) => values.some((value) => value !== null))) return { of, rows }
  }
  return null
}

/** A weight below this stands at the axis's end. */
const LEAST = 0.05
const HEAD = 1.9

interface Asked {
  cities: readonly ComparedCity[]
  size: number
  options: Pick<PlateOptions, 'language' | 'measure'>
}

export function profileStrip(profile: CompareProfile, box: Rectangle, asked: Asked): Part[] {
  const { size, options } = asked
  const { language, measure } = options
  const names = profile.rows.map(({ subject }) => translate(language, `plates.compare.panels.${subject}`))
  const side = size * LETTER_SIDE
  const before = Math.max(...names.map((name) => measure(name, size, 600))) + size * 1.9
  const plot = {
    x: box.x + before + side / 2,
    y: box.y + HEAD * size,
    width: box.width - before - side,
    height: box.height - HEAD * size,
  }
  const axis = axisOf(profile)
  const row = plot.height / profile.rows.length
  return [
    ...ticksOf(profile, axis, plot, asked),
    ...profile.rows.flatMap(({ subject, values, quartiles }, i): Part[] => {
      const y = plot.y + (i + 0.5) * row
      return [
        {
          kind: 'mark',
          x: box.x + size * 0.45,
          y,
          mark: {
            shape: subjectMarks[subject]?.shape ?? 'circle',
            size: size * 0.8,
            tone: subject,
            hollow: false,
          },
        },
        label(names[i] ?? '', box.x + size * 1.25, y + RISE * size, size, {
          weight: 600,
          tone: wordTone(subject),
        }),
        ...quartilesOf(quartiles, y, { axis, plot, height: row * 0.62 }),
        ...rowOf(values, y, { axis, plot, asked, subject }),
      ]
    }),
  ]
}

function axisOf({ of, rows }: CompareProfile): Axis {
  const values = rows.flatMap(({ values: own, quartiles }) => [
    ...own.filter((value) => value !== null),
    ...(quartiles ?? []),
  ])
  const plain: Omit<Axis, 'min' | 'max'> = { log: true, ticks: [], labels: 'none', grid: false }
  if (of === 'rank') return { ...plain, min: 1, max: Math.max(10, ...values), reversed: true }
  const known = values.map((value) => Math.max(LEAST, value))
  return { ...plain, min: Math.min(0.5, ...known), max: Math.max(2, ...known) }
}

const within = (axis: Axis, value: number) => Math.min(axis.max, Math.max(axis.min, value))

/** A band from the lower to the upper quartile. */
function quartilesOf(
  quartiles: CompareProfile['rows'][number]['quartiles'],
  y: number,
  { axis, plot, height }: { axis: Axis; plot: Rectangle; height: number },
): Part[] {
  if (!quartiles) return []
  const [one, other] = quartiles.map((value) => xOf(plot, axis, within(axis, value))) as [number, number]
  const box = { x: Math.min(one, other), y: y - height / 2, width: Math.abs(one - other), height }
  return [{ kind: 'rect', box, fill: 'line' }]
}

function rowOf(
  values: readonly (number | null)[],
  y: number,
  { axis, plot, asked, subject }: { axis: Axis; plot: Rectangle; asked: Asked; subject: string },
): Part[] {
  const { cities, size } = asked
  const side = size * LETTER_SIDE
  const known = values.flatMap((value, at) => {
    const city = cities[at]
    if (value === null || !city) return []
    return [{ city, x: xOf(plot, axis, within(axis, value)) }]
  })
  if (known.length === 0) return []
  const xs = known.map(({ x }) => x)
  const places = spreadApart(xs, side * 1.05, plot.x, plot.x + plot.width)
  return [
    {
      kind: 'line',
      x1: Math.min(...xs),
      y1: y,
      x2: Math.max(...xs),
      y2: y,
      tone: wordTone(subject as (typeof SUBJECTS)[number]),
      width: 1.4,
    },
    ...known.map(({ city }, i): Part => ({
      kind: 'badge',
      x: places[i] ?? 0,
      y,
      letter: city.letter,
      side,
      size,
      tone: city.look.badge,
    })),
  ]
}

const WEIGHTS = [1, 0.5, 2, 0.25, 4, 0.1, 8]
const RANKS = [1, 10, 100, 3, 30, 300, 1000]

function ticksOf({ of }: CompareProfile, axis: Axis, plot: Rectangle, { size, options }: Asked): Part[] {
  const { language, measure } = options
  const spans: [number, number][] = []
  return (of === 'rank' ? RANKS : WEIGHTS).flatMap((at): Part[] => {
    const part = along(axis, at)
    if (part < -1e-9 || part > 1 + 1e-9) return []
    const x = xOf(plot, axis, at)
    const bold = of === 'specialisation' && at === 1
    const said = formatNumber(at, at < 1 ? (at === 0.25 ? 2 : 1) : 0, language)
    const half = measure(said, size, bold ? 600 : 400) / 2 + size * 0.4
    if (spans.some(([from, to]) => x - half < to && x + half > from)) return []
    spans.push([x - half, x + half])
    return [
      {
        kind: 'line',
        x1: x,
        y1: plot.y,
        x2: x,
        y2: plot.y + plot.height,
        tone: bold ? 'ink' : 'line',
        width: bold ? 0.9 : 0.6,
      },
      text(said, x, plot.y - size * 0.55, size, bold ? 'ink' : 'ink3', 'center', bold ? 600 : 400),
    ]
  })
}
