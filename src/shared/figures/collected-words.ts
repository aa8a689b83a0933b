/** The one home of what is said of an index that was collected for a place: on screens, in files and in the terminal. */
import type { CollectedFor, CollectedPlace } from '../domain/collected-for.ts'
import type { Finding } from '../contract/common.ts'
import type { Language } from '../domain/language.ts'
import { inEveryLanguage, nameIn } from '../domain/language.ts'
import { collected as en } from '../i18n/en/collected.ts'
import { findings as findingsEn } from '../i18n/en/findings.ts'
import type { Values } from '../i18n/fill.ts'
import { fill } from '../i18n/fill.ts'
import { collected as zh } from '../i18n/zh/collected.ts'
import { findings as findingsZh } from '../i18n/zh/findings.ts'

export interface CollectedWords {
  /** `only with Lisbon` */
  short: string
  /** A sentence: which articles lack, and what does not hold of them. */
  long: string
}

const texts = { en, zh }
type Key = Exclude<keyof typeof en, 'others'>

/** Findings of rankings are made at every start: they bring these words and not all that the app says. */
const sayIn =
  (language: Language) =>
  (key: Key, values: Values = {}) =>
    fill(texts[language][key], values)

/** More places than these are counted. */
const NAMED = 3

export function collectedWords({ places }: Pick<CollectedFor, 'places'>, language: Language): CollectedWords {
  const say = sayIn(language)
  const names = listOf(places, language)
  const kinds = new Set(places.map(({ kind }) => kind))
  const others = texts[language].others[kinds.size === 1 ? ([...kinds][0] ?? 'mixed') : 'mixed']
  const who = places.length === 1 ? names : say('these')
  return {
    short: say('short', { places: names }),
    long: say(places.length === 1 ? 'long' : 'longMany', { places: names, others, who }),
  }
}

const findings = { en: findingsEn, zh: findingsZh }

/** A finding with what the index is: "… (only with Lisbon)." */
export function collectedFinding(
  finding: Finding | null,
  collected: Pick<CollectedFor, 'places'> | null,
): Finding | null {
  if (!finding || !collected) return finding
  return inEveryLanguage((language) =>
    fill(findings[language].collected, {
      text: finding[language].replace(/[.。]$/u, ''),
      short: collectedWords(collected, language).short,
    }),
  )
}

function listOf(places: readonly CollectedPlace[], language: Language): string {
  const say = sayIn(language)
  const names = places.slice(0, NAMED).map((place) => nameIn(language, place.name, place.nameZh))
  const rest = places.length - names.length
  if (rest > 0) return say('listMore', { names: names.join(say('comma')), n: rest })
  const last = names.pop() ?? ''
  if (names.length === 0) return last
  return say('list', { names: names.join(say('comma')), last })
}
