/** Several networks side by side, all on one scale. */
import { label } from '../../../../shared/plates/label.ts'
import type { Drawing, Multiples, Rectangle } from '../../../../shared/contract/drawings.ts'
import { fitNames } from '../../../../shared/figures/telling-cut.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Room } from '../../../../shared/plates/frame.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import { panelOf, stripHeight } from '../../../../shared/plates/network/layout.ts'
import { networkItems } from '../../../../shared/plates/network/scene.ts'
import type { Part } from '../../../../shared/plates/parts.ts'
import type { PlateBody, PlateWords } from '../../../../shared/plates/plate.ts'
import { spanOf } from '../../../drawing/legend-steps.ts'
import { drawMultiples } from '../../../drawing/network/draw-multiples.ts'
import { drawingFor, plateLegend, plateScale } from '../../../drawing/network/drawing-for.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import type { NetworkLook } from './network-parts.ts'
import { altText, keyWords, labelsNote, pictureOf, sayNetwork, yearsText } from './network-parts.ts'

interface Asked extends NetworkLook {
  multiples: Multiples
}

/** @throws AppError of the drawings. */
export const multiplesPlates: PlateMaker<'network-multiples'> = (figure, request, context) => {
  const { language } = request
  const multiples = drawMultiples({ ...figure.drawing, language }, context)
  const look = makerLook(request, multiples.dataset, context)
  const options = look.options()
  const asked: Asked = {
    multiples,
    style: { theme: options.theme, colour: figure.colour, focus: null, transparent: options.transparent },
    options,
    labels: options.include.labels ? figure.drawing.labels : 'none',
    names: figure.drawing.names ?? language,
  }
  const computed = { title: multiples.words.title, subtitle: multiples.words.subtitle }
  const nodes = multiples.panels.reduce((sum, panel) => sum + panel.nodes.length, 0)
  const wordsFor = (shown: number) =>
    look.words(computed, [
      sayNetwork(language, 'scoreNote'),
      asked.labels === 'none' ? '' : labelsNote(shown, nodes, language),
      sayNetwork(language, 'seed', { seed: figure.drawing.seed }),
    ])
  const draft = laidOut(asked, roomOf(wordsFor(nodes), options))
  const words = wordsFor(draft.panels.reduce((sum, { drawing }) => sum + drawing.labelsShown, 0))
  return {
    plates: [plateOf(words, options, (room) => bodyOf(asked, words, room))],
    filters: { ...multiples.panels[0]?.filters },
    seed: figure.drawing.seed,
  }
}

/** Above a panel for its name, in parts of the words' size. */
const HEAD = 1.7
const GAP = 1

/** The grid whose panels are the least flat. */
function places(count: number, frame: Rectangle, size: number): Rectangle[] {
  const shapeOf = (columns: number) => {
    const rows = Math.ceil(count / columns)
    const width = (frame.width - GAP * size * (columns - 1)) / columns
    const height = (frame.height - GAP * size * (rows - 1)) / rows
    return {
      columns,
      width,
      height,
      cost: Math.abs(Math.log(width / (height - HEAD * size) / 1.4)) + (count % columns === 0 ? 0 : 0.7),
    }
  }
  const shapes = Array.from({ length: count }, (_, i) => shapeOf(i + 1)).filter(({ height }) => height > 0)
  const { columns, width, height } = shapes.toSorted((a, b) => a.cost - b.cost)[0] ?? shapeOf(count)
  return Array.from({ length: count }, (_, i) => ({
    x: frame.x + (i % columns) * (width + GAP * size),
    y: frame.y + Math.floor(i / columns) * (height + GAP * size),
    width,
    height,
  }))
}

