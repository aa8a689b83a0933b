/** Writes invented records as the exports of each source write them, with the oddities that they have. */
import type { Author, Invented, Place } from './database-exports.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map(quoted).join(',')).join('\r\n')
const escaped = (text: string, on: boolean) => (on ? text.replaceAll('&', '&amp;') : text)
const issn = '1234-5679'

const initials = ({ last, first }: Author) => `${last} ${first[0]}.`
const comma = ({ last, first }: Author) => `${last}, ${first}`

const SCOPUS_HEAD = [
  'Authors',
  'Author full names',
  'Author(s) ID',
  'Title',
  'Year',
  'Source title',
  'DOI',
  'Affiliations',
  'Authors with affiliations',
  'ISSN',
  'Document Type',
  'EID',
]
const SCOPUS_TYPES: Partial<Record<Invented['oddity'], string>> = {
  conference: 'Conference paper',
  editorial: 'Editorial',
  erratum: 'Erratum',
  retracted: 'Retracted',
  'early-access': 'Article in Press',
}

/** @param old names parted by commas, as before 2023 */
export function scopusCsv(records: readonly Invented[], old = false): string {
  const rows = records.map(({ number, year, oddity, authors }) => {
    const printed = (place: Place) =>
      `${oddity === 'semicolon' ? 'Department of Soil; Water, ' : 'Department of Physics, '}${place.institution}, ${place.scopus}`
    const name = (author: Author) => (old ? `${author.last}, ${author.first[0]}.` : initials(author))
    const ids = authors.map((_, at) => `${number}0${at}`)
    const all = [...new Set(authors.flatMap(({ places }) => places.map(printed)))]
    const paired = authors.map((author) => [name(author), ...author.places.map(printed)].join(', '))
    if (oddity === 'orphan') all.splice(0, 1)
    if (oddity === 'cut') ids.push('999')
    const isNobody = oddity === 'anonymous'
    return [
      isNobody ? '[No author name available]' : authors.map(name).join(old ? ', ' : '; '),
      isNobody ? '' : authors.map((author, at) => `${comma(author)} (${ids[at]})`).join('; '),
      isNobody ? '[No author id available]' : ids.join(old ? ';' : '; ') + (old ? ';' : ''),
      `A study of “soil; water” ${number}`,
      oddity === 'no-year' ? '' : String(year),
      'Journal of Example Research',
      `10.5555/s${number}`,
      escaped(all.join('; '), oddity === 'entity'),
      isNobody ? '' : escaped(paired.join('; '), oddity === 'entity'),
      issn.replace('-', ''),
      SCOPUS_TYPES[oddity] ?? (number % 2 ? 'Article' : 'Review'),
      `2-s2.0-${number}`,
    ]
  })
  return `\uFEFF${csv([SCOPUS_HEAD, ...rows])}\r\n`
}

const WOS_TYPES: Partial<Record<Invented['oddity'], string>> = {
  conference: 'Proceedings Paper',
  editorial: 'Editorial Material',
  erratum: 'Correction',
  retracted: 'Article; Retracted Publication',
  'early-access': 'Article; Early Access',
}

