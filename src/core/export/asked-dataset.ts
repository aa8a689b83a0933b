import type { FigureRequest, TableRequest } from '../../shared/contract/exports.ts'

/** The dataset that a table or figure is made from. */
export function askedDataset(request: TableRequest | FigureRequest): string {
  if ('table' in request) return askedDataset(request.table)
  if ('dataset' in request) return request.dataset
  if (!('drawing' in request)) return request.input.dataset
  const { drawing } = request
  if ('dataset' in drawing) return drawing.dataset
  if ('network' in drawing) return drawing.network.input.dataset
  return drawing.panels[0]?.input.dataset ?? ''
}
