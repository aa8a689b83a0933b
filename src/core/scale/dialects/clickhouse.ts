/** ClickHouse 25 or newer: a server, a cluster, or the engine inside a process. */
import type { Dialect, Shape } from './dialect.ts'
import { isTable } from './dialect.ts'

/** In ClickHouse a backslash escapes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function typeOf(shape: Shape): string {
  if (shape === 'text') return 'Nullable(String)'
  if ('list' in shape) return `Array(${typeOf(shape.list)})`
  return `Tuple(${Object.entries(shape.fields)
    .map(([name, of]) => `\`${name}\` ${typeOf(of)}`)
    .join(', ')})`
}

const arrayOf = (values: readonly (string | number)[]) =>
  `[${values.map((value) => (typeof value === 'number' ? String(value) : quoted(value))).join(', ')}]`

const viewOf = (view: string, from: string) =>
  `DROP VIEW IF EXISTS ${view};\nCREATE VIEW ${view} AS SELECT * FROM ${from};`

/** @param cluster reads addresses of buckets on every machine of this cluster */
export function clickhouse(cluster: string | null): Dialect {
  return dialect((address, format, structure) => {
    if (isTable(address)) return address
    const rest = `${quoted(format)},\n  ${quoted(structure)})`
    if (!/^(s3|https?):/i.test(address)) return `file(${quoted(address)}, ${rest}`
    const from = cluster === null ? 's3(' : `s3Cluster(${quoted(cluster)}, `
    return `${from}${quoted(address)}, NOSIGN, ${rest}`
  })
}

const dialect = (sourceOf: (address: string, format: string, structure: string) => string): Dialect => ({
  asText: (value) => `toString(${value})`,
  run: 'for step in sql/*.sql; do clickhouse-client --queries-file "$step" || break; done',
  begin: [
    'SET input_format_json_read_numbers_as_strings = 1, input_format_json_read_bools_as_strings = 1;',
    'SET input_format_json_read_objects_as_strings = 1, input_format_json_read_arrays_as_strings = 1;',
    'SET input_format_json_max_depth = 10000, input_format_null_as_default = 1, input_format_skip_unknown_fields = 1;',
    'SET input_format_json_defaults_for_missing_elements_in_named_tuple = 1;',
    'SET input_format_json_ignore_unknown_keys_in_named_tuple = 1;',
    'SET input_format_allow_errors_ratio = 0.5, join_use_nulls = 1, prefer_column_name_to_alias = 1, max_bytes_before_external_group_by = 8000000000;',
  ].join('\n'),
  create: (table, query) =>
    `DROP TABLE IF EXISTS ${table};\nCREATE TABLE ${table} ENGINE = MergeTree ORDER BY tuple() AS\n${query};`,
  worksView(view, address, shape) {
    const structure = Object.entries(shape).map(([name, of]) => `\`${name}\` ${typeOf(of)}`)
    return viewOf(view, sourceOf(address, 'JSONEachRow', structure.join(', ')))
  },
  linesView: (view, address) =>
    isTable(address)
      ? viewOf(view, address)
      : `DROP VIEW IF EXISTS ${view};\nCREATE VIEW ${view} AS SELECT * FROM ${sourceOf(address, 'LineAsString', 'line String')}\nWHERE trimBoth(line) <> '';`,
  loaded(table, file, columns) {
    const types = Object.entries(columns).map(
      ([name, type]) => `${name} Nullable(${type === 'text' ? 'String' : 'Int64'})`,
    )
    return [
      `DROP TABLE IF EXISTS ${table};`,
      `CREATE TABLE ${table} (${types.join(', ')}) ENGINE = MergeTree ORDER BY tuple();`,
      `INSERT INTO ${table} FROM INFILE ${quoted(file)} FORMAT CSVWithNames;`,
    ].join('\n')
  },
  write: (query, file) =>
    `${query}\nINTO OUTFILE ${quoted(file)} TRUNCATE FORMAT ${file.endsWith('.parquet') ? 'Parquet' : 'JSONEachRow'};`,
  values: (rows, columns) =>
    `SELECT * FROM values('${columns[0]} Int64, ${columns[1]} Int64, ${columns[2]} String', ${rows.map(([a, b, c]) => `(${a}, ${b}, ${quoted(c)})`).join(', ')})`,
  list: (value) => value,
  field: (record, name) => `tupleElement(${record}, ${quoted(name)})`,
  // Tuples are never missing: an author who is null counts as one without an affiliation.
  isThere: () => 'true',
  each: (list, body, name = 'x') => `arrayMap(${name} -> ${body}, ${list})`,
  pairwise: (a, b, body) => `arrayMap((x, y) -> ${body}, ${a}, ${b})`,
  flat: (lists) => `arrayFlatten(${lists})`,
  those: (list, condition) => `arrayFilter(x -> ${condition}, ${list})`,
  distinct: (list) => `arrayDistinct(${list})`,
  joined: (...lists) => (lists.length === 1 ? (lists[0] as string) : `arrayConcat(${lists.join(', ')})`),
  size: (list) => `toInt64(length(${list}))`,
  at: (list, k) => `${list}[${k}]`,
  hasAny: (list, values) => `hasAny(${list}, ${arrayOf(values)})`,
  inOne: (list) => `arrayStringConcat(arraySort(${list}), ' ')`,
  listOf: (text) => `[${text}]`,
  rows: (from, list, name) => `${from} ARRAY JOIN ${list} AS ${name}`,
  found: (text, pattern) => `extract(ifNull(${text}, ''), ${quoted(pattern)})`,
  replaced: (text, pattern, by) => `replaceRegexpAll(${text}, ${quoted(pattern)}, ${quoted(by)})`,
  first: (sign) => `\\1${sign}`,
  lower: (text) => `lower(${text})`,
  unescaped: (text) => `decodeURLComponent(${text})`,
  whole: (text) => `toInt64OrNull(${text})`,
  isBelow: (text, bound) =>
    `ifNull(toDecimal128OrNull(ifNull(${text}, ''), 15) < toDecimal128(${bound}, 15), false)`,
  bits: (a, b) => `bitAnd(${a}, ${b})`,
  quotient: (a, b) => `intDiv(${a}, ${b})`,
  sum: (value) => `sum(toInt256(${value}))`,
  narrow: (value) => `accurateCast(${value}, 'Int64')`,
})
