export * from '../../../shared/screens/rail.ts'
