/** Spark SQL 4 or newer, Databricks included. */
import type { Dialect, Shape } from './dialect.ts'
import { isTable } from './dialect.ts'

/** In Spark a backslash escapes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function typeOf(shape: Shape): string {
  if (shape === 'text') return 'STRING'
  if ('list' in shape) return `ARRAY<${typeOf(shape.list)}>`
  return `STRUCT<${Object.entries(shape.fields)
    .map(([name, of]) => `\`${name}\`: ${typeOf(of)}`)
    .join(', ')}>`
}

const arrayOf = (values: readonly (string | number)[]) =>
  `array(${values.map((value) => (typeof value === 'number' ? `${value}L` : quoted(value))).join(', ')})`

export const spark: Dialect = {
  asText: (value) => `CAST(${value} AS STRING)`,
  run: 'cat sql/*.sql > all.sql && spark-sql -f all.sql',
  begin: 'SET spark.sql.ansi.enabled = true;',
  create: (table, query) => `CREATE OR REPLACE TABLE ${table} AS\n${query};`,
  worksView(view, address, shape) {
    if (isTable(address)) return `CREATE OR REPLACE TEMPORARY VIEW ${view} AS SELECT * FROM ${address};`
    const schema = Object.entries(shape).map(([name, of]) => `\`${name}\` ${typeOf(of)}`)
    return `CREATE OR REPLACE TEMPORARY VIEW ${view} (${schema.join(', ')})\n  USING json OPTIONS (path ${quoted(address)});`
  },
  linesView: (view, address) =>
    isTable(address)
      ? `CREATE OR REPLACE TEMPORARY VIEW ${view} AS SELECT * FROM ${address};`
      : `CREATE OR REPLACE TEMPORARY VIEW ${view} AS SELECT * FROM text.\`${address}\` WHERE trim(value) <> '';`,
  loaded(table, file, columns) {
    const types = Object.entries(columns).map(
      ([name, type]) => `${name} ${type === 'text' ? 'STRING' : 'BIGINT'}`,
    )
    return `CREATE OR REPLACE TEMPORARY VIEW ${table} (${types.join(', ')})\n  USING csv OPTIONS (path ${quoted(file)}, header 'true', escape '"');`
  },
  write: (query, file) =>
    `INSERT OVERWRITE DIRECTORY ${quoted(file)} USING ${file.endsWith('.parquet') ? 'parquet' : 'json'}\n${query};`,
  values: (rows, columns) =>
    `SELECT * FROM VALUES ${rows.map(([a, b, c]) => `(${a}L, ${b}L, ${quoted(c)})`).join(', ')} AS given(${columns.join(', ')})`,
  list: (value) => `coalesce(${value}, array())`,
  field: (record, name) => `${record}.\`${name}\``,
  isThere: (record) => `${record} IS NOT NULL`,
  each: (list, body, name = 'x') => `transform(${list}, ${name} -> ${body})`,
  pairwise: (a, b, body) => `zip_with(${a}, ${b}, (x, y) -> ${body})`,
  flat: (lists) => `flatten(${lists})`,
  those: (list, condition) => `filter(${list}, x -> ${condition})`,
  distinct: (list) => `array_distinct(${list})`,
  joined: (...lists) => (lists.length === 1 ? (lists[0] as string) : `concat(${lists.join(', ')})`),
  size: (list) => `CAST(size(${list}) AS BIGINT)`,
  at: (list, k) => `coalesce(get(${list}, ${k - 1}), '')`,
  hasAny: (list, values) => `coalesce(arrays_overlap(${list}, ${arrayOf(values)}), false)`,
  inOne: (list) => `array_join(array_sort(${list}), ' ')`,
  listOf: (text) => `array(${text})`,
  rows: (from, list, name) => `${from} LATERAL VIEW explode(${list}) each_${name} AS ${name}`,
  found: (text, pattern) => `regexp_extract(coalesce(${text}, ''), ${quoted(pattern)}, 1)`,
  replaced: (text, pattern, by) => `regexp_replace(${text}, ${quoted(pattern)}, ${quoted(by)})`,
  first: (sign) => `$1${sign}`,
  lower: (text) => `translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`,
  unescaped: (text) => `coalesce(try_url_decode(replace(${text}, '+', '%2B')), ${text})`,
  whole: (text) => `TRY_CAST(nullif(${text}, '') AS BIGINT)`,
  isBelow: (text, bound) => `coalesce(TRY_CAST(${text} AS DECIMAL(30, 15)) < ${bound}, false)`,
  bits: (a, b) => `(${a} & ${b})`,
  quotient: (a, b) => `(${a}) DIV (${b})`,
  sum: (value) => `sum(CAST(${value} AS DECIMAL(38, 0)))`,
  narrow: (value) => `CAST(${value} AS BIGINT)`,
}
