/** Words and parts that networks and maps have in common. */
import type { drawingFor } from '../../../drawing/network/drawing-for.ts'
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import type { Colouring } from '../../../../shared/domain/drawing-names.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { colourKey } from '../../../../shared/figures/network/colour-key.ts'
import type { KeyWord } from '../../../../shared/figures/network/furniture.ts'
import type { NetworkStyle } from '../../../../shared/figures/network/paint.ts'
import type { SceneItem } from '../../../../shared/figures/scene.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import type { Values } from '../../../../shared/i18n/index.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Room } from '../../../../shared/plates/frame.ts'
import type { PicturePart } from '../../../../shared/plates/parts.ts'
import type { PlateOptions } from '../../../../shared/plates/plate.ts'

/** Which names and labels the drawing of a plate carries, and in what style. */
export interface NetworkLook {
  style: NetworkStyle
  options: PlateOptions
  labels: Parameters<typeof drawingFor>[1]['labels']
  names: Parameters<typeof drawingFor>[1]['names']
}

export const sayNetwork = (language: Language, key: string, values: Values = {}): string =>
  translate(language, `plates.network.${key}`, values)

export const yearsText = ({ from, to }: { from: number; to: number }, language: Language): string =>
  from === to ? String(from) : translate(language, 'plates.compare.years', { from, to })

export const labelsNote = (shown: number, of: number, language: Language): string =>
  sayNetwork(language, shown === of ? 'labelsAll' : 'labels', {
    shown: formatNumber(shown, 0, language),
    of: formatNumber(of, 0, language),
  })

/** A drawing in the plate's own points: what leaves the frame is not shown. */
export function pictureOf(
  items: SceneItem[],
  { frame }: Room,
  { preset }: Pick<PlateOptions, 'preset'>,
  alt: string,
): PicturePart {
  return {
    kind: 'picture',
    name: alt.split(/[.。]/)[0] ?? '',
    alt,
    box: frame,
    scene: { width: preset.width, height: preset.height, items },
    view: frame,
  }
}

export function keyWords(
  drawing: Drawing,
  { colour, theme }: { colour: Colouring; theme: NetworkStyle['theme'] },
): KeyWord[] {
  if (colour === 'none') return []
  const { groups } = drawing.words
  return colourKey(drawing, colour, theme).map(({ fill, value }) => ({
    fill,
    text: (value === null ? groups?.rest : groups?.[colour][value]) ?? value ?? '',
  }))
}

const MOST_ALT = 300
export function altText(sentences: readonly string[], language: Language): string {
  const all =
    sentences.filter((each) => each !== '').join(language === 'zh' ? '。' : '. ') +
    (language === 'zh' ? '。' : '.')
  return all.length <= MOST_ALT ? all : `${all.slice(0, MOST_ALT - 1)}…`
}
