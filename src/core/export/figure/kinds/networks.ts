/** One network, and networks side by side. */
import { drawMultiples } from '../../../drawing/network/draw-multiples.ts'
import { drawNetwork } from '../../../drawing/network/draw-network.ts'
import { drawnFilters } from '../../drawn-filters.ts'
import { networkNumbers, networkRows, titled, wordsOf } from './drawn-words.ts'
import type { FigureAnswerer } from './kind.ts'

export const network: FigureAnswerer<'network'> = async (figure, look, context) => {
  const { theme, transparent, language } = look
  const { networkScene } = await import('../../../../shared/figures/network/scene.ts')
  const drawn = titled(drawNetwork({ ...figure.drawing, language }, context), look)
  const { colour, focus = null } = figure
  const scene = networkScene(drawn, { theme, transparent, colour, focus })
  const words = wordsOf(drawn.words, networkRows(drawn, language), language)
  return {
    picture: { scene, words },
    filters: drawnFilters(drawn),
    seed: drawn.seed,
    numbers: networkNumbers(drawn, language),
  }
}

export const multiples: FigureAnswerer<'network-multiples'> = async (figure, look, context) => {
  const { theme, transparent, language } = look
  const { multiplesScene } = await import('../../../../shared/figures/network/scene.ts')
  const drawn = titled(drawMultiples({ ...figure.drawing, language }, context), look)
  const scene = multiplesScene(drawn, { theme, transparent, colour: figure.colour, focus: null })
  const rows = drawn.panels.flatMap((panel) => [panel.words.title, ...networkRows(panel, language)])
  const [first] = drawn.panels
  const from = Math.min(...drawn.panels.map(({ filters }) => filters.from))
  const to = Math.max(...drawn.panels.map(({ filters }) => filters.to))
  const filters = first ? { ...drawnFilters(first), from, to } : {}
  const words = wordsOf(drawn.words, rows, language)
  const numbers = drawn.panels.flatMap((panel) => networkNumbers(panel, language))
  return { picture: { scene, words }, filters, seed: figure.drawing.seed, numbers }
}
