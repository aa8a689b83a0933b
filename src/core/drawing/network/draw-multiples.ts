/** `networks.multiples`: several networks side by side on one scale. */
import { join } from 'node:path'
import type { DrawnWords, Multiples } from '../../../shared/contract/drawings.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { LEAST_TEXT, screenFrame } from '../../../shared/figures/network/frame.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { textMetricsIn } from '../text-metrics.ts'
import { composeDrawing } from './compose-drawing.ts'
import { NETWORK_FRAME } from './frame.ts'
import { legendSteps, spanOf } from '../legend-steps.ts'
import { multiplesFrame, screenPanels } from './multiples-frame.ts'
import { networkData, nodeKindOf, overPeriod } from './network-data.ts'
import type { Placed, Scales } from './place-network.ts'
import { placeNetwork, scalesOf } from './place-network.ts'
import { steadyLabels } from './steady-labels.ts'
import { placeName, placeOf, say, sourceWords, whoOf, yearsOf } from './words.ts'

type Input = ParsedInputOf<'networks.multiples'>
type Panel = Multiples['panels'][number]

/** Text of small panels is a little smaller than that of a figure of its own. */
const TEXT_SCALE = { few: 0.85, many: 0.75 }

/** @throws AppError input-invalid where panels are of several datasets, and those of the networks' queries. */
export function drawMultiples(input: Input, context: ReaderContext): Multiples {
  const dataset = oneDataset(input, context)
  const whole = input.screen && screenFrame(input.screen, input.panels.length)
  const count = input.panels.length
  const { frame, places } = whole ? screenPanels(count, whole) : multiplesFrame(count)
  const placed = placePanels(input, places, context)
  const { language, layout, seed, labels } = input
  const shared = { language, layout, seed, labels, names: input.names ?? language }
  const none: ReadonlySet<string> = new Set()
  const measure = textMetricsIn(join(context.resourcesDir, 'fonts')).width
  const titles = panelTitles(placed, dataset, language)
  const drawn = placed.map((each, i): Panel => {
    const { place, plot } = places[i] as (typeof places)[number]
    const request = input.panels[i] as Input['panels'][number]
    const textScale = placed.length <= 4 ? TEXT_SCALE.few : TEXT_SCALE.many
    const composition = {
      ...shared,
      request,
      frame: { ...frame, plot },
      hidden: none,
      pinned: none,
      textScale,
      ...(whole ? { size: LEAST_TEXT } : {}),
    }
    const drawing = composeDrawing(each, composition, dataset, measure)
    return { ...drawing, place, words: { ...drawing.words, title: titles[i] ?? '' } }
  })
  const panels = input.base
    ? steady(drawn, { ...shared, ...(whole ? { size: LEAST_TEXT } : {}) }, measure)
    : drawn
  const scales = placed[0] as Scales
  const shares = spanOf(panels.flatMap(({ nodes }) => nodes.map(({ share }) => share)))
  const scores = spanOf(panels.flatMap(({ edges }) => edges.map(({ score }) => score)))
  const legend = legendSteps(shares, scales.areaScale, scores, scales.widthScale)
  return {
    dataset: dataset.id,
    version: dataset.version,
    frame,
    panels: panels.map((panel) => ({ ...panel, legend })),
    legend,
    words: wordsOf(panels, input, dataset),
    provenance: panels[0]?.provenance ?? 'computed',
  }
}

/** Years of one network: names stay where they are from panel to panel. */
function steady(panels: Panel[], words: Parameters<typeof steadyLabels>[1], measure: Measure): Panel[] {
  const textScale = panels.length <= 4 ? TEXT_SCALE.few : TEXT_SCALE.many
  const plots = panels.map(({ nodes, edges, frame }) => ({ nodes, edges, plot: frame.plot }))
  const labels = steadyLabels(plots, { textScale, ...words }, measure)
  return panels.map((panel, i) => ({
    ...panel,
    labels: labels[i] ?? [],
    labelsShown: labels[i]?.length ?? 0,
  }))
}

