/** `groups.match`: who is meant by names that were pasted from a list or a spreadsheet. */
import type { DatasetStamp } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { GroupMember, MatchedLine } from '../../../shared/contract/groups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { GroupKind } from '../../../shared/domain/groups.ts'
import { LONGEST_MEMBER_NAME, MOST_MEMBERS } from '../../../shared/domain/groups.ts'
import type { PastedRow } from '../../../shared/domain/pasted.ts'
import { pastedRows } from '../../../shared/domain/pasted.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { requireComputed } from '../computed/totals.ts'
import { recognisedCountries } from './country-hints.ts'
import { toCandidate } from './named-entity.ts'
import { hintsOf, namedSo, nearBy } from './named-so.ts'

/** Rows by which the column of names is told. */
const LOOKED_AT = 40
/** Of a name that more have than one can choose from. */
const MOST_OFFERED = 20

/** What stands over a column of names; by `nameKey`, or as written in Chinese. */
const HEADS = new Set(
  'city|cities|town|place|name|names|institution|institutions|university|universities|organisation|organization|organisations|organizations|affiliation|id|ror|ror id|openalex id|城市|地区|机构|单位|大学|高校|学校|院校|名称|城市名称|机构名称'.split(
    '|',
  ),
)

/** @throws AppError not-computed where an edition is asked for institutions; group-long. */
export function matchGroup(
  input: ParsedInputOf<'groups.match'>,
  context: ReaderContext,
): DatasetStamp & { lines: MatchedLine[] } {
  const dataset = context.open(input.dataset)
  if (input.kind === 'institution') requireComputed(dataset)
  const rows = pastedRows(input.text)
  // One row more may be a head.
  if (rows.length > MOST_MEMBERS + 1) {
    throw new AppError('group-long', `${rows.length} lines`, {
      values: { n: rows.length, most: MOST_MEMBERS },
    })
  }
  const column = columnOfNames(dataset, input.kind, rows)
  const lines = rows.flatMap((row) => matchRow(dataset, input.kind, row, column))
  return { dataset: dataset.id, version: dataset.version, lines: withHead(withRepeats(lines)) }
}

/** The column in which most cells name somebody for certain; of equal ones the first. */
function columnOfNames(dataset: OpenDataset, kind: GroupKind, rows: readonly PastedRow[]): number {
  const looked = rows.slice(0, LOOKED_AT)
  const width = Math.max(0, ...looked.map(({ cells }) => cells.length))
  if (width < 2) return 0
  const worth = Array.from({ length: Math.min(width, 20) }, (_, column) =>
    looked.reduce((sum, { cells }) => {
      const others = cells.filter((_cell, at) => at !== column)
      const named = cells[column] ? namedSo(dataset, kind, cells[column], others).length : 0
      return sum + (named === 1 ? 1 : named > 1 ? 0.6 : 0)
    }, 0),
  )
  return worth.indexOf(Math.max(...worth))
}

function matchRow(
  dataset: OpenDataset,
  kind: GroupKind,
  { line, cells }: PastedRow,
  column: number,
): MatchedLine[] {
  const text = (cells[column] ?? '').slice(0, LONGEST_MEMBER_NAME).trim()
  if (text === '') return []
  const others = cells.filter((cell, at) => at !== column && cell !== '')
  const named = namedSo(dataset, kind, text, others)
  const offered = named.length > 0 ? named : nearBy(dataset, kind, text)
  const candidates = offered.map((each) => toCandidate(dataset, kind, each, text))
  // The largest first: it is the likeliest.
  if (named.length > 1) candidates.sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const found = named.length === 1 ? 'one' : named.length > 1 ? 'several' : 'none'
  const asWritten = memberAsWritten(dataset, text, others)
  return [{ line, text, found, candidates: candidates.slice(0, MOST_OFFERED), asWritten }]
}

function memberAsWritten(dataset: OpenDataset, pasted: string, hints: readonly string[]): GroupMember {
  const [country, ...more] = recognisedCountries(dataset, hintsOf(pasted, hints))
  const region = country !== undefined && more.length === 0 ? country : null
  return { pasted, id: null, name: pasted, region, division: null, ror: null, dataset: null }
}

function withRepeats(lines: MatchedLine[]): MatchedLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const [only] = line.candidates
    if (line.found !== 'one' || !only) return line
    if (seen.has(only.id)) return { ...line, found: 'twice' }
    seen.add(only.id)
    return line
  })
}

/** The first line is a head where it names nobody and is a word that stands over such lists. */
function withHead([first, ...rest]: MatchedLine[]): MatchedLine[] {
  if (!first) return []
  const isHead = first.found === 'none' && rest.length > 0 && HEADS.has(nameKey(first.text) || first.text)
  return [isHead ? { ...first, found: 'head', candidates: [] } : first, ...rest]
}
