export * from '../../../../shared/screens/lines.ts'
