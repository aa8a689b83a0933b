/** The fields of an affiliations table, and the names under which tables have them. */
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { GivenColumns } from '../../../shared/contract/imports.ts'
import type { TableField } from '../../../shared/domain/table-fields.ts'
import { TABLE_FIELDS } from '../../../shared/domain/table-fields.ts'
import { importIssue } from '../text/import-issue.ts'
import { columnKey } from '../text/small-table.ts'
import { misfit } from './column-fit.ts'

/** Further names, as keys (see `columnKey`), in the order in which they are tried. */
const ALIASES: Record<TableField, readonly string[]> = {
  article_id: [
    'article',
    'work_id',
    'paper_id',
    'publication_id',
    'openalex_id',
    'eid',
    'ut',
    'pmid',
    'id',
    '论文编号',
    '文章编号',
    '论文id',
    '文章id',
    '编号',
  ],
  doi: ['article_doi', 'digital_object_identifier'],
  title: ['article_title', 'paper_title', '标题', '题名', '论文标题', '篇名'],
  year: ['publication_year', 'pub_year', 'py', '年份', '发表年份', '出版年', '年'],
  journal: [
    'journal_title',
    'journal_name',
    'source_title',
    'source_display_name',
    'source',
    '期刊',
    '期刊名称',
    '刊名',
  ],
  issn: ['issns', 'issn_l', 'journal_issn'],
  source_id: ['journal_id', 'openalex_source_id', '期刊编号'],
  subjects: ['subject', 'subject_area', '学科', '学科领域'],
  authors_count: ['author_count', 'number_of_authors', '作者数', '作者总数'],
  author_id: ['authorid', 'orcid', 'author_orcid', '作者编号', '作者id'],
  author_seq: [
    'author_sequence',
    'author_position',
    'author_order',
    'author_rank',
    'seq',
    '作者顺序',
    '作者序号',
    '作者次序',
    '署名顺序',
  ],
  author_name: ['author', 'name', 'author_full_name', 'author_display_name', '作者', '作者姓名', '姓名'],
  institution_id: ['ror', 'ror_id', 'institution_ror', 'affiliation_id', 'org_id', '机构编号', '机构id'],
  institution: [
    'institution_name',
    'institution_display_name',
    'organisation',
    'organization',
    'org',
    'organisation_name',
    'organization_name',
    'org_name',
    'affiliation_name',
    '机构',
    '机构名称',
    '单位',
  ],
  city: ['city_name', 'institution_city', 'affiliation_city', '城市'],
  country: [
    'country_code',
    'country_name',
    'institution_country_code',
    'institution_country',
    'affiliation_country',
    '国家',
    '国家地区',
    '国家/地区',
  ],
  affiliation: [
    'raw',
    'raw_affiliation',
    'raw_affiliation_string',
    'raw_affiliation_strings',
    'affiliation_string',
    'address',
    '地址',
    '所属机构',
    '原始地址',
  ],
}

/** Position of each field's column; null where the table has none. */
export type ColumnMap = Record<TableField, number | null>

export interface MappedColumns {
  columns: { name: string; field: TableField | null }[]
  map: ColumnMap
  /** What keeps the table from being read. */
  issues: FileIssue[]
  /** Columns that have the name of a field and were passed over, as they do not hold its values. */
  unfit: FileIssue[]
}

export function isField(text: string): text is TableField {
  return (TABLE_FIELDS as readonly string[]).includes(text)
}

/**
 * Finds the column of each field: by `given`, else by the field's own name, else by its further names; of columns
 * that are not given, those alone whose values fit.
 * @param sample rows of the table
 */
export function mapColumns(
  file: string,
  columns: readonly string[],
  given: Readonly<GivenColumns> = {},
  sample: readonly (readonly string[])[] = [],
): MappedColumns {
  const issues: FileIssue[] = []
  const unfit: FileIssue[] = []
  const keys = columns.map(columnKey)
  const map = Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as ColumnMap
  const used = new Set<number>()
  const use = (field: TableField, at: number) => {
    map[field] = at
    used.add(at)
  }
  for (const [field, column] of Object.entries(given)) {
    const at = column === null ? -1 : keys.indexOf(columnKey(column))
    if (!isField(field)) issues.push(importIssue(file, null, 'map-file', { reason: field }))
    else if (column === null) continue
    else if (at < 0) issues.push(importIssue(file, 1, 'column-missing', { column }))
    else use(field, at)
  }
  for (const field of TABLE_FIELDS) {
    if (field in given) continue
    for (const key of [field, ...ALIASES[field]]) {
      const at = keys.indexOf(key)
      if (at < 0 || used.has(at)) continue
      const value = misfit(field, columnOf(sample, at))
      if (value === null) {
        use(field, at)
        break
      }
      const column = columns[at]?.trim() ?? ''
      unfit.push(
        importIssue(file, null, 'column-unfit', { field, column, value: value.slice(0, 60) }, column),
      )
    }
  }
  const twice = columns.find((_, at) => {
    const first = keys.indexOf(keys[at] ?? '')
    return first !== at && used.has(first)
  })
  if (twice !== undefined) issues.push(importIssue(file, 1, 'column-twice', { column: twice }))
  for (const column of missing(map)) issues.push(importIssue(file, 1, 'column-missing', { column }))
  if (issues.length > 0) issues.push(...unfit)
  const fieldAt = new Map(TABLE_FIELDS.map((field) => [map[field], field] as const))
  return {
    columns: columns.map((name, at) => ({ name: name.trim(), field: fieldAt.get(at) ?? null })),
    map,
    issues,
    unfit,
  }
}

const columnOf = (rows: readonly (readonly string[])[], at: number): string[] =>
  rows.map((row) => row[at] ?? '')

/** An article, its year and an author must be told; the author may have no affiliation. */
function missing(map: ColumnMap): string[] {
  const lacking: string[] = []
  if (map.article_id === null && map.doi === null) lacking.push('article_id')
  if (map.year === null) lacking.push('year')
  if (map.author_seq === null && map.author_id === null && map.author_name === null)
    lacking.push('author_seq')
  const place = [map.institution_id, map.institution, map.city, map.country, map.affiliation]
  if (place.every((at) => at === null)) lacking.push('institution')
  return lacking
}

/** Whether a table is an affiliations table, by its columns' names. */
export function isAffiliations(columns: readonly string[]): boolean {
  return missing(mapColumns('', columns).map).length === 0
}

/** A table with fewer of our fields is something else. */
const LEAST_FIELDS = 3

/** Whether cells are the head of a table that may be one of affiliations, by the names of columns alone. */
export function mayBeHead(cells: readonly string[], given?: GivenColumns): boolean {
  const { columns, map } = mapColumns('', cells, given)
  return columns.filter(({ field }) => field !== null).length >= LEAST_FIELDS || missing(map).length === 0
}
