/** Printed changes by subject and period, as screens and figures group them. */
import type { PrintedChange } from '../contract/changes.ts'

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

/** One of an edition, in addresses and in figures: no city has two in a subject, period and unit. */
export const changeKey = ({ subject, id, from, to, unit }: PrintedChange): string =>
  [subject, id, from, to, unit].join('~')
