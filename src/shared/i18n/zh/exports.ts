import type { exports as en } from '../en/exports.ts'

export const exports: typeof en = {}
