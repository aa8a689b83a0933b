import { drawMap } from '../../../drawing/map/draw-map.ts'
import { nameAndShare, sharesOf, titled, wordsOf } from './drawn-words.ts'
import type { FigureAnswerer } from './kind.ts'

export const map: FigureAnswerer<'map'> = async (figure, look, context) => {
  const { theme, transparent, language } = look
  const drawn = titled(await drawMap({ ...figure.drawing, language }, context), look)
  const { mapScene } = await import('../../../../shared/figures/map/scene.ts')
  const rows = drawn.cities.map((city) => nameAndShare(city, language))
  const scene = mapScene(drawn, { theme, transparent })
  return {
    picture: { scene, words: wordsOf(drawn.words, rows, language) },
    filters: { ...drawn.filters },
    numbers: sharesOf(drawn.cities, language),
  }
}
