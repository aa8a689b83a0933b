/** The map as plates: crowded regions side by side, or the world with the links of one city. */
import { label } from '../../../../shared/plates/label.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { wrapText } from '../../../../shared/figures/text.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Room } from '../../../../shared/plates/frame.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import { mapItems } from '../../../../shared/plates/map/scene.ts'
import {
  areaScale,
  areaScaleHeight,
  areaScaleWidth,
  widthScale,
} from '../../../../shared/plates/network/scales.ts'
import type { Drawn } from '../../../../shared/plates/network/scales.ts'
import type { Part } from '../../../../shared/plates/parts.ts'
import type { PlateBody, PlateNumber, PlateOptions, PlateWords } from '../../../../shared/plates/plate.ts'
import { PALETTES } from '../../../../shared/figures/palette.ts'
import { mapData } from '../../../drawing/map/map-data.ts'
import type { MapData } from '../../../drawing/map/map-data.ts'
import type { PlateMap, PlateMapAsked } from '../../../drawing/map/plate-map.ts'
import { isFramed, plateMap } from '../../../drawing/map/plate-map.ts'
import { mapStem, mapWords } from '../../../drawing/map/words.ts'
import { mapFinding, regionIn } from '../../../findings/map-finding.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { altText, labelsNote, pictureOf, sayNetwork, yearsText } from './network-parts.ts'

/** So many lead: they are named, and darker than the others. */
const LEADING = 20

interface Asked {
  data: MapData
  options: PlateOptions
  labels: PlateMapAsked['labels']
  names: PlateMapAsked['names']
  fileStem: string
}

/** @throws AppError city-unknown, city-ambiguous, region-unknown, year-unknown; not-computed. */
export const mapPlates: PlateMaker<'map'> = async (figure, request, context) => {
  const { language } = request
  const { drawing } = figure
  const data = mapData({ ...drawing, language }, context)
  const look = makerLook(request, drawing.dataset, context)
  const options = look.options()
  const asked: Asked = {
    data,
    options,
    labels: options.include.labels ? drawing.labels : 'none',
    names: drawing.names ?? language,
    fileStem: mapStem(data.filters),
  }
  const said = mapWords({ data, language, source: '', labels: { shown: 0, of: 0 } })
  const computed = {
    title: titleOf(data, language) ?? said.title,
    subtitle: said.subtitle.replace(/[.。]$/, ''),
  }
  const named = namedOf(data)
  const wordsFor = (shown: number) =>
    look.words(computed, [
      isFramed(data) ? sayNetwork(language, 'framesNote') : '',
      asked.labels === 'none' ? '' : labelsNote(shown, named, language),
      sayNetwork(language, 'outlines'),
    ])
  // The source's height does not depend on how many names are shown.
  const draft = await laidOut(asked, roomOf(wordsFor(named), options))
  const words = wordsFor(draft.map.labelsShown)
  const room = roomOf(words, options)
  const laid = await laidOut(asked, room)
  return {
    plates: [plateOf(words, options, () => bodyOf(asked, words, room, laid))],
    filters: { ...data.filters },
  }
}

/** Cities that are to have a name. */
function namedOf({ cities, focus, partners }: MapData): number {
  const ids = new Set(
    [...cities.slice(0, LEADING), ...partners, ...(focus ? [focus] : [])].map(({ id }) => id),
  )
  return cities.filter(({ id }) => ids.has(id)).length
}

/** How many of the leading cities one region has; of links the strongest one. */
function titleOf(data: MapData, language: Language): string | null {
  if (data.focus && data.partners.length > 0) {
    const finding = mapFinding(data)?.[language].replaceAll('**', '')
    return finding?.split(/[;；]/)[0]?.replace(/[.。]$/, '') ?? null
  }
  const leaders = data.cities.slice(0, Math.min(LEADING, data.leading))
  if (data.filters.region !== null || leaders.length < 10) return null
  const regions = [...Map.groupBy(leaders, ({ region }) => region.id).values()].sort(
    (a, b) => b.length - a.length,
  )
  const [most, next] = regions
  const region = most?.[0]?.region
  const of = formatNumber(leaders.length, 0, language)
  if (!most || !region || most.length === next?.length)
    return sayNetwork(language, 'mapTitle.regionOne', { of, n: regions.length })
  const n = most.length <= 10 ? sayNetwork(language, `numbers.n${most.length}`) : String(most.length)
  return sayNetwork(language, 'mapTitle.region', { n, of, region: regionIn(region, language) })
}

