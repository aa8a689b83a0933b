/** Every kind of figure that the contract knows, and who answers it. */
import type { FigureOf, FigureRequest, ViewFigureKind } from '../../../../shared/contract/exports.ts'
import type { ReaderContext } from '../../../context.ts'
import { ofRanking, rankHistory } from './charts.ts'
import type { AnsweredFigure, FigureAnswerer, FigureLook, ViewFigure } from './kind.ts'
import { map } from './map.ts'
import { multiples, network } from './networks.ts'

const FIGURES: { readonly [K in ViewFigureKind]: FigureAnswerer<K> } = {
  'ranking-bars': ofRanking,
  'count-per-share': ofRanking,
  'rank-history': rankHistory,
  network,
  'network-multiples': multiples,
  map,
}

export const isViewFigure = (figure: FigureRequest): figure is ViewFigure => Object.hasOwn(FIGURES, figure.of)

/** @throws AppError of the query or the drawing. */
export async function answeredFigure<K extends ViewFigureKind>(
  figure: FigureOf<K>,
  look: FigureLook,
  context: ReaderContext,
): Promise<AnsweredFigure> {
  const answer: FigureAnswerer<K> = FIGURES[figure.of as K]
  return answer(figure, look, context)
}
