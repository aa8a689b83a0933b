/** Every kind of figure that the contract knows, and who answers it. */
import type { FigureKind, FigureOf } from '../../../../shared/contract/exports.ts'
import type { ReaderContext } from '../../../context.ts'
import { ofRanking, rankHistory } from './charts.ts'
import type { AnsweredFigure, FigureAnswerer, FigureLook } from './kind.ts'
import { map } from './map.ts'
import { multiples, network } from './networks.ts'

const FIGURES: { readonly [K in FigureKind]: FigureAnswerer<K> } = {
  'ranking-bars': ofRanking,
  'count-per-share': ofRanking,
  'rank-history': rankHistory,
  network,
  'network-multiples': multiples,
  map,
}

/** @throws AppError of the query or the drawing. */
export async function answeredFigure<K extends FigureKind>(
  figure: FigureOf<K>,
  look: FigureLook,
  context: ReaderContext,
): Promise<AnsweredFigure> {
  const answer: FigureAnswerer<K> = FIGURES[figure.of as K]
  return answer(figure, look, context)
}
