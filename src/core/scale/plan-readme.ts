/** What stands in a plan's README, in the reader's language. */
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { ScalePlan } from '../../shared/contract/scale.ts'
import { ENGINE_NAMES } from '../../shared/domain/scale-engines.ts'
import { translate } from '../../shared/i18n/index.ts'
import { PROBE_SUM } from './steps/results.ts'

export function planReadme(
  asked: ParsedInputOf<'scale.plan'>,
  told: Pick<ScalePlan, 'plan' | 'institutions' | 'cities' | 'journals'>,
  command: string,
): string {
  const { engine, works, from, to, shards, options, pairsFrom, sampleOf, language } = asked
  const say = (key: string, values = {}) => translate(language, `scale.readme.${key}`, values)
  const parts = [
    say('title', { from, to, engine: ENGINE_NAMES[engine] }),
    say('plan', { plan: told.plan, works }),
    say('given', { institutions: told.institutions, cities: told.cities }),
    told.journals === null ? say('everyJournal') : say('journals', { journals: told.journals }),
    say(`engines.${engine}`),
    say('run', { command }),
    ...(shards > 1 ? [say('shards', { shards })] : []),
    say('rules', {
      types: options.types.join(', '),
      unknown: say(options.spreadUnknown ? 'unknownSpread' : 'unknownApart'),
    }),
    say('results', { pairsFrom, sampleOf }),
    say('exact', { probe: String(PROBE_SUM) }),
    say('differs'),
    say('back'),
  ]
  return `${parts.join('\n\n')}\n`
}
