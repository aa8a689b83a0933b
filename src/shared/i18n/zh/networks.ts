import type { networks as en } from '../en/networks.ts'

export const networks: typeof en = {}
