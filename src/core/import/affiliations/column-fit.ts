/** Whether a column that has the name of a field holds values of it. */
import type { TableField } from '../../../shared/domain/table-fields.ts'
import { isYear } from '../../../shared/domain/years.ts'
import { isMissingWord } from '../text/missing-words.ts'
import { isJoined } from './joined.ts'
import { wholeNumber } from './whole-number.ts'

const isNumber = (text: string) => wholeNumber(text) !== null
const isAddress = (text: string) => /^https?:\/\//i.test(text)
/** Words, not a number, an address or a number with a letter before it, as ids are. */
const isName = (text: string) => /\p{L}/u.test(text) && !isAddress(text) && !/^[A-Z]?\d+$/i.test(text)

/** What a value of each field looks like; a field that is not here may hold anything. */
const FORMS: Partial<Record<TableField, (text: string) => boolean>> = {
  doi: (text) => text.includes('10.'),
  year: (text) => isYear(wholeNumber(text) ?? 0),
  issn: (text) => /\d{4}-?\d{3}[\dx]/i.test(text),
  journal: (text) => !isAddress(text),
  authors_count: isNumber,
  author_seq: isNumber,
  author_name: isName,
  // Several ids in one cell are ids all the same: their rows are rejected, the column is not passed over.
  institution_id: (text) => !/\s/.test(text) || isJoined(text, 'institution_id'),
  institution: isName,
  city: isName,
  country: (text) => isName(text) && text.length <= 400,
}

/** A column fits where at least half of the values that are not missing do; an empty one fits. */
const LEAST_PART = 0.5

/** @returns the first value that does not fit where the column as a whole does not; null where it does. */
export function misfit(field: TableField, values: readonly string[]): string | null {
  const fits = FORMS[field]
  if (!fits) return null
  const told = values.map((value) => value.trim()).filter((value) => value !== '' && !isMissingWord(value))
  const wrong = told.filter((value) => !fits(value))
  return told.length > 0 && wrong.length > told.length * (1 - LEAST_PART) ? (wrong[0] ?? null) : null
}
