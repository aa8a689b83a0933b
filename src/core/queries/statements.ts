/** Printed figures of a dataset, each with the file and line it was read from. */
import type { Qualifier } from '../../shared/contract/common.ts'
import type { InstitutionName, Statement, StatementCity } from '../../shared/contract/cities.ts'

export interface StatementRow {
  figure_id: number
  indicator: string
  subject: string
  city_id: string | null
  city_printed: string
  city_name: string | null
  city_name_zh: string | null
  other_id: string | null
  other_name: string | null
  other_name_zh: string | null
  year_from: number | null
  year_to: number | null
  value: number | null
  unit: string
  decimals: number | null
  qualifier: Qualifier
  a_id: string | null
  a_name: string | null
  a_name_zh: string | null
  b_id: string | null
  b_name: string | null
  b_name_zh: string | null
  note: string
  scope_id: string | null
  edition: number
  file: string
  source_line: number
  origin: string
}

/** Ends in a WHERE clause of the caller. */
export const STATEMENT_SQL = `
  SELECT f.figure_id, f.indicator, f.subject, f.city_id, f.city_printed, c.name AS city_name, c.name_zh AS city_name_zh,
    f.city_b AS other_id, o.name AS other_name, o.name_zh AS other_name_zh, f.year_from, f.year_to, f.value, f.unit, f.decimals,
    f.qualifier, f.institution_a AS a_id, a.name AS a_name, a.name_zh AS a_name_zh,
    f.institution_b AS b_id, b.name AS b_name, b.name_zh AS b_name_zh,
    f.note, f.scope_id, f.edition, s.file, f.source_line, f.origin
  FROM figures f JOIN sources s USING (source_id)
  LEFT JOIN cities c ON c.city_id = f.city_id
  LEFT JOIN cities o ON o.city_id = f.city_b
  LEFT JOIN institutions a ON a.institution_id = f.institution_a
  LEFT JOIN institutions b ON b.institution_id = f.institution_b`

const institution = (name: string | null, nameZh: string | null): InstitutionName | null =>
  name === null ? null : { name, nameZh }

const city = (cityId: string | null, name: string | null, nameZh: string | null): StatementCity | null =>
  cityId === null || name === null ? null : { cityId, name, nameZh }

export function sourceOf(row: StatementRow): Statement['source'] {
  return { file: row.file, line: row.source_line, origin: row.origin }
}

export function toStatement(row: StatementRow): Statement {
  return {
    figureId: row.figure_id,
    indicator: row.indicator,
    subject: row.subject,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    value: row.value,
    unit: row.unit,
    decimals: row.decimals,
    qualifier: row.qualifier,
    city: city(row.city_id, row.city_name, row.city_name_zh),
    otherCity: city(row.other_id, row.other_name, row.other_name_zh),
    institutionA: institution(row.a_name, row.a_name_zh),
    institutionB: institution(row.b_name, row.b_name_zh),
    note: row.note,
    scope: row.scope_id,
    edition: row.edition,
    source: sourceOf(row),
  }
}
