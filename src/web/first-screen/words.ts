/** Words and numbers of the first screen, in one language: what `useWords` is to the screens. */
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../../shared/format/numbers.ts'
import type { Values } from '../../shared/i18n/index.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { Html } from './html.ts'
import { markup } from './html.ts'

export interface Words {
  language: Language
  t(key: string, values?: Values): string
  number(value: number, decimals: number): string
  signed(value: number, decimals: number): string
  nameOf(thing: { name: string; nameZh: string | null }): string
  pick(both: { en: string; zh: string | null }): string
}

export const wordsIn = (language: Language): Words => ({
  language,
  t: (key, values) => translate(language, key, values),
  number: (value, decimals) => formatNumber(value, decimals, language),
  signed: (value, decimals) => formatSigned(value, decimals, language),
  nameOf: ({ name, nameZh }) => nameIn(language, name, nameZh),
  pick: ({ en, zh }) => nameIn(language, en, zh),
})

/** A text whose `**` mark its figures. */
export const withBold = (text: string): Html[] =>
  text.split('**').map((part, index) => (index % 2 === 1 ? markup`<b>${part}</b>` : markup`${part}`))

export const icon = (name: string, small = false): Html =>
  markup`<svg class="icon${small && ' icon--s'}" aria-hidden="true"><use href="#i-${name}" /></svg>`
