/** Columns of the terminal tables, by the same heads as exported files. */
import type { CollaborationRow } from '../shared/contract/collaborations.ts'
import type { EntityName } from '../shared/contract/common.ts'
import type { RankingRow, RankingSort } from '../shared/contract/rankings.ts'
import { BEFORE_NAMES } from '../shared/domain/ranking-sorts.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { formatFigure } from '../shared/format/figures.ts'
import { markedFigure } from '../shared/format/printed.ts'
import { regionNote } from '../shared/format/region-note.ts'
import { markBefore } from '../shared/format/qualifiers.ts'
import type { RankingMeasureId } from '../shared/measures/ranking.ts'
import { columnsOf, listedMeasures } from '../shared/tables/ranking-columns.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import { headOf } from './rows.ts'
import type { TableColumn } from './table.ts'

/** How a row's figures are shown: of which rows, and with what besides the standard measures. */
export interface RankingTable {
  rows: readonly RankingRow[]
  by?: EntityName
  /** Measures that were asked for. */
  also?: readonly RankingSort[]
  /** Without the columns that name the row. */
  unnamed?: boolean
}

/** Rank, names, then the measures that a terminal shows. */
export function rankingColumns(
  language: Language,
  { rows, by = 'city', also = [], unnamed = false }: RankingTable,
): TableColumn<RankingRow>[] {
  // A figure of a computed index that does not exist is not known; of an edition it is not published.
  const printed = rows.every(({ provenance }) => provenance === 'printed')
  const missing = printed ? say(language, 'notPublished') : '–'
  const standard = listedMeasures(printed ? 'terminal' : 'terminal-index', rows)
  const asked = columnsOf(by).flatMap(({ measure }) =>
    measure && also.includes(measure.id) ? [measure] : [],
  )
  const columns = [...standard, ...asked].map(
    ({ id }): TableColumn<RankingRow> & { id: RankingMeasureId } => ({
      id,
      head: headOf(language, id),
      value: (row) =>
        id === 'rank' && isPartner(row, rows) ? '–' : (figureText(row, id, language) ?? missing),
      align: 'right',
    }),
  )
  const before = columns.filter(({ id }) => BEFORE_NAMES.includes(id))
  const after = columns.filter((column) => !before.includes(column))
  return [...before, ...(unnamed ? [] : nameColumns(language, by)), ...after]
}

/** In an index that was collected for a place the others have no rank of their own. */
const isPartner = (row: RankingRow, rows: readonly RankingRow[]): boolean =>
  !row.collected && rows.some(({ collected }) => collected)

/** A figure with the mark of how exactly it was printed; null where there is none. */
function figureText(row: RankingRow, id: RankingMeasureId, language: Language): string | null {
  if (id === 'rank' && row.collected) return translate(language, 'collected.row')
  if (id === 'rank')
    return row.rank === null ? null : `${row.rank}${row.rankQualifier === 'implied' ? '†' : ''}`
  const text = markedFigure(row, id, language)
  return id === 'regionSharePct' && regionNote(row, language) ? `${text ?? ''} *` : text
}

/** What the signs of a ranking's table mean, one a line; '' where none stands in it. */
export function footnotes(rows: readonly RankingRow[], language: Language): string {
  const notes = new Set(rows.flatMap((row) => regionNote(row, language) ?? []))
  return [...notes].map((note) => `* ${note}\n`).join('')
}

function nameColumns(language: Language, by: EntityName): TableColumn<RankingRow>[] {
  const columns: TableColumn<RankingRow>[] = [
    { head: headOf(language, by), value: (row) => nameIn(language, row.name, row.nameZh) },
  ]
  if (by === 'institution')
    columns.push({
      head: headOf(language, 'city'),
      value: ({ within }) => (within ? nameIn(language, within.name, within.nameZh) : '–'),
    })
  if (by !== 'country')
    columns.push({
      head: headOf(language, 'regionName'),
      value: (row) => nameIn(language, row.regionName, row.regionNameZh),
    })
  return columns
}

/** Pairs of institutions within a city, as an edition prints them. */
export function printedPairColumns(language: Language): TableColumn<CollaborationRow>[] {
  const head = (id: string) => headOf(language, id)
  return [
    { head: head('subject'), value: (row) => translate(language, `common.subjects.${row.subject}`) },
    { head: head('city'), value: (row) => nameIn(language, row.city, row.cityZh) },
    { head: head('aName'), value: (row) => nameIn(language, row.aName, row.aNameZh) },
    { head: head('bName'), value: (row) => nameIn(language, row.bName, row.bNameZh) },
    {
      head: head('score'),
      value: ({ score, qualifier }) =>
        score === null
          ? say(language, 'notPublished')
          : markBefore(qualifier) + formatFigure('score', score, language),
      align: 'right',
    },
  ]
}