function oneDataset({ panels }: Input, context: ReaderContext): OpenDataset {
  const ids = [...new Set(panels.map(({ input }) => input.dataset))]
  if (ids.length > 1) {
    const values = { method: 'networks.multiples', field: 'panels', reason: ids.join(', ') }
    throw new AppError('input-invalid', 'panels are of several datasets', { values })
  }
  return context.open(ids[0] as string)
}

/** The scale is that of the fullest panel, so that no circle outgrows its own. */
function placePanels(
  { panels, layout, seed, base }: Input,
  places: ReturnType<typeof multiplesFrame>['places'],
  context: ReaderContext,
): Placed[] {
  const all = panels.map((request) => networkData(request, context))
  const { plot: whole } = NETWORK_FRAME
  const parts = places.map(({ plot }) => (plot.width * plot.height) / (whole.width * whole.height))
  const scales = sharedScales(all.map((data, i) => scalesOf(data, parts[i])))
  return all.map((data, i) => {
    const { plot } = places[i] as (typeof places)[number]
    const how = { layout, seed, plot, pins: [] }
    const request = panels[i] as (typeof panels)[number]
    const start = base
      ? placeNetwork(networkData(overPeriod(request, base), context), how, context)
      : undefined
    return placeNetwork(data, { ...how, start, scales }, context)
  })
}

/** Scales of 0 belong to panels without Shares or scores. */
function sharedScales(all: readonly Scales[]): Scales {
  const least = (key: keyof Scales) => {
    const positive = all.map((scales) => scales[key]).filter((scale) => scale > 0)
    return positive.length > 0 ? Math.min(...positive) : 0
  }
  return { areaScale: least('areaScale'), widthScale: least('widthScale') }
}

/** Years where the place is the same, places where the years are, else both. */
function panelTitles(placed: readonly Placed[], dataset: OpenDataset, language: Language): string[] {
  const parts = placed.map(({ data: { filters } }) => ({
    place: placeName(placeOf(filters, dataset), language),
    years: yearsOf(filters, language),
    subject: translate(language, `figures.subjects.${filters.subject}`),
  }))
  const varies = (key: 'place' | 'years' | 'subject') => new Set(parts.map((part) => part[key])).size > 1
  const keys = (['place', 'subject', 'years'] as const).filter(varies)
  const told = keys.length > 0 ? keys : (['years'] as const)
  const comma = translate(language, 'common.clause')
  return parts.map((part) =>
    told
      .map((key) => part[key])
      .filter((text) => text !== '')
      .join(comma),
  )
}

function wordsOf(panels: readonly Panel[], input: Input, dataset: OpenDataset): DrawnWords {
  const { language, seed, labels, base } = input
  const first = panels[0] as Panel
  const places = new Set(
    panels.map(({ filters }) => JSON.stringify([filters.city, filters.region, filters.centre])),
  )
  const kind = nodeKindOf(input.panels[0] as Input['panels'][number])
  const who = whoOf(first.filters, kind, placeOf(first.filters, dataset), language)
  const from = Math.min(...panels.map(({ filters }) => filters.from))
  const to = Math.max(...panels.map(({ filters }) => filters.to))
  const subject = translate(language, `figures.subjects.${first.filters.subject}`)
  const capital = who.charAt(0).toUpperCase() + who.slice(1)
  return {
    title:
      places.size > 1
        ? say(language, 'title.panels', { n: places.size })
        : say(language, 'title.years', { who: capital, from, to }),
    subtitle: base
      ? say(language, 'subtitle.multiplesBase', { from: base.from, to: base.to, subject })
      : say(language, 'subtitle.multiples', { subject }),
    source: sourceWords(dataset, {
      language,
      seed,
      labels:
        labels === 'none'
          ? null
          : {
              shown: panels.reduce((sum, panel) => sum + panel.labelsShown, 0),
              of: panels.reduce((sum, panel) => sum + panel.nodes.length, 0),
            },
    }),
    legendArea: say(language, 'legendArea'),
    legendWidth: say(language, 'legendWidth'),
    fileStem: `${first.words.fileStem}-panels${panels.length}`,
  }
}
