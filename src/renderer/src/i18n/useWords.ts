/** Words and numbers in the language of the session. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Values } from '../../../shared/i18n/index.ts'
import type { Language, NamedThing } from '../../../shared/domain/language.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import { LANGUAGE_MARKS, nameIn } from '../../../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../../../shared/format/numbers.ts'
import type { MeasureId } from '../../../shared/measures/by-id.ts'
import { useSession } from '../stores/session.ts'

/** Splits a text with **bold** parts; every second part is bold. */
export function boldParts(text: string): { text: string; bold: boolean }[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, bold: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** Words without a part to fill in, by language and key: rows ask for the same few with every frame of a scroll. */
const said = new Map<string, string>()

export function useWords() {
  const session = useSession()
  const { t, locale } = useI18n()
  const plain = (key: string): string => {
    const place = `${locale.value}/${key}`
    const known = said.get(place)
    if (known !== undefined) return known
    const text = t(key)
    said.set(place, text)
    return text
  }
  const language = computed<Language>(() => session.language)
  return {
    t: (key: string, values?: Values): string => (values ? t(key, values) : plain(key)),
    language,
    /** A name in the language of the session, English where no Chinese name is known. */
    nameOf: (thing: NamedThing): string => nameIn(language.value, thing.name, thing.nameZh),
    regionOf: (row: { regionName: string; regionNameZh: string }): string =>
      nameIn(language.value, row.regionName, row.regionNameZh),
    /** What is said in several languages in that of the session, English where it is not. */
    pick: (said: { en: string } & Partial<Record<Language, string | null>>): string =>
      said[language.value] || said.en,
    /** What went wrong and the way on, in one line. */
    failure: ({ code, details: { values = {} } }: AppError): string =>
      `${t(`errors.${code}.what`, values)} ${t(`errors.${code}.remedy`, values)}`,
    /** Several names as one list. */
    listed: (names: readonly string[]): string =>
      new Intl.ListFormat(LANGUAGE_MARKS[language.value].tag).format(names),
    /** A value as its measure is written. */
    measured: (id: MeasureId, value: number): string => formatFigure(id, value, language.value),
    number: (value: number, decimals: number): string => formatNumber(value, decimals, language.value),
    signed: (value: number, decimals: number): string => formatSigned(value, decimals, language.value),
  }
}
