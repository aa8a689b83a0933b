/** Networks as plates: one, or several on one scale. The map has its own maker. */
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { KeyWord } from '../../../../shared/figures/network/furniture.ts'
import { nodeTitle } from '../../../../shared/figures/network/reading.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Room } from '../../../../shared/plates/frame.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import type { Callout } from '../../../../shared/plates/network/callouts.ts'
import {
  calloutBoxes,
  calloutMarks,
  calloutsOf,
  MOST_CALLOUTS,
} from '../../../../shared/plates/network/callouts.ts'
import { panelOf, roomsFor, stripHeight } from '../../../../shared/plates/network/layout.ts'
import { networkItems } from '../../../../shared/plates/network/scene.ts'
import type { PlateBody, PlateNumber, PlateWords } from '../../../../shared/plates/plate.ts'
import { drawingFor, plateLegend, plateScale } from '../../../drawing/network/drawing-for.ts'
import { drawNetwork } from '../../../drawing/network/draw-network.ts'
import { spanOf } from '../../../drawing/legend-steps.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import type { NetworkLook } from './network-parts.ts'
import { altText, keyWords, labelsNote, pictureOf, sayNetwork, yearsText } from './network-parts.ts'

export { mapPlates } from './map.ts'
export { multiplesPlates } from './multiples.ts'

/** @throws AppError of the drawing: not-computed, city-unknown, node-unknown … */
export const networkPlates: PlateMaker<'network'> = (figure, request, context) => {
  const { language } = request
  const drawing = drawNetwork({ ...figure.drawing, language }, context)
  const look = makerLook(request, drawing.dataset, context)
  const options = look.options()
  const focus = figure.focus ?? drawing.filters.centre
  const asked: Asked = {
    drawing,
    style: { theme: options.theme, colour: figure.colour, focus, transparent: options.transparent },
    options,
    labels: options.include.labels ? figure.drawing.labels : 'none',
    names: figure.drawing.names ?? language,
  }
  const read = focus === null ? null : nodeTitle(drawing, focus, language)
  const computed = { title: read ?? drawing.words.title, subtitle: drawing.words.subtitle }
  const notesOf = (shown: number | null) => [
    sayNetwork(language, 'scoreNote'),
    shown === null ? '' : labelsNote(shown, drawing.nodes.length, language),
    sayNetwork(language, 'seed', { seed: drawing.seed }),
  ]
  // How many names are shown is told in the source line, whose height does not depend on the number.
  const draft = look.words(computed, notesOf(asked.labels === 'none' ? null : drawing.nodes.length))
  const shown = laidOut(asked, roomOf(draft, options)).network.labelsShown
  const words = look.words(computed, notesOf(asked.labels === 'none' ? null : shown))
  return {
    plates: [plateOf(words, options, (room) => bodyOf(asked, words, room))],
    filters: { ...drawing.filters },
    seed: drawing.seed,
  }
}

interface Asked extends NetworkLook {
  drawing: Drawing
}