/** Tag → entries, a line each in the plain text. */
function wosFields({ number, year, oddity, authors }: Invented): [string, string[]][] {
  const printed = (place: Place) =>
    `${escaped(place.institution, oddity === 'entity')}, ${oddity === 'semicolon' ? 'Dept Soil; Dept Water, ' : 'Dept Phys, '}${place.wos}`
  const places = [...new Set(authors.flatMap((author) => author.places))]
  const addresses = places.flatMap((place) => {
    const names = authors.filter((author) => author.places.includes(place)).map(comma)
    const line = `[${names.join('; ')}] ${printed(place)}`
    return oddity === 'repeated' ? [line, line] : [line]
  })
  if (oddity === 'group') addresses.push('[Example Study Grp] Univ Elsewhere, Bergen, Norway')
  if (oddity === 'orphan') addresses.push('CESifo, Munich, Germany')
  const full = authors.map(comma)
  const isNobody = oddity === 'anonymous'
  if (isNobody) addresses.splice(0)
  const short = authors.map(({ last, first }) => `${last}, ${first[0]}`)
  return [
    ['PT', ['J']],
    ['AU', isNobody ? ['[Anonymous]'] : oddity === 'cut' ? [...short, 'Omega, O'] : short],
    ['AF', isNobody ? ['[Anonymous]'] : full],
    ['CA', oddity === 'group' ? ['Example Study Grp'] : []],
    ['TI', [`"Soil; water": a study ${number}`]],
    ['SO', ['JOURNAL OF EXAMPLE RESEARCH']],
    ['DT', [WOS_TYPES[oddity] ?? (number % 2 ? 'Article' : 'Review')]],
    ['C1', addresses],
    ['SN', [issn]],
    ['EI', ['2049-3630']],
    ['EA', oddity === 'early-access' ? [`JAN ${year}`] : []],
    ['PY', ['early-access', 'no-year'].includes(oddity) ? [] : [String(year)]],
    ['DI', [`10.5555/w${number}`]],
    ['UT', [`WOS:${String(number).padStart(15, '0')}`]],
  ]
}

export function wosPlain(records: readonly Invented[]): string {
  const blocks = records.map((record) =>
    wosFields(record)
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([tag, lines]) =>
        // Long lines go on in the next, with the bracket still open.
        (tag === 'C1' ? lines.map((line) => `${line}.`.replace('; ', ';\n   ')) : lines).map(
          (line, at) => `${at === 0 ? `${tag} ` : '   '}${line}`,
        ),
      )
      .join('\n'),
  )
  return `FN Clarivate Analytics Web of Science\nVR 1.0\n${blocks.map((block) => `${block}\nER\n\n`).join('')}EF\n`
}

/** With the further tab at the end of each line that the source leaves. */
export function wosTab(records: readonly Invented[]): string {
  const rows = records.map((record) => wosFields(record).map(([, lines]) => lines.join('; ')))
  const head = wosFields(records[0] as Invented).map(([tag]) => tag)
  return [head, ...rows].map((cells) => `${cells.join('\t')}\t\r\n`).join('')
}

const DIMENSIONS_TYPES: Partial<Record<Invented['oddity'], [string, string]>> = {
  conference: ['Proceeding', ''],
  editorial: ['Article', 'Editorial'],
  erratum: ['Article', 'Correction Erratum'],
  retracted: ['Preprint', ''],
}

export function dimensionsCsv(records: readonly Invented[]): string {
  const head = [
    'Rank',
    'Publication ID',
    'DOI',
    'Title',
    'Source title',
    'PubYear',
    'Publication Type',
    'Document Type',
    'Authors',
    'Authors Affiliations',
    'Research Organizations - standardized',
    'City of Research organization',
    'Country of Research organization',
  ]
  const rows = records.map(({ number, year, oddity, authors }) => {
    const places = [...new Set(authors.flatMap((author) => author.places))]
    const named = authors.map(
      (author) => `${comma(author)} (${author.places.map((one) => one.institution).join('; ')})`,
    )
    const paired = escaped(named.join('; '), oddity === 'entity') + (oddity === 'orphan' ? ' (' : '')
    const isNobody = oddity === 'anonymous'
    const [type, detail] = DIMENSIONS_TYPES[oddity] ?? [
      'Article',
      number % 2 ? 'Research Article' : 'Review Article',
    ]
    return [
      String(number),
      `pub.${number}`,
      `10.5555/d${number}`,
      `A study of soil; water ${number}`,
      'Journal of Example Research',
      oddity === 'no-year' ? '' : String(year),
      type,
      detail,
      isNobody ? '' : authors.map(comma).join('; ') + (oddity === 'cut' ? '; Omega, Otto' : ''),
      isNobody ? '' : paired,
      escaped(places.map((one) => one.institution).join('; '), oddity === 'entity'),
      places.map((one) => one.city).join('; '),
      places.map((one) => one.scopus.split(', ').at(-1)).join('; '),
    ]
  })
  return `"About the data: Exported on Nov 30, 2026. Criteria: ""soil""; water."\r\n${csv([head, ...rows])}\r\n`
}
