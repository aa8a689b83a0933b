/** `maps.draw`: the leading cities where they lie, and the links of one of them, ready to be painted. */
import { join } from 'node:path'
import type { MapArc, MapCity, MapDrawing, MapView } from '../../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { sourceLine } from '../../../shared/figures/source-line.ts'
import { fitText, wrapText } from '../../../shared/figures/text.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import type { TextMetrics } from '../text-metrics.ts'
import { textMetricsIn } from '../text-metrics.ts'
import { amongCollected } from '../../findings/collected-finding.ts'
import { mapFinding } from '../../findings/map-finding.ts'
import { arcsOf, widthScaleOf } from './arcs.ts'
import type { ViewSpec } from './frame.ts'
import type { MapLayout } from './frame.ts'
import { mapFrame, mapLayout } from './frame.ts'
import { labelMap } from './labels.ts'
import { legendSteps, spanOf } from '../legend-steps.ts'
import type { MapData } from './map-data.ts'
import { mapData } from './map-data.ts'
import { areaScaleOf, framesWorth, placesOf, viewsFor } from './place-cities.ts'
import { sheetOf } from './sheets.ts'
import { mapWords, SUBTITLE_SIZE } from './words.ts'

type Input = ParsedInputOf<'maps.draw'>

/**
 * Of an edition circles alone: scores between cities were not published.
 * @throws AppError city-unknown, city-ambiguous, region-unknown, year-unknown; not-computed where an edition is asked
 *   for a period.
 */
export async function drawMap(input: Input, context: ReaderContext): Promise<MapDrawing> {
  const dataset = context.open(input.dataset)
  const data = mapData(input, context)
  const ids = framesWorth(data.cities.map(({ position }) => position))
  const metrics = textMetricsIn(join(context.resourcesDir, 'fonts'))
  const { layout, subtitle } = laidOut(data, input, ids.length, metrics)
  const specs = viewsFor(ids, layout)
  const figure = figureOf(data, specs, layout.scale)
  const views = await Promise.all(specs.map((spec) => viewOf(spec, figure.cities, specs, input.language)))
  const drawing = { ...figure, views }
  const labelled = labelMap(drawing, { input, data, metrics, scale: layout.scale })
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: data.filters,
    frame: mapFrame(specs.length > 1, layout),
    citiesOf: data.citiesOf,
    unplaced: data.unplaced.map(({ id, name, nameZh }) => ({ id, name, nameZh })),
    partnersOf: data.partnersOf,
    ...drawing,
    views: views.map((view, at) => ({ ...view, labels: labelled.labels[at] ?? [] })),
    labelsShown: labelled.shown,
    words: {
      ...wordsOf(data, input, dataset, metrics, { shown: labelled.shown, width: layout.width }),
      subtitle,
    },
    finding: amongCollected(mapFinding(data), limitsOf(dataset.db).collectedFor ?? null),
    provenance: { published: 'printed', sample: 'sample', computed: 'computed' }[
      dataset.kind
    ] as MapDrawing['provenance'],
  }
}

/** px. The tools of the figure on the screen, at its upper right. */
const TOOLS = 150
const MOST_LINES = 2

/** Of a pane the line under the title is wrapped beside the tools; what finds no room then is cut. */
function laidOut(
  data: MapData,
  { language, screen }: Input,
  frames: number,
  metrics: TextMetrics,
): { layout: MapLayout; subtitle: string } {
  const { subtitle } = mapWords({ data, language, source: '', labels: { shown: 0, of: 0 } })
  const first = mapLayout(screen, frames)
  if (!screen) return { layout: first, subtitle }
  const widthOf = (text: string) => metrics.width(text, SUBTITLE_SIZE, 400)
  const wrapped = (width: number) => wrapText(subtitle, width - 28 - TOOLS, widthOf)
  const layout = wrapped(first.width).length > 1 ? mapLayout(screen, frames, MOST_LINES) : first
  const lines = wrapped(layout.width)
  const last = fitText(lines.slice(MOST_LINES - 1).join(' '), layout.width - 28 - TOOLS, widthOf)
  return { layout, subtitle: [...lines.slice(0, MOST_LINES - 1), last].filter(Boolean).join('\n') }
}

type Figure = Pick<MapDrawing, 'cities' | 'arcs' | 'areaScale' | 'widthScale' | 'legend'>

/** Circles and arcs, by area and width true to Share and score. @param scale of a figure in another unit than its own */
export function figureOf(data: MapData, specs: readonly ViewSpec[], scale = 1): Figure {
  const largest = data.cities[0]?.share ?? 0
  const areaScale = areaScaleOf(largest, data.cities.length) * scale
  const cities = data.cities.map((city): MapCity => {
    const { id, name, nameZh, region, share, count, position, score, articles } = city
    const { latitude, longitude } = position
    const at = placesOf(specs, position)
    const r = areaScale * Math.sqrt(share)
    return { id, name, nameZh, region: region.id, share, count, latitude, longitude, r, at, score, articles }
  })
  const byId = new Map(cities.map((city) => [city.id, city]))
  const focus = byId.get(data.focus?.id ?? '')
  const partners = data.partners.flatMap(({ id }) => byId.get(id) ?? [])
  const best = data.partners[0]?.score ?? 0
  const widthScale = widthScaleOf(best) * scale
  const tops = specs.map(({ place }) => place.y + 3)
  const arcs: MapArc[] = focus ? arcsOf(focus, partners, tops, widthScale) : []
  const shares = spanOf(cities.map(({ share }) => share))
  const scores = spanOf(arcs.map(({ score }) => score))
  return { cities, arcs, areaScale, widthScale, legend: legendSteps(shares, areaScale, scores, widthScale) }
}

/** The first of the views is the world. */
export async function viewOf(
  spec: ViewSpec,
  cities: readonly MapCity[],
  specs: readonly ViewSpec[],
  language: Input['language'],
): Promise<MapView> {
  const view = specs.indexOf(spec)
  const inside = cities.filter(({ at }) => at.some((place) => place.view === view)).length
  const name = translate(language, `maps.frames.${spec.id}`)
  const title = spec.id === 'world' ? '' : translate(language, 'maps.frame', { name, cities: inside })
  return {
    id: spec.id,
    title,
    place: spec.place,
    ...(await sheetOf(spec, specs[0])),
    cities: inside,
    labels: [],
  }
}

function wordsOf(
  data: MapData,
  { language, labels }: Input,
  dataset: OpenDataset,
  metrics: TextMetrics,
  { shown, width }: { shown: number; width: number },
): MapDrawing['words'] {
  const source = sourceLine({ ...readDatasetRow(dataset.db, dataset.id), ...limitsOf(dataset.db) }, language)
  const of = labels === 'none' ? 0 : data.cities.length
  const words = mapWords({ data, language, source, labels: { shown, of } })
  const lines = wrapText(words.source, width - 28, (text) => metrics.width(text, 10.5, 400))
  return { ...words, source: lines.join('\n') }
}
