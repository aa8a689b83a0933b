/** What the file of a drawn figure, a network or a map, says beside its scene. */
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { FileStamp } from '../../stamp.ts'
import type { PictureWords } from '../render-figure.ts'
import type { FigureLook } from './kind.ts'

/** A drawing under the title that was asked for. */
export function titled<D extends { words: Drawing['words'] }>(drawn: D, { title }: FigureLook): D {
  return title === undefined ? drawn : { ...drawn, words: { ...drawn.words, title } }
}

/** @param rows the figure in words, for readers who do not see it */
export function wordsOf(words: Drawing['words'], rows: readonly string[], language: Language): PictureWords {
  const { title, subtitle, source, fileStem } = words
  return { language, title, subtitle, source, fileStem, description: [subtitle, ...rows, source].join('\n') }
}

/** Said of a figure to those who do not see it: not more than can be listened to. */
const MOST_NODES = 50
const MOST_PAIRS = 20

export function networkRows({ nodes, edges }: Drawing, language: Language): string[] {
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  return [
    ...nodes.slice(0, MOST_NODES).map((node) => nameAndShare(node, language)),
    ...edges
      .slice(0, MOST_PAIRS)
      .map(
        ({ a, b, score }) => `${names.get(a)} – ${names.get(b)}; ${formatFigure('score', score, language)}`,
      ),
  ]
}

export function nameAndShare(
  row: { name: string; nameZh: string | null; share: number },
  language: Language,
): string {
  return `${nameIn(language, row.name, row.nameZh)}; ${formatFigure('share', row.share, language)}`
}

type Numbers = FileStamp['numbers']
interface Shared {
  name: string
  nameZh: string | null
  share: number
}

export const sharesOf = (rows: readonly Shared[], language: Language): Numbers =>
  rows.map(({ name, nameZh, share }) => ({
    label: nameIn(language, name, nameZh),
    value: share,
    decimals: measureOf('share').decimals,
  }))

/** Of each kind so many stand in the file's stamp at most. */
const MOST_STAMPED = 500

export function networkNumbers({ nodes, edges }: Drawing, language: Language): Numbers {
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  const scores = edges.slice(0, MOST_STAMPED).map(({ a, b, score }) => ({
    label: `${names.get(a)} – ${names.get(b)}`,
    value: score,
    decimals: measureOf('score').decimals,
  }))
  return [...sharesOf(nodes.slice(0, MOST_STAMPED), language), ...scores]
}
