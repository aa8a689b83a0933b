/** Printed changes by subject and period, and the axis that their bars share. */
import type { PrintedChange } from '../../../../shared/contract/changes.ts'
import { tickDecimals, ticksBetween } from '../../../../shared/figures/ticks.ts'

export interface ChangeGroup {
  key: string
  subject: string
  from: number
  to: number
  edition: number
  /** The first of its subject. */
  newSubject: boolean
  rows: PrintedChange[]
  /** Cities named in the group. */
  cities: number
}

/** @param changes in the order of the query: by subject, then period */
export function groupsOf(changes: readonly PrintedChange[]): ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const row of changes) {
    const key = [row.subject, row.from, row.to, row.edition].join('/')
    const last = groups.at(-1)
    if (last?.key === key) last.rows.push(row)
    else {
      const { subject, from, to, edition } = row
      const newSubject = last?.subject !== subject
      groups.push({ key, subject, from, to, edition, newSubject, rows: [row], cities: 0 })
    }
  }
  return groups.map((group) => ({ ...group, cities: new Set(group.rows.map(({ id }) => id)).size }))
}

export interface PercentAxis {
  min: number
  max: number
  ticks: number[]
  decimals: number
}

/** An axis through 0 with a little room at both ends; null without a percentage. */
export function percentAxis(changes: readonly PrintedChange[]): PercentAxis | null {
  const values = changes.filter(({ unit }) => unit === 'percent').map(({ value }) => value)
  if (values.length === 0) return null
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)]
  const room = (largest - least || 1) * 0.03
  const [min, max] = [least < 0 ? least - room : 0, largest > 0 ? largest + room : 0]
  const ticks = ticksBetween(min, max, 5)
  return { min, max, ticks, decimals: tickDecimals(ticks) }
}

/** Where a bar begins and how long it is, as parts of the axis. */
export function barOn({ min, max }: PercentAxis, value: number): { from: number; length: number } {
  const place = (at: number) => (at - min) / (max - min)
  return { from: place(Math.min(0, value)), length: Math.abs(value) / (max - min) }
}
