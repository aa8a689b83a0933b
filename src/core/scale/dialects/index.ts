import type { ScaleEngine } from '../../../shared/domain/scale-engines.ts'
import { clickhouse } from './clickhouse.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb.ts'
import { spark } from './spark.ts'

/** @param cluster of ClickHouse: the machines that read addresses of buckets together; null for one machine */
export const dialectOf = (engine: ScaleEngine, cluster: string | null): Dialect =>
  ({ clickhouse: clickhouse(cluster), duckdb, spark })[engine]
