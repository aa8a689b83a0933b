import type { datasets as en } from '../en/datasets.ts'

export const datasets: typeof en = {}
