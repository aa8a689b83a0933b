/** `NA` is the code of Namibia and the word of R for what is missing: which of the two a row means. */
import { nameKey } from '../../../shared/domain/slug.ts'

/** Stands for a country written `NA` in a row that names a place, but none that is known to lie in Namibia. */
export const UNSURE_NA = 'NA?'

/** Names by which a row says that it means Namibia: the country itself and its towns. */
const NAMIBIAN = [
  ...[
    'namibia',
    'namibian',
    'windhoek',
    'swakopmund',
    'walvis bay',
    'walvisbay',
    'rundu',
    'oshakati',
    'ongwediva',
  ],
  ...[
    'ondangwa',
    'katima mulilo',
    'otjiwarongo',
    'okahandja',
    'rehoboth',
    'gobabis',
    'keetmanshoop',
    'luderitz',
  ],
  ...[
    'tsumeb',
    'grootfontein',
    'mariental',
    'outapi',
    'eenhana',
    'opuwo',
    'khorixas',
    'henties bay',
    'ogongo',
  ],
  ...['neudamm', 'gobabeb', 'okaukuejo', 'otjimbingwe', 'karasburg', 'oranjemund', 'usakos', 'karibib'],
]
const KEYS = NAMIBIAN.map((name) => ` ${nameKey(name)} `)

/** Whether any of the texts names Namibia or a town of it, as whole words. */
export function namesNamibia(texts: readonly string[]): boolean {
  const all = ` ${texts.map((text) => nameKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ')).join(' | ')} `
  return KEYS.some((key) => all.includes(key))
}
