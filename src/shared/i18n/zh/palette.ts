import type { palette as en } from '../en/palette.ts'

export const palette: typeof en = {}
