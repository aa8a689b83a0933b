/** Data of the benchmarks. */
export { realInstitutions, realRecords } from './real-records.ts'
export { syntheticInstitutions, syntheticWorks } from './synthetic-works.ts'
export { LARGE_INDEX, largeIndex } from './large-index.ts'
