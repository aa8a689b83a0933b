/** Dates of imports as a reader of the session's language writes them. */
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import { useWords } from '../../i18n/useWords.ts'

export function useDates() {
  const { language } = useWords()
  const locale = () => LANGUAGE_MARKS[language.value].locale
  const written = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locale(), options).format(date)
  }
  return {
    /** `23 Nov 2025`; the text itself where it is no date. */
    day: (iso: string) => written(iso, { dateStyle: 'medium' }),
    moment: (iso: string) => written(iso, { dateStyle: 'medium', timeStyle: 'short' }),
  }
}
