/** What is the same in all usual ways to write a country's name. */
import { saintKey } from '../../../shared/domain/city-key.ts'
import { nameKey } from '../../../shared/domain/slug.ts'

/** Words that come and go. */
const SMALL = new Set(['the', 'of', 'and', 'd'])

/** As indexes of literature shorten them. */
const LONG: Readonly<Record<string, string>> = {
  rep: 'republic',
  repub: 'republic',
  republ: 'republic',
  dem: 'democratic',
  fed: 'federal',
  cent: 'central',
  afr: 'african',
  equat: 'equatorial',
  brit: 'british',
  fr: 'french',
  isl: 'islands',
  is: 'islands',
  island: 'islands',
  terr: 'territories',
  ter: 'territories',
  territory: 'territories',
  divoire: 'ivoire',
}

/** Words of a state's full name beside the country's own. */
const FORMAL = new Set([
  ...[
    'republic',
    'kingdom',
    'state',
    'commonwealth',
    'principality',
    'sultanate',
    'emirate',
    'grand',
    'duchy',
  ],
  ...[
    'federal',
    'federation',
    'democratic',
    'socialist',
    'peoples',
    'islamic',
    'arab',
    'hashemite',
    'bolivarian',
  ],
  ...['plurinational', 'oriental', 'independent', 'sovereign', 'cooperative'],
])

/** Countries of which there are two, told apart by such words. */
const TWINS = new Set(['china', 'congo', 'korea', 'ireland', 'yemen', 'vietnam', 'germany', 'samoa', 'sudan'])

/** The words of a name without regard to their order: `Korea, Republic of` is `Republic of Korea`. */
export function countryKey(text: string): string {
  return wordsOf(text).join(' ')
}

/**
 * Further keys by which a name may be known, the surest first: without what stands in brackets (`Kosovo (UNSCR 1244)`), that
 * alone, without the words of a state's full name.
 */
export function lesserKeys(text: string): string[] {
  const keys: string[] = []
  const [outer, inner] = [text.replace(/[([（].*?[)\]）]/g, ' '), /[([（](.*?)[)\]）]/.exec(text)?.[1]]
  if (inner !== undefined) keys.push(...[outer, inner].map(countryKey).filter((key) => !TWINS.has(key)))
  const plain = wordsOf(outer).filter((word) => !FORMAL.has(word))
  const key = plain.join(' ')
  if (!TWINS.has(key)) keys.push(key)
  return keys.filter((each) => each !== '')
}

function wordsOf(text: string): string[] {
  const key = saintKey(nameKey(text.replace(/[&+]/g, ' and ')))
    .replace(/\bpeople s\b/g, 'peoples')
    .replace(/\bco operative\b/g, 'cooperative')
    // `U. S. A.`
    .replace(/\b\w(?: \w)+\b/g, (letters) => letters.replaceAll(' ', ''))
  const words = key.split(' ').map((word) => LONG[word] ?? word)
  const telling = words.filter((word) => !SMALL.has(word))
  return (telling.length > 0 ? telling : words).toSorted()
}
