/** A file against the same made again: every number and text that differs, with both values. */
import type { ChangedFigure } from '../../../shared/contract/files.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { FileStamp } from '../stamp.ts'
import type { ContentCell } from './content-cell.ts'
import { contentOf } from './content.ts'

export interface Compared {
  compared: number
  changed: ChangedFigure[]
}

interface Side {
  bytes: Uint8Array
  stamp: FileStamp
}

/** @param language of the numbers said of pictures */
export function compareFiles(file: Side, now: Side, language: Language): Compared {
  const numbers = changedNumbers(file.stamp.numbers, now.stamp.numbers, language)
  const said = new Set(numbers.map(({ on, now: is }) => `${on}\t${is}`))
  const sameApp = file.stamp.appVersion === now.stamp.appVersion
  const [before, after] = [contentOf(file.bytes), contentOf(now.bytes)]
  const fields = new Set(before.cells.map(fieldOf))
  const texts = changedCells(withoutVersion(before.cells, file.stamp), withoutVersion(after.cells, now.stamp))
    // Another version of the app may say the same in other words; numbers it may not change.
    .filter(({ on, now: is }) => sameApp || /\d/.test(`${on ?? ''}${is ?? ''}`))
    .filter(({ on, now: is }) => !said.has(`${on}\t${is}`))
    .filter((each) => file.stamp.version === now.stamp.version || !isNewField(each, fields))
  const changed = [...numbers, ...texts]
  const compared = file.stamp.numbers.length + before.cells.length
  if (changed.length > 0 || !sameApp || before.drawing === after.drawing) return { compared, changed }
  // Where no number differs the picture was changed, or is of another hand.
  const label = before.cells.length > 0 ? 'drawing' : 'pixels'
  return { compared, changed: [{ label, on: null, now: null }] }
}

const fieldOf = ({ label }: Pick<ContentCell, 'label'>): string => label.split(', ').at(-1) ?? ''

/** Whether the data at hand say something of a kind that the file names nowhere, as a later revision may: no number of the file is another for it. */
const isNewField = ({ label, on }: ChangedFigure, fields: ReadonlySet<string>): boolean =>
  on === null && (label === '' || !fields.has(fieldOf({ label })))

/** Versions of data and app stand in some texts; equal figures of another version still follow. */
const withoutVersion = (cells: readonly ContentCell[], { version, appVersion }: FileStamp): ContentCell[] =>
  cells.map(({ label, text }) => ({
    label,
    text: text.replaceAll(version, '…').replaceAll(`Science Cities ${appVersion ?? ''}`, 'Science Cities'),
  }))

function changedNumbers(
  before: FileStamp['numbers'],
  after: FileStamp['numbers'],
  language: Language,
): ChangedFigure[] {
  const text = ({ value, decimals }: FileStamp['numbers'][number]) => formatNumber(value, decimals, language)
  const cells = (numbers: FileStamp['numbers']) =>
    numbers.map((number) => ({ label: number.label, text: text(number) }))
  return changedCells(cells(before), cells(after))
}

/** By place where both lists are as long, else by label: the first of a label against the first. */
function changedCells(before: readonly ContentCell[], after: readonly ContentCell[]): ChangedFigure[] {
  const differ = (a: ContentCell | undefined, b: ContentCell | undefined): ChangedFigure[] =>
    a?.text === b?.text ? [] : [{ label: (a ?? b)?.label ?? '', on: a?.text ?? null, now: b?.text ?? null }]
  if (before.length === after.length) return before.flatMap((cell, at) => differ(cell, after[at]))
  const [first, second] = [numbered(before), numbered(after)]
  const gone = [...first].flatMap(([key, cell]) => differ(cell, second.get(key)))
  const come = [...second].flatMap(([key, cell]) => (first.has(key) ? [] : differ(undefined, cell)))
  return [...gone, ...come]
}

/** Cells by their label and how often it stood before. */
function numbered(cells: readonly ContentCell[]): Map<string, ContentCell> {
  const times = new Map<string, number>()
  return new Map(
    cells.map((cell) => {
      const nth = times.get(cell.label) ?? 0
      times.set(cell.label, nth + 1)
      return [`${cell.label}\t${nth}`, cell]
    }),
  )
}
