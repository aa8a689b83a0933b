/** DuckDB 1.4 or newer. */
import type { Dialect, Shape } from './dialect.ts'
import { isTable, quoted } from './dialect.ts'

function typeOf(shape: Shape): string {
  if (shape === 'text') return 'VARCHAR'
  if ('list' in shape) return `${typeOf(shape.list)}[]`
  return `STRUCT(${Object.entries(shape.fields)
    .map(([name, of]) => `"${name}" ${typeOf(of)}`)
    .join(', ')})`
}

const arrayOf = (values: readonly (string | number)[]) =>
  `[${values.map((value) => (typeof value === 'number' ? String(value) : quoted(value))).join(', ')}]`

/** Bytes of the longest line. */
const LONGEST = 536870912

const viewOf = (view: string, from: string) => `CREATE OR REPLACE VIEW ${view} AS SELECT * FROM ${from};`

export const duckdb: Dialect = {
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  begin: '',
  run: 'for step in sql/*.sql; do duckdb work.duckdb < "$step" || break; done',
  create: (table, query) => `CREATE OR REPLACE TABLE ${table} AS\n${query};`,
  worksView(view, address, shape) {
    if (isTable(address)) return viewOf(view, address)
    const columns = Object.entries(shape).map(([name, of]) => `${quoted(name)}: ${quoted(typeOf(of))}`)
    return viewOf(
      view,
      `read_json(${quoted(address)}, format = 'newline_delimited', maximum_object_size = ${LONGEST},\n` +
        `  ignore_errors = true, columns = {${columns.join(', ')}})`,
    )
  },
  // Unless it is told, the buffer of each open file is sixteen longest lines, 8 GiB, whatever the file's size.
  linesView: (view, address) =>
    isTable(address)
      ? viewOf(view, address)
      : `CREATE OR REPLACE VIEW ${view} AS SELECT * FROM read_csv(${quoted(address)}, columns = {'line': 'VARCHAR'},
  header = false, auto_detect = false, delim = '\\x01', quote = '', escape = '', max_line_size = ${LONGEST},
  buffer_size = ${LONGEST}, strict_mode = false)
WHERE trim(line) <> '';`,
  loaded(table, file, columns) {
    const types = Object.entries(columns).map(
      ([name, type]) => `${quoted(name)}: ${quoted(type === 'text' ? 'VARCHAR' : 'BIGINT')}`,
    )
    const form = `header = true, quote = '"', escape = '"', nullstr = ''`
    return duckdb.create(
      table,
      `SELECT * FROM read_csv(${quoted(file)}, ${form}, columns = {${types.join(', ')}})`,
    )
  },
  write: (query, file) =>
    `COPY (
${query}
) TO ${quoted(file)} (FORMAT ${file.endsWith('.parquet') ? 'parquet' : 'json'});`,
  values: (rows, columns) =>
    `SELECT * FROM (VALUES ${rows.map(([a, b, c]) => `(${a}::BIGINT, ${b}::BIGINT, ${quoted(c)})`).join(', ')}) AS given(${columns.join(', ')})`,
  list: (value) => `coalesce(${value}, [])`,
  field: (record, name) => `${record}."${name}"`,
  isThere: (record) => `${record} IS NOT NULL`,
  each: (list, body, name = 'x') => `list_transform(${list}, lambda ${name}: ${body})`,
  pairwise: (a, b, body) =>
    `list_transform(list_transform(list_zip(${a}, ${b}), lambda p: {x: p[1], y: p[2]}), lambda z: ${body.replace(/\b[xy]\b/g, 'z.$&')})`,
  flat: (lists) => `flatten(${lists})`,
  those: (list, condition) => `list_filter(${list}, lambda x: ${condition})`,
  distinct: (list) => `list_distinct(${list})`,
  joined: (...lists) => lists.reduce((all, list) => `list_concat(${all}, ${list})`),
  size: (list) => `len(${list})`,
  at: (list, k) => `coalesce(${list}[${k}], '')`,
  hasAny: (list, values) => `list_has_any(${list}, ${arrayOf(values)})`,
  inOne: (list) => `array_to_string(list_sort(${list}), ' ')`,
  listOf: (text) => `[${text}]`,
  rows: (from, list, name) => `${from}, unnest(${list}) AS each_${name}(${name})`,
  found: (text, pattern) => `regexp_extract(coalesce(${text}, ''), ${quoted(pattern)}, 1)`,
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${quoted(pattern)}, ${quoted(by)}, 'g')`,
  first: (sign) => `\\1${sign}`,
  lower: (text) => `translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`,
  unescaped: (text) => `url_decode(${text})`,
  whole: (text) => `TRY_CAST(nullif(${text}, '') AS BIGINT)`,
  isBelow: (text, bound) => `coalesce(TRY_CAST(${text} AS DECIMAL(30, 15)) < ${bound}, false)`,
  bits: (a, b) => `(${a} & ${b})`,
  quotient: (a, b) => `(${a}) // (${b})`,
  sum: (value) => `sum(${value})`,
  narrow: (value) => `CAST(${value} AS BIGINT)`,
}
