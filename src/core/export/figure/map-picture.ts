/** A map as the scene of a picture, with what the picture says beside it. */
import type { MapDrawing } from '../../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { mapScene } from '../../../shared/figures/map/scene.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { Scene } from '../../../shared/figures/scene.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { ReaderContext } from '../../context.ts'
import { drawMap } from '../../map/draw-map.ts'
import type { PictureWords } from './render-figure.ts'

export interface MapPicture {
  scene: Scene
  words: PictureWords
  filters: MapDrawing['filters']
}

interface Look {
  language: Language
  /** In place of the map's own title. */
  title?: string | undefined
  theme: FigureTheme
  transparent: boolean
}

/** The language of the picture is that of its words, and of its names where the map does not say otherwise. */
export async function mapPicture(
  drawing: ParsedInputOf<'maps.draw'>,
  { language, title, theme, transparent }: Look,
  context: ReaderContext,
): Promise<MapPicture> {
  const drawn = await drawMap({ ...drawing, language }, context)
  const map = { ...drawn, words: { ...drawn.words, title: title ?? drawn.words.title } }
  const { subtitle, source, fileStem } = map.words
  const words = { language, title: map.words.title, subtitle, source, fileStem }
  return {
    scene: mapScene(map, { theme, transparent }),
    words: { ...words, description: describe(map, language) },
    filters: map.filters,
  }
}

/** The cities in words, for readers who do not see them. */
function describe({ cities, words }: MapDrawing, language: Language): string {
  const rows = cities.map(({ name, nameZh, share, score }, at) => {
    const figures = [share, score].filter((value) => value !== null)
    return [at + 1, nameIn(language, name, nameZh), ...figures.map((value) => formatNumber(value, 2))].join(
      '; ',
    )
  })
  return [words.subtitle, ...rows, words.source].join('\n')
}
