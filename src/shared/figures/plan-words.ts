/** The one home of what is said of an index that an engine counted by a plan: on screens, in files and in the terminal. */
import type { Language } from '../domain/language.ts'
import type { PlanOrigin } from '../domain/plan-origin.ts'
import { ENGINE_NAMES } from '../domain/scale-engines.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'

export interface PlanWords {
  /** `counted by DuckDB`, with the pairs that lack where some do. */
  short: string
  /** Sentences: what is whole, what is told of the sample alone, and which pairs lack. */
  long: string
}

export function planWords(plan: PlanOrigin, language: Language): PlanWords {
  const say = (key: string) =>
    translate(language, `scale.origin.${key}`, {
      engine: ENGINE_NAMES[plan.engine],
      plan: plan.plan.slice(0, 12),
      from: plan.from,
      to: plan.to,
      articles: formatNumber(plan.articles, 0, language),
      sampled: formatNumber(plan.sampled, 0, language),
      pairsFrom: plan.pairsFrom,
    })
  const cut = plan.pairsFrom > 1
  return {
    short: say(cut ? 'shortCut' : 'short'),
    long: cut ? `${say('long')}${say('between')}${say('cut')}` : say('long'),
  }
}