function laidOut({ multiples, options, labels, names, style }: Asked, { frame, type }: Room) {
  const { language, measure, include } = options
  const size = type.label
  const all = multiples.panels
  const scores = spanOf(all.flatMap(({ edges }) => edges.map(({ score }) => score)))
  const shares = all.flatMap(({ nodes }) => nodes.map(({ share }) => share))
  const [first] = all
  const scaleIn = (boxes: readonly Rectangle[]) =>
    Math.min(...all.map((panel, i) => plateScale(panel, plotOf(boxes[i] ?? frame, size), size)))
  const legendAt = (scale: number) =>
    plateLegend(shares, (first?.areaScale ?? 0) * scale, scores, (first?.widthScale ?? 0) * scale)
  const strip = include.legend
    ? stripHeight(legendAt(scaleIn(places(all.length, frame, size))), size) + size
    : 0
  const grid = places(all.length, { ...frame, height: frame.height - strip }, size)
  const scale = scaleIn(grid)
  const panels = all.map((panel, i) => {
    const place = grid[i] ?? frame
    const drawing = drawingFor(panel, {
      box: plotOf(place, size),
      size,
      scale,
      measure,
      names,
      language,
      labels,
      reserved: () => [],
    })
    return { place, title: panel.words.title, drawing }
  })
  const filters = {
    from: Math.min(...all.map(({ filters }) => filters.from)),
    to: Math.max(...all.map(({ filters }) => filters.to)),
  }
  const bottom = {
    x: frame.x,
    y: frame.y + frame.height - strip + size,
    width: frame.width,
    height: strip - size,
  }
  const key = new Map(all.flatMap((panel) => keyWords(panel, style).map((each) => [each.fill, each])))
  const legend = panelOf(
    { plot: frame, panel: bottom, of: include.legend ? 'below' : 'none' },
    {
      legend: legendAt(scale),
      heads: {
        area: sayNetwork(language, 'area', { years: yearsText(filters, language) }),
        width: sayNetwork(language, 'width'),
      },
      callouts: [],
      tone: 'ink',
      key: [...key.values()],
    },
    size,
    options,
  )
  return { panels, legend }
}

const plotOf = ({ x, y, width, height }: Rectangle, size: number): Rectangle => ({
  x,
  y: y + HEAD * size,
  width,
  height: height - HEAD * size,
})

function bodyOf(asked: Asked, words: PlateWords, room: Room): PlateBody {
  const { options, style, multiples } = asked
  const { language, measure } = options
  const size = room.type.label
  const { panels, legend } = laidOut(asked, room)
  const titles = fitNames(
    panels.map(({ title }) => title),
    Math.min(...panels.map(({ place }) => place.width)),
    (text) => measure(text, size, 600),
  )
  const heads = panels.flatMap(({ place, title }, p): Part[] => [
    {
      kind: 'line',
      x1: place.x,
      y1: place.y,
      x2: place.x + place.width,
      y2: place.y,
      tone: 'line2',
      width: 0.6,
    },
    label(titles[p] ?? title, place.x, place.y + size * 1.25, size, { weight: 600 }),
  ])
  const names = panels.map(({ title }) => title).join(translate(language, 'figures.list'))
  const alt = altText([sayNetwork(language, 'kindMultiples'), words.title, words.subtitle, names], language)
  const items = [...panels.flatMap(({ drawing }) => networkItems(drawing, style)), ...legend.items]
  const drawn: readonly Drawing[] = panels.map(({ drawing }) => drawing)
  return {
    kind: 'network-multiples',
    parts: [pictureOf(items, room, options, alt), ...heads, ...legend.parts],
    alt,
    description: panels.map(({ title, drawing }) => `${title}: ${drawing.words.subtitle}`).join('\n'),
    howTo: sayNetwork(language, 'howToMultiples'),
    measures: ['share', 'score'],
    numbers: drawn.flatMap(({ legend: _legend, nodes, provenance, filters }) =>
      nodes.slice(0, 5).map(({ name, nameZh, share }) => ({
        label: sayNetwork(language, 'numberShare', {
          name: language === 'zh' ? (nameZh ?? name) : name,
          years: yearsText(filters, language),
        }),
        value: share,
        decimals: 2,
        of: provenance,
      })),
    ),
    labels: {
      drawn: drawn.reduce((sum, { labelsShown }) => sum + labelsShown, 0),
      of: drawn.reduce((sum, { nodes }) => sum + nodes.length, 0),
    },
    fileStem: multiples.words.fileStem,
  }
}
