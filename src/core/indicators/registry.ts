/**
 * Every indicator and convention of the index, declared once: the Method page, the tooltips and the notes in
 * exported files are made from these. Formulas are our own notation of public definitions.
 */
import type { IndicatorDeclaration } from '../../shared/contract/indicators.ts'
import { changeIndicators } from './declarations/change.ts'
import { collaborationIndicators } from './declarations/collaboration.ts'
import { conventions } from './declarations/conventions.ts'
import { networkIndicators } from './declarations/networks.ts'
import { outputIndicators } from './declarations/output.ts'
import { structureIndicators } from './declarations/structure.ts'

export const indicatorRegistry: readonly IndicatorDeclaration[] = [
  ...outputIndicators,
  ...changeIndicators,
  ...collaborationIndicators,
  ...networkIndicators,
  ...structureIndicators,
  ...conventions,
]

const ids = new Set(indicatorRegistry.map(({ id }) => id))
if (ids.size !== indicatorRegistry.length) throw new Error('two indicators share an id')

/** @throws Error for an id that is not declared. */
export function indicator(id: string): IndicatorDeclaration {
  const found = indicatorRegistry.find((declaration) => declaration.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}
