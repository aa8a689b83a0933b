/** Words of what an import says in codes; a code that has none stands for itself. */
import { useI18n } from 'vue-i18n'
import type { PreviewedFile } from '../../../../shared/contract/imports.ts'
import { useWords } from '../../i18n/useWords.ts'

export function useImportWords() {
  const { t } = useWords()
  const { te } = useI18n()
  const word = (part: string, code: string) =>
    te(`imports.${part}.${code}`, 'en') ? t(`imports.${part}.${code}`) : code
  return {
    rejection: (reason: string) => word('rejections', reason),
    oddity: (oddity: string) => word('oddities', oddity),
    step: (step: string) => word('steps', step),
    problem: (code: string) => word('problems', code),
    /** `JSON, one record a line, UTF-8, compressed`, as far as it is known. */
    layout: ({ layout, encoding, compressed }: PreviewedFile) =>
      [layout && word('layouts', layout), encoding.toUpperCase(), compressed ? t('imports.compressed') : '']
        .filter((part) => part !== '')
        .join(t('common.comma')),
    /** `1 h 4 min`, `2 min 5 s`, `12 s`. */
    duration(seconds: number): string {
      const whole = Math.max(0, Math.round(seconds))
      if (whole < 60) return t('imports.progress.seconds', { seconds: whole })
      const minutes = Math.floor(whole / 60)
      if (minutes < 60) return t('imports.progress.minutes', { minutes, seconds: whole % 60 })
      return t('imports.progress.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
    },
  }
}
