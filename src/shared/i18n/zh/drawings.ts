import type { drawings as en } from '../en/drawings.ts'

export const drawings: typeof en = {}
