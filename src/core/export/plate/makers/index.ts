/** Every kind of figure that the contract knows, and who lays it out; each is loaded when it is first asked for. */
import type { FigureKind, FigureOf } from '../../../../shared/contract/exports.ts'
import type { ReaderContext } from '../../../context.ts'
import type { MadePlates, PlateLook, PlateMaker } from './maker.ts'

const MAKERS: { readonly [K in FigureKind]: () => Promise<PlateMaker<K>> } = {
  'ranking-bars': async () => (await import('./ranking.ts')).rankingPlates,
  'count-per-share': async () => (await import('./charts.ts')).countPerSharePlates,
  'rank-history': async () => (await import('./charts.ts')).rankHistoryPlates,
  network: async () => (await import('./network.ts')).networkPlates,
  'network-multiples': async () => (await import('./network.ts')).multiplesPlates,
  map: async () => (await import('./network.ts')).mapPlates,
  rising: async () => (await import('./rising.ts')).risingPlates,
  'printed-changes': async () => (await import('./printed-changes.ts')).printedChangesPlates,
  'city-series': async () => (await import('./city.ts')).citySeriesPlates,
  'city-profile': async () => (await import('./city.ts')).cityProfilePlates,
  'city-institutions': async () => (await import('./city-institutions.ts')).cityInstitutionsPlates,
  'institution-series': async () => (await import('./institution.ts')).institutionSeriesPlates,
  'institution-profile': async () => (await import('./institution.ts')).institutionProfilePlates,
  compare: async () => (await import('./compare.ts')).comparePlates,
  pairs: async () => (await import('./pairs.ts')).pairsPlates,
  finding: async () => (await import('./finding.ts')).findingPlates,
  cover: async () => (await import('./pages.ts')).coverPlates,
  table: async () => (await import('./table.ts')).tablePlates,
  method: async () => (await import('./pages.ts')).methodPlates,
  text: async () => (await import('./pages.ts')).textPlates,
}

/** @throws AppError of the query or the drawing. */
export async function makePlates<K extends FigureKind>(
  figure: FigureOf<K>,
  look: PlateLook,
  context: ReaderContext,
): Promise<MadePlates> {
  const load = MAKERS[figure.of as K] as () => Promise<PlateMaker<K>>
  return (await load())(figure, look, context)
}
