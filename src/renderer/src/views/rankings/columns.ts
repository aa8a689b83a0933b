export * from '../../../../shared/screens/columns.ts'
