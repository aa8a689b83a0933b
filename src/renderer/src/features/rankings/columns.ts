export * from '../../../../shared/tables/ranking-columns.ts'
