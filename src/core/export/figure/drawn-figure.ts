/** Figures that the core lays out itself, networks and maps: their scene and what the file says beside it. */
import type { Drawing } from '../../../shared/contract/drawings.ts'
import type { DrawnFigure } from '../../../shared/contract/exports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { Scene } from '../../../shared/figures/scene.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import type { ReaderContext } from '../../context.ts'
import { drawMap } from '../../drawing/map/draw-map.ts'
import { drawMultiples } from '../../drawing/network/draw-multiples.ts'
import { drawNetwork } from '../../drawing/network/draw-network.ts'
import { drawnFilters } from '../drawn-filters.ts'
import type { PictureWords } from './render-figure.ts'

export interface DrawnLook {
  language: Language
  title: string | undefined
  theme: FigureTheme
  transparent: boolean
}

export interface DrawnScene {
  scene: Scene
  words: PictureWords
  filters: Record<string, unknown>
  /** Of the layout; undefined for maps. */
  seed: number | undefined
}

/** The language of the file is also that of the drawing. @throws AppError of the drawing. */
export async function drawnScene(
  figure: DrawnFigure,
  look: DrawnLook,
  context: ReaderContext,
): Promise<DrawnScene> {
  const { theme, transparent, language } = look
  if (figure.of === 'map') {
    const drawn = titled(await drawMap({ ...figure.drawing, language }, context), look)
    const { mapScene } = await import('../../../shared/figures/map/scene.ts')
    const rows = drawn.cities.map((city) => line(city, language))
    const scene = mapScene(drawn, { theme, transparent })
    const filters = { ...drawn.filters }
    return { scene, words: wordsOf(drawn.words, rows, language), filters, seed: undefined }
  }
  const { networkScene, multiplesScene } = await import('../../../shared/figures/network/scene.ts')
  const { colour } = figure
  if (figure.of === 'network') {
    const drawn = titled(drawNetwork({ ...figure.drawing, language }, context), look)
    const scene = networkScene(drawn, { theme, transparent, colour, focus: figure.focus ?? null })
    const words = wordsOf(drawn.words, rowsOf(drawn, language), language)
    return { scene, words, filters: drawnFilters(drawn), seed: drawn.seed }
  }
  const drawn = titled(drawMultiples({ ...figure.drawing, language }, context), look)
  const scene = multiplesScene(drawn, { theme, transparent, colour, focus: null })
  const rows = drawn.panels.flatMap((panel) => [panel.words.title, ...rowsOf(panel, language)])
  const [first] = drawn.panels
  const from = Math.min(...drawn.panels.map(({ filters }) => filters.from))
  const to = Math.max(...drawn.panels.map(({ filters }) => filters.to))
  const filters = first ? { ...drawnFilters(first), from, to } : {}
  return { scene, words: wordsOf(drawn.words, rows, language), filters, seed: figure.drawing.seed }
}

function titled<D extends { words: Drawing['words'] }>(drawn: D, { title }: DrawnLook): D {
  return title === undefined ? drawn : { ...drawn, words: { ...drawn.words, title } }
}

function wordsOf(words: Drawing['words'], rows: readonly string[], language: Language): PictureWords {
  const { title, subtitle, source, fileStem } = words
  return { language, title, subtitle, source, fileStem, description: [subtitle, ...rows, source].join('\n') }
}

/** Said of a figure to those who do not see it: not more than can be listened to. */
const MOST_NODES = 50
const MOST_PAIRS = 20

function rowsOf({ nodes, edges }: Drawing, language: Language): string[] {
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  return [
    ...nodes.slice(0, MOST_NODES).map((node) => line(node, language)),
    ...edges
      .slice(0, MOST_PAIRS)
      .map(
        ({ a, b, score }) => `${names.get(a)} – ${names.get(b)}; ${formatFigure('score', score, language)}`,
      ),
  ]
}

function line(row: { name: string; nameZh: string | null; share: number }, language: Language): string {
  return `${nameIn(language, row.name, row.nameZh)}; ${formatFigure('share', row.share, language)}`
}
