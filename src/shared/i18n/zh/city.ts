import type { city as en } from '../en/city.ts'

export const city: typeof en = {}
