/** Data of the benchmarks. */
export { realRecords } from './real-records.ts'
export { syntheticWorks } from './synthetic-works.ts'
