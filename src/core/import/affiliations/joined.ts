/** Tells cells that join several values: `A|B`, `A; B`, `['A', 'B']`. One row names one author and one affiliation. */
import type { TableField } from '../../../shared/domain/table-fields.ts'

/** Fields whose cell is one value. An affiliation as printed may hold any sign; subjects and ISSNs are lists by rule. */
export const SINGLE_FIELDS = [
  'author_id',
  'author_name',
  'institution_id',
  'institution',
  'city',
  'country',
] as const satisfies readonly TableField[]

/** `&amp;`, `&#39;`: the semicolon ends the entity and joins nothing. */
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi
/** Ids of registers with no more than a comma or a space between them; an id of one's own may hold either. */
const ID = String.raw`(?:(?:https?:\/\/)?(?:ror\.org\/|openalex\.org\/)\S*?\w|I\d{2,15}|0[a-z\d]{6}\d{2})`
const SEVERAL_IDS = new RegExp(`^${ID}(?:\\s*[,\\s]\\s*${ID})+$`, 'i')
/** What Python writes for a list in a cell. */
const LIST = /^\[\s*(?:(["']).*\1\s*)?\]$/s

/**
 * Whether a cell joins several values. A bar never stands in the name of an institution that has to be told from
 * others, so any bar joins, also between empty parts (`A||B`); a semicolon joins where something stands on both of its
 * sides, save as the end of an entity. In an institution's name it may be a sign of the name: there it joins where every
 * part begins as a name does. A name that truly holds such a sign has to be written otherwise.
 */
export function isJoined(cell: string, field?: (typeof SINGLE_FIELDS)[number]): boolean {
  if (cell.includes('|')) return true
  if (field === 'institution_id' && SEVERAL_IDS.test(cell)) return true
  if (cell.startsWith('[')) return LIST.test(cell)
  if (!cell.includes(';')) return false
  const parts = cell
    .replace(ENTITY, '&')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 && (field !== 'institution' || parts.every((part) => !BEGINS_LOW.test(part)))
}

/** A lower case letter, or a sign that goes on: an address of an id is a value all the same. */
const BEGINS_LOW = /^(?!https?:)[\p{Ll}&(]/u

/**
 * Whether an author's and an institution's cell have the same number of lines, above one: then they are lists. Of one
 * cell that cannot be told, as a name may be wrapped.
 */
export function areLists(author: string, institution: string): boolean {
  const lines = linesOf(author)
  return lines > 1 && lines === linesOf(institution)
}

const linesOf = (cell: string) =>
  cell.includes('\n') ? cell.split('\n').filter((line) => line.trim() !== '').length : 1
