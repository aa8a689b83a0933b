/** Engines that a plan of an index can be written for. */
export const SCALE_ENGINES = ['clickhouse', 'duckdb', 'spark'] as const
export type ScaleEngine = (typeof SCALE_ENGINES)[number]

/** How they are called, in every language. */
export const ENGINE_NAMES: Record<ScaleEngine, string> = {
  clickhouse: 'ClickHouse',
  duckdb: 'DuckDB',
  spark: 'Spark',
}
