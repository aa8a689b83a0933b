export * from '../../../../shared/screens/scale.ts'
