/** Which ids OpenAlex merged into which: `merged_ids/<entity>/*.csv.gz` with merge_date, id, merge_into_id. */
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'

/** Numbers of OpenAlex ids → the numbers that they were merged into, by the letter of their kind. */
export interface MergedIds {
  works: Map<number, number>
  institutions: Map<number, number>
}

export const noMerges = (): MergedIds => ({ works: new Map(), institutions: new Map() })

/** Whether a table lists merged ids, by the keys of its columns. */
export const isMergedIds = (columns: readonly string[]): boolean =>
  columns.includes('id') && columns.includes('merge_into_id')

/** Adds the merges of works and institutions of a file. @returns how many rows it has @throws what `readTable` throws */
export async function readMergedIds(path: string, into: MergedIds, signal: AbortSignal): Promise<number> {
  const form = await tableForm(path, { signal })
  let at: { from: number; to: number } | null = null
  let read = 0
  for await (const batch of readTable(path, form, () => void read++, { signal })) {
    for (const { cells } of batch) {
      if (!at) {
        const keys = cells.map(columnKey)
        at = { from: keys.indexOf('id'), to: keys.indexOf('merge_into_id') }
        continue
      }
      read += 1
      const from = idOf(cells[at.from])
      const to = idOf(cells[at.to])
      if (!from || !to || from.letter !== to.letter || from.number === to.number) continue
      if (from.letter === 'W') into.works.set(from.number, to.number)
      else if (from.letter === 'I') into.institutions.set(from.number, to.number)
    }
  }
  return read
}

/** The number that stands for `number` at last: merges of merges are followed, circles end where they began. */
export function mergedInto(number: number, merges: ReadonlyMap<number, number>): number {
  let last = number
  for (let step = 0; step < 50; step++) {
    const next = merges.get(last)
    if (next === undefined) return last
    if (next === number) return Math.min(number, last)
    last = next
  }
  return last
}

function idOf(text: string | undefined): { letter: string; number: number } | null {
  const found = /(?:^|\/)([WI])(\d{1,15})$/i.exec(text?.trim() ?? '')
  return found ? { letter: (found[1] as string).toUpperCase(), number: Number(found[2]) } : null
}
