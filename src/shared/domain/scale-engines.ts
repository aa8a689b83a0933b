/** Engines that a plan of an index can be written for. */
export const SCALE_ENGINES = ['clickhouse', 'duckdb', 'spark'] as const
export type ScaleEngine = (typeof SCALE_ENGINES)[number]
