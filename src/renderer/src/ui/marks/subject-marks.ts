export * from '../../../../shared/screens/subject-marks.ts'