/** A line of the panel under a map, in parts of the words' size, and the width from which it holds the small world. */
const STRIP = 5.6
const WIDE = 56
const LOCATOR = 12.5

async function laidOut({ data, options, labels, names }: Asked, { frame, type }: Room) {
  const size = type.label
  const { language, measure, include } = options
  const framed = isFramed(data)
  const strip = include.legend ? STRIP * size + size : 0
  const box = { ...frame, height: frame.height - strip }
  const wide = frame.width >= WIDE * size && include.legend
  const foot = frame.y + frame.height - STRIP * size
  const locator = {
    x: frame.x,
    y: foot,
    width: framed && wide ? LOCATOR * size : 1,
    height: framed && wide ? STRIP * size : 1,
  }
  const asked = { box, locator, size, named: LEADING, names, language, labels, measure }
  const map = await plateMap(data, asked)
  return { map, foot, wide: wide && framed }
}

type Laid = Awaited<ReturnType<typeof laidOut>>

function bodyOf(asked: Asked, words: PlateWords, room: Room, { map, foot, wide }: Laid): PlateBody {
  const { data, options } = asked
  const { language, theme, transparent } = options
  const size = room.type.label
  const look = { theme, transparent, focus: data.filters.focus, leading: LEADING }
  const legend = options.include.legend ? legendOf(asked, map, room, foot, wide) : { items: [], parts: [] }
  const alt = altText(
    [sayNetwork(language, 'kindMap'), words.title, words.subtitle, leadersText(data, language)],
    language,
  )
  const shown =
    wide || !map.framed
      ? map
      : {
          ...map,
          views: map.views.map((view, at) =>
            at === 0 ? { ...view, land: '', outline: '' } : { ...view, outline: '' },
          ),
        }
  return {
    kind: 'map',
    parts: [
      pictureOf([...mapItems(shown, look), ...legend.items], room, options, alt),
      ...(map.framed ? tagsOf(map, size, options) : []),
      ...legend.parts,
    ],
    alt,
    description: data.cities
      .map((city) => `${shortName(city, language)}: ${formatFigure('share', city.share, language)}`)
      .join('\n'),
    howTo: sayNetwork(language, 'howToMap'),
    measures: data.partners.length > 0 ? ['share', 'score'] : ['share'],
    numbers: numbersOf(asked, map),
    labels: { drawn: map.labelsShown, of: namedOf(data) },
    fileStem: asked.fileStem,
  }
}

/** In a frame's corner its name and how many cities stand in it. */
function tagsOf({ views }: PlateMap, size: number, { measure }: PlateOptions): Part[] {
  return views.slice(1).flatMap(({ place, title }): Part[] => [
    {
      kind: 'rect',
      box: {
        x: place.x + 0.6,
        y: place.y + 0.6,
        width: measure(title, size, 600) + size * 1.1,
        height: size * 1.7,
      },
      fill: 'bg',
    },
    label(title, place.x + size * 0.5, place.y + size * 1.2, size, { weight: 600 }),
  ])
}

/** From the right the scales, then what the two greys say, then how many cities stand outside the frames. */
function legendOf(
  { data, options }: Asked,
  map: PlateMap,
  { frame, type }: Room,
  foot: number,
  wide: boolean,
): Drawn {
  const size = type.label
  const { language, theme, measure } = options
  const years = yearsText({ from: data.filters.from, to: data.filters.year }, language)
  const heads = {
    area: sayNetwork(language, 'circleArea', { years }),
    width: sayNetwork(language, 'linkWidth'),
  }
  const drawn: Drawn[] = []
  let right = frame.x + frame.width
  const areaWidth = areaScaleWidth(map.legend, heads.area, size, options)
  const top = Math.min(foot, frame.y + frame.height - areaScaleHeight(map.legend, size))
  drawn.push(areaScale(map.legend, heads.area, { x: right - areaWidth, y: top }, size, options))
  right -= areaWidth + size * 2
  if (map.legend.widths.length > 0) {
    const width = Math.max(measure(heads.width, size, 600), size * 8)
    drawn.push(
      widthScale(
        map.legend,
        heads.width,
        { x: right - width, y: foot },
        size,
        PALETTES[theme].needle,
        options,
      ),
    )
    right -= width + size * 2
  }
  let left = frame.x + (wide ? LOCATOR * size + size * 1.6 : 0)
  const greys = [
    { fill: PALETTES[theme].data, text: sayNetwork(language, 'leading', { n: LEADING }) },
    { fill: PALETTES[theme].data2, text: sayNetwork(language, 'others') },
  ]
  const keyWidth = Math.max(...greys.map(({ text }) => measure(text, size, 400))) + size * 1.4
  if (data.cities.length > LEADING && right - left > keyWidth) {
    drawn.push(dots(greys, left, foot, size))
    left += keyWidth + size * 1.6
  }
  if (map.framed)
    drawn.push({ items: [], parts: note(outsideText(data, map, language), left, right, foot, size, measure) })
  return { items: drawn.flatMap(({ items }) => items), parts: drawn.flatMap(({ parts }) => parts) }
}