/** The drawing in its room, and the pairs whose numbers stand on it. */
function laidOut({ drawing, style, options, labels, names }: Asked, { frame, type }: Room) {
  const { language, measure, include } = options
  const size = type.label
  const scores = spanOf(drawing.edges.map(({ score }) => score))
  const shares = drawing.nodes.map(({ share }) => share)
  const whole = plateScale(drawing, frame, size)
  const strip = stripHeight(
    plateLegend(shares, drawing.areaScale * whole, scores, drawing.widthScale * whole),
    size,
  )
  const rooms = roomsFor(frame, size, include, strip)
  const scale = plateScale(drawing, rooms.plot, size)
  let callouts: Callout[] = []
  const most = rooms.of === 'beside' && style.colour === 'none' ? MOST_CALLOUTS : 0
  const tellOf = (those: readonly Callout[], legend: Drawing['legend'], key: readonly KeyWord[]) =>
    panelOf(
      rooms,
      {
        legend,
        heads: {
          area: sayNetwork(language, 'area', { years: yearsText(drawing.filters, language) }),
          width: sayNetwork(language, 'width'),
        },
        callouts: those,
        tone: style.focus === null ? 'ink' : 'needleText',
        key,
      },
      size,
      options,
    )
  const network = drawingFor(drawing, {
    box: rooms.plot,
    size,
    scale,
    measure,
    names,
    language,
    labels,
    reserved: (nodes, edges) => {
      const found = calloutsOf(nodes, edges, style.focus, size, most)
      const legend = plateLegend(shares, drawing.areaScale * scale, scores, drawing.widthScale * scale)
      callouts = found.slice(0, tellOf(found, legend, []).told)
      return calloutBoxes(callouts, size)
    },
  })
  const panel = tellOf(callouts, network.legend, keyWords(network, style))
  return { network, rooms, callouts, panel }
}

function bodyOf(asked: Asked, words: PlateWords, room: Room): PlateBody {
  const { style, options, drawing } = asked
  const { language, theme } = options
  const { network, callouts, panel } = laidOut(asked, room)
  const marks = calloutMarks(callouts, room.type.label, style.focus === null ? 'ink' : 'needleText', theme)
  const alt = altOf(network, words, language)
  const items = [...networkItems(network, style), ...marks.items, ...panel.items]
  return {
    kind: 'network',
    parts: [pictureOf(items, room, options, alt), ...marks.parts, ...panel.parts],
    alt,
    description: descriptionOf(network, language),
    howTo: `${sayNetwork(language, 'howTo')}${language === 'zh' ? '' : ' '}${sayNetwork(language, 'bent')}`,
    measures: ['share', 'score'],
    numbers: numbersOf(network, callouts, language),
    labels: { drawn: network.labelsShown, of: network.nodes.length },
    fileStem: drawing.words.fileStem,
  }
}

function altOf({ nodes }: Drawing, words: PlateWords, language: Language): string {
  const [first, ...rest] = nodes
  const named = [first, rest.at(-1)].flatMap((node) =>
    node
      ? [
          sayNetwork(language, 'altNode', {
            name: shortName(node, language),
            share: formatFigure('share', node.share, language),
          }),
        ]
      : [],
  )
  return altText(
    [
      sayNetwork(language, 'kind'),
      words.title,
      words.subtitle,
      named.join(translate(language, 'figures.list')),
    ],
    language,
  )
}

function descriptionOf({ nodes, edges }: Drawing, language: Language): string {
  const names = new Map(nodes.map((node) => [node.id, shortName(node, language)]))
  const lines = [
    ...nodes
      .slice(0, 100)
      .map((node) => `${names.get(node.id)}: ${formatFigure('share', node.share, language)}`),
    ...edges
      .slice(0, 100)
      .map(
        ({ a, b, score }) => `${names.get(a)} – ${names.get(b)}: ${formatFigure('score', score, language)}`,
      ),
  ]
  return lines.join('\n')
}

/** Of the circles that are named, and of the pairs told beside them. */
function numbersOf(drawing: Drawing, callouts: readonly Callout[], language: Language): PlateNumber[] {
  const years = yearsText(drawing.filters, language)
  const of = drawing.provenance
  const named = new Set(drawing.labels.map(({ id }) => id))
  return [
    ...callouts.map(({ a, b, edge }) => ({
      label: sayNetwork(language, 'numberScore', {
        a: shortName(a, language),
        b: shortName(b, language),
        years,
      }),
      value: edge.score,
      decimals: 2,
      of,
    })),
    ...drawing.nodes
      .filter(({ id }) => named.has(id))
      .map((node) => ({
        label: sayNetwork(language, 'numberShare', { name: shortName(node, language), years }),
        value: node.share,
        decimals: 2,
        of,
      })),
  ]
}
