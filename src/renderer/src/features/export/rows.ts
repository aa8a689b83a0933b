/** The rows behind a figure as their JSON file tells them: how many there are, which can be pointed at, how they are cited. */
import type { NamedThing } from '../../../../shared/domain/language.ts'

export interface SheetRow extends NamedThing {
  id: string
  rank: number | null
}

export interface SheetRows {
  rows: SheetRow[]
  /** Rows of the file, and rows that there are. */
  count: number
  of: number
  citation: [string, string][]
  /** Of the figures; null of several. */
  year: number | null
}

export const NO_ROWS: SheetRows = { rows: [], count: 0, of: 0, citation: [], year: null }

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function rowOf(record: Record<string, unknown>): SheetRow | null {
  const number = record['rank'] ?? record['place']
  const rank = typeof number === 'number' ? number : null
  const [a, b] = [text(record['a']), text(record['b'])]
  if (a && b) {
    const said = (end: string) => [record[`a${end}`], record[`b${end}`]].map(text)
    const [names, zh] = [said('Name'), said('NameZh')]
    return {
      id: `${a}~${b}`,
      name: names.map((name, i) => name ?? [a, b][i]).join(' – '),
      nameZh: zh.every((name) => name === null) ? null : zh.map((name, i) => name ?? names[i]).join(' – '),
      rank,
    }
  }
  const id = text(record['id']) ?? text(record['institutionId']) ?? text(record['cityId'])
  const name = text(record['name'])
  return id && name ? { id, name, nameZh: text(record['nameZh']), rank } : null
}

/** @param bytes a file of `exports.table` as JSON */
export function readRows(bytes: Uint8Array): SheetRows {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as {
    rows?: Record<string, unknown>[]
    shown?: { rows?: [number, number]; pairs?: [number, number] }
    citation?: Record<string, string>
    filters?: { year?: unknown }
  }
  const records = file.rows ?? []
  const rows = records.map(rowOf).filter((row) => row !== null)
  return {
    rows: [...new Map(rows.map((row) => [row.id, row])).values()],
    count: records.length,
    of: (file.shown?.rows ?? file.shown?.pairs)?.[1] ?? records.length,
    citation: Object.entries(file.citation ?? {}),
    year: typeof file.filters?.year === 'number' ? file.filters.year : null,
  }
}
