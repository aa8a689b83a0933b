import type { rankings as en } from '../en/rankings.ts'

export const rankings: typeof en = {}