function dots(entries: readonly { fill: string; text: string }[], x: number, y: number, size: number): Drawn {
  const at = (i: number) => y + size * (0.8 + 1.5 * i)
  return {
    items: entries.map(({ fill }, i) => ({
      type: 'circle',
      x: x + size * 0.45,
      y: at(i) - size * 0.35,
      r: size * 0.45,
      fill,
      stroke: null,
      strokeWidth: 0,
      opacity: 1,
      clip: null,
    })),
    parts: entries.map(({ text }, i) => plain([text], x + size * 1.4, at(i), size)),
  }
}

const plain = (lines: readonly string[], x: number, y: number, size: number): Part => ({
  kind: 'text',
  role: 'label',
  x,
  y,
  lines: lines.map((text) => [{ text }]),
  leading: size * 1.35,
  size,
  weight: 400,
  tone: 'ink2',
  align: 'left',
})

/** Left out where it finds no room: the frames' own names tell how many cities each has. */
function note(
  text: string,
  left: number,
  right: number,
  y: number,
  size: number,
  measure: PlateOptions['measure'],
): Part[] {
  if (right - left < size * 9) return []
  const lines = wrapText(text, right - left, (words) => measure(words, size, 400))
  return lines.length > 4 ? [] : [plain(lines, left, y + size * 0.8, size)]
}

const MOST_TOLD = 3

function outsideText({ cities }: MapData, map: PlateMap, language: Language): string {
  const outside = cities.filter((_, i) => !map.cities[i]?.at.some(({ view }) => view > 0))
  const of = formatNumber(cities.length, 0, language)
  if (outside.length === 0) return sayNetwork(language, 'allInFrames', { of })
  const names = outside.slice(0, MOST_TOLD).map((city) => shortName(city, language))
  const list = names.join(translate(language, 'figures.list')) + (outside.length > MOST_TOLD ? '…' : '')
  const gap = language === 'zh' ? '' : ' '
  return [
    sayNetwork(language, 'inFrames', { n: formatNumber(cities.length - outside.length, 0, language), of }),
    sayNetwork(language, 'outsideFrames', { n: formatNumber(outside.length, 0, language), names: list }),
  ]
    .join(gap)
    .replace(/…[.。]$/, '…')
}

function leadersText({ cities }: MapData, language: Language): string {
  return cities
    .slice(0, 3)
    .map((city) =>
      sayNetwork(language, 'altNode', {
        name: shortName(city, language),
        share: formatFigure('share', city.share, language),
      }),
    )
    .join(translate(language, 'figures.list'))
}

function numbersOf({ data, options }: Asked, { arcs }: PlateMap): PlateNumber[] {
  const { language, mark } = options
  const years = yearsText({ from: data.filters.from, to: data.filters.year }, language)
  const of = mark !== null ? 'sample' : data.scored ? 'computed' : 'printed'
  const shares = data.cities.map((city) => ({
    label: sayNetwork(language, 'numberShare', { name: shortName(city, language), years }),
    value: city.share,
    decimals: 2,
    of,
  }))
  const scores = data.partners.flatMap((city) =>
    city.score === null || !data.focus || !arcs.some(({ b }) => b === city.id)
      ? []
      : [
          {
            label: sayNetwork(language, 'numberScore', {
              a: shortName(data.focus, language),
              b: shortName(city, language),
              years,
            }),
            value: city.score,
            decimals: 2,
            of,
          },
        ],
  )
  return [...shares, ...scores] as PlateNumber[]
}
