/** The columns by which exports of databases are told, and under which names each field stands. */
import { columnKey } from '../text/small-table.ts'
import type { DimensionsField } from './dimensions.ts'
import type { ScopusField } from './scopus.ts'
import type { WosField } from './wos.ts'

type Columns<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** English, then the Chinese head of an account set to Chinese. */
export const SCOPUS: Columns<ScopusField> = {
  authors: ['Authors', '作者'],
  fullNames: ['Author full names', '作者全名'],
  ids: ['Author(s) ID', 'Authors ID', 'Author IDs', '作者 ID'],
  title: ['Title', 'Document Title', '文献标题', '标题'],
  year: ['Year', '年份'],
  journal: ['Source title', '来源出版物名称'],
  doi: ['DOI'],
  affiliations: ['Affiliations', '归属机构'],
  paired: ['Authors with affiliations', '带归属机构的作者'],
  issn: ['ISSN'],
  type: ['Document Type', '文献类型'],
  eid: ['EID'],
}

/** Tags of Web of Science, then the words of its newer tables. */
export const WOS: Columns<WosField> = {
  authors: ['AU', 'Authors'],
  fullNames: ['AF', 'Author Full Names'],
  groups: ['CA', 'Group Authors'],
  title: ['TI', 'Article Title'],
  journal: ['SO', 'Source Title'],
  type: ['DT', 'Document Type'],
  addresses: ['C1', 'Addresses'],
  issn: ['SN', 'ISSN'],
  eissn: ['EI', 'eISSN'],
  year: ['PY', 'Publication Year'],
  early: ['EA', 'Early Access Date'],
  doi: ['DI', 'DOI'],
  ut: ['UT', 'UT (Unique WOS ID)', 'UT (Unique ID)'],
}

export const DIMENSIONS: Columns<DimensionsField> = {
  id: ['Publication ID'],
  doi: ['DOI'],
  title: ['Title'],
  journal: ['Source title'],
  year: ['PubYear'],
  type: ['Publication Type'],
  documentType: ['Document Type'],
  authors: ['Authors'],
  paired: ['Authors Affiliations', 'Authors Affiliation', 'Authors (Affiliations)'],
  organisations: ['Research Organizations - standardized'],
  cities: ['City of Research organization', 'City of standardized research organization'],
  countries: ['Country of Research organization', 'Country of standardized research organization'],
  issn: ['ISSN'],
}

export const TABLES = {
  scopus: SCOPUS,
  wos: WOS,
  dimensions: DIMENSIONS,
} as const
export type TableSource = keyof typeof TABLES

/** Exports from which no Share can be had, named all the same. */
export type OtherExport =
  | 'scopus-unpaired'
  | 'wos-unpaired'
  | 'dimensions-unpaired'
  | 'openalex-unpaired'
  | 'lens'
  | 'ieee'
  | 'springer'
  | 'pubmed'
  | 'ris'
  | 'bibtex'
  | 'endnote'

export type ExportKind = TableSource | OtherExport

/** @param names the cells of the first record, as they are printed; null where it is no export that is known */
export function exportOf(names: readonly string[]): ExportKind | null {
  return taggedExport(names[0] ?? '') ?? tableExport(names)
}

/** Texts of tags, told by their first line. */
function taggedExport(first: string): ExportKind | null {
  const line = first.replace(/^\uFEFF/, '').trimStart()
  if (/^FN (Clarivate|Thomson|ISI Export)/i.test(line) || /^PT [A-Z]$/.test(line.trim())) return 'wos'
  if (/^TY\s{1,2}-/.test(line)) return 'ris'
  if (/^(PMID|OWN )- ?/.test(line)) return 'pubmed'
  if (/^%[0A-Z] \S/.test(line)) return 'endnote'
  return /^@[a-z]+\s*\{/i.test(line) ? 'bibtex' : null
}

function tableExport(names: readonly string[]): ExportKind | null {
  const keys = new Set(names.map(columnKey))
  const has = (...columns: string[]) => columns.every((column) => keys.has(columnKey(column)))
  const any = (columns: readonly string[]) => columns.some((column) => keys.has(columnKey(column)))
  if (has('PT', 'AU', 'TI', 'SO') || has('AU', 'C1', 'PY', 'UT'))
    return any(WOS.addresses) ? 'wos' : 'wos-unpaired'
  if (has('Publication Type', 'Article Title', 'Source Title') || any(['UT (Unique WOS ID)'])) {
    return has('Addresses') ? 'wos' : 'wos-unpaired'
  }
  if (has('Lens ID')) return 'lens'
  if (has('Publication ID', 'PubYear') || has('PubYear', 'Dimensions URL')) {
    return any(DIMENSIONS.paired) ? 'dimensions' : 'dimensions-unpaired'
  }
  if (any(SCOPUS.eid) || any(SCOPUS.paired) || any(SCOPUS.ids)) {
    if (any(SCOPUS.authors) && any(SCOPUS.title) && any(SCOPUS.year)) {
      return any(SCOPUS.paired) ? 'scopus' : 'scopus-unpaired'
    }
  }
  if (has('authorships.author.display_name') || has('authorships.author.id')) {
    return 'openalex-unpaired'
  }
  if (has('author_names', 'author_institution_names')) return 'openalex-unpaired'
  if (has('Document Title', 'Author Affiliations') || has('Document Title', 'IEEE Terms')) return 'ieee'
  if (has('Item Title', 'Publication Title', 'Content Type')) return 'springer'
  return has('PMID', 'Title', 'Authors', 'Journal/Book') ? 'pubmed' : null
}

/** Place of each field's column; -1 where the table has none. */
export function placesOf(
  columns: Readonly<Record<string, readonly string[]>>,
  names: readonly string[],
): Record<string, number> {
  const keys = names.map(columnKey)
  const at = (wanted: readonly string[]) => {
    const found = wanted.map((name) => keys.indexOf(columnKey(name))).find((place) => place >= 0)
    return found ?? -1
  }
  return Object.fromEntries(Object.entries(columns).map(([field, wanted]) => [field, at(wanted)]))
}
