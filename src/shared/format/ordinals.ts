import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'

const WORDS = 10

/** "fifth", "25th"; 第五, 第 25: a place as a sentence says it. */
export function ordinal(place: number, language: Language): string {
  const say = (key: string) => translate(language, `plates.ranking.ordinals.${key}`, { n: place })
  if (place >= 1 && place <= WORDS) return say(`word${place}`)
  return say(new Intl.PluralRules('en', { type: 'ordinal' }).select(place))
}
