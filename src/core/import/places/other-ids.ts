/** Ids of institutions in other registers than OpenAlex and ROR, in one spelling each. */
import type { Json } from './json-values.ts'
import { listIn, objectIn, textIn } from './json-values.ts'

/** `grid:grid.214458.e`, `wikidata:Q230492`, `isni:0000000086837370`, `funder:100007270`, `mag:27837315`. */
export type OtherId = string

/**
 * Those that a text may be; bare numbers may be of a funder or of MAG, and are told apart by nothing.
 * @returns the spellings, and whether the text itself says of which register it is
 */
export function otherIds(text: string): { ids: OtherId[]; isSure: boolean } {
  const id = text.trim()
  const sure = (found: OtherId) => ({ ids: [found], isSure: true })
  const grid = /(?:^|\/)(grid\.\d{2,9}\.[\da-f]{1,2})$/i.exec(id)?.[1]
  if (grid !== undefined) return sure(`grid:${grid.toLowerCase()}`)
  const wikidata =
    /^(?:(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/|wikidata:\s*)?(Q[1-9]\d*)$/i.exec(id)?.[1]
  if (wikidata !== undefined) return sure(`wikidata:${wikidata.toUpperCase()}`)
  const isni =
    /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|isni:?\s*)?((?:\d{4}[\s-]?){3}\d{3}[\dX])$/i.exec(
      id,
    )?.[1]
  if (isni !== undefined) return sure(`isni:${isni.replace(/[\s-]/g, '').toUpperCase()}`)
  const funder =
    /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*|(?:fundref|crossref|funder):\s*)?10\.13039\/(\d{6,13})$/i.exec(
      id,
    )?.[1]
  if (funder !== undefined) return sure(`funder:${funder}`)
  const [, kind, number] = /^(fundref|funder|mag):\s*(\d{4,13})$/i.exec(id) ?? []
  if (number !== undefined) return sure(`${kind?.toLowerCase() === 'mag' ? 'mag' : 'funder'}:${number}`)
  if (/^\d{6,13}$/.test(id)) return { ids: [`funder:${id}`, `mag:${id}`], isSure: false }
  return { ids: [], isSure: true }
}

const KINDS: Readonly<Record<string, string>> = {
  grid: 'grid',
  wikidata: 'wikidata',
  isni: 'isni',
  fundref: 'funder',
  mag: 'mag',
}

/** One value of a register, as a record gives it. */
export function idOfKind(kind: string, value: unknown): OtherId[] {
  const own = KINDS[kind.toLowerCase()]
  const text = typeof value === 'number' ? String(value) : textIn(value)
  if (own === undefined || text === null) return []
  const { ids } = otherIds(text)
  return ids.filter((id) => id.startsWith(`${own}:`))
}

/** Of ROR's record in schema 1 (`{ GRID: { all } }`) or 2 (`[{ type, all }]`). */
export function rorIds(value: unknown): OtherId[] {
  const entries = Array.isArray(value)
    ? value.map(objectIn).map((entry) => [textIn(entry?.['type']) ?? '', entry?.['all']] as const)
    : Object.entries(objectIn(value) ?? {}).map(([kind, entry]) => [kind, objectIn(entry)?.['all']] as const)
  return entries.flatMap(([kind, all]) => [all].flat().flatMap((each) => idOfKind(kind, each)))
}

/** Of OpenAlex's `ids`. */
export function openAlexIds(ids: Json | null): OtherId[] {
  return Object.entries(ids ?? {}).flatMap(([kind, value]) => idOfKind(kind, value))
}

/** Names of a record beside the one it shows, each once. */
export function furtherNames(names: readonly (string | null)[], shown: string): { names?: string[] } {
  const found = [...new Set(names)].filter((name) => name !== null && name !== shown) as string[]
  return found.length === 0 ? {} : { names: found }
}

/** Texts of a list. */
export const textsIn = (value: unknown): string[] => listIn(value).flatMap((each) => textIn(each) ?? [])

/** Fields of a record that are there only where they hold something. */
export function listed<K extends string>(field: K, values: readonly string[]): { [key in K]?: string[] } {
  return (values.length === 0 ? {} : { [field]: [...new Set(values)] }) as { [key in K]?: string[] }
}
