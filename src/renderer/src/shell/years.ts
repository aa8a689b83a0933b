export * from '../../../shared/screens/years.ts'
