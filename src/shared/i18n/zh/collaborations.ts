import type { collaborations as en } from '../en/collaborations.ts'

export const collaborations: typeof en = {}
