import type { Provenance } from '../contract/common.ts'
import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'
import { cutAlt } from './alt.ts'

/**
 * Kind, finding, measure, first and last rows with numbers, printed or sample; of too long a text the rows go first, then
 * the measure. Empty parts are left out.
 */
export function altText(
  language: Language,
  {
    kind,
    title,
    subtitle,
    rows,
    of,
  }: { kind: string; title: string; subtitle: string; rows: string[]; of: Provenance | null },
): string {
  const end = translate(language, 'plates.city.alt.end')
  const from = of === null ? '' : translate(language, `plates.city.alt.of.${of}`)
  const join = (parts: string[]) => parts.filter((part) => part !== '').join(end) + end.trimEnd()
  const listed = rows.join(translate(language, 'plates.city.alt.listed'))
  for (const parts of [
    [kind, title, subtitle, listed, from],
    [kind, title, subtitle, from],
    [kind, title, from],
  ]) {
    const text = join(parts)
    if (cutAlt(text) === text) return text
  }
  return cutAlt(title)
}
