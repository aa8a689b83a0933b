/** Those that lead besides the ones compared, as grey lines behind their ranks over all subjects. */
import type { RankContext } from '../../contract/cities.ts'
import type { Language } from '../../domain/language.ts'
import { shortName } from '../../format/names.ts'
import { ownOf, pointAt } from './from-profiles.ts'
import type { CompareSpec, ContextLine, Slot } from './spec.ts'

const SUBJECT = 'all'

/** @param hollow whether their points are of the sample */
export function withContext(
  spec: CompareSpec,
  context: readonly RankContext[],
  hollow: boolean,
  language: Language,
): CompareSpec {
  if (!spec.ranks || context.length === 0) return spec
  const { slots, panels } = spec.ranks
  const lines = context.map((each) => lineOf(each, slots, hollow, language))
  return {
    ...spec,
    ranks: {
      ...spec.ranks,
      panels: panels.map((panel) => (panel.subject === SUBJECT ? { ...panel, context: lines } : panel)),
    },
  }
}

function lineOf(each: RankContext, slots: readonly Slot[], hollow: boolean, language: Language): ContextLine {
  const said = ownOf(
    each.points.map(({ rank, ...point }) => ({ ...point, subject: SUBJECT, value: rank, hollow })),
  )
  return { name: shortName(each, language), points: slots.map((slot) => pointAt(said, SUBJECT, slot)) }
}
