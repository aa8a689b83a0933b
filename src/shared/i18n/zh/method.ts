import type { method as en } from '../en/method.ts'

export const method: typeof en = {}
