/** Columns of the terminal tables, by the same heads as exported files. */
import type { CollaborationRow } from '../shared/contract/collaborations.ts'
import type { EntityName, Qualifier } from '../shared/contract/common.ts'
import type { RankingRow } from '../shared/contract/rankings.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import { headOf } from './rows.ts'
import type { TableColumn } from './table.ts'

/** What the table is of: it decides which columns stand in it, and how a figure that does not exist is shown. */
export interface RankingTable {
  by: EntityName
  /** A figure of a computed index that does not exist is not known; of an edition it is not published. */
  computed: boolean
}

export function rankingColumns(
  language: Language,
  { by, computed }: RankingTable = { by: 'city', computed: false },
): TableColumn<RankingRow>[] {
  const missing = computed ? '–' : say(language, 'notPublished')
  const orNot = (value: number | null, format: (value: number) => string) =>
    value === null ? missing : format(value)
  const number = (id: NumberId, decimals: number): TableColumn<RankingRow> => ({
    head: headOf(language, id),
    value: (row) => orNot(row[id], (value) => formatNumber(value, decimals, language)),
    align: 'right',
  })
  const change = (id: 'rankChange' | 'change', decimals: number): TableColumn<RankingRow> => ({
    head: headOf(language, id),
    value: (row) => orNot(row[id], (value) => formatSigned(value, decimals, language)),
    align: 'right',
  })
  return [
    {
      head: headOf(language, 'rank'),
      value: (row) => orNot(row.rank, String) + (row.rankQualifier === 'implied' ? '†' : ''),
      align: 'right',
    },
    change('rankChange', 0),
    ...nameColumns(language, by),
    number('share', 2),
    number('count', 0),
    number('countPerShare', 2),
    ...(computed ? [number('adjustedShare', 2), change('change', 2)] : []),
    {
      head: headOf(language, 'changePct'),
      value: (row) =>
        orNot(row.changePct, (value) => approx(row.changePctQualifier) + formatSigned(value, 1, language)),
      align: 'right',
    },
    number('regionSharePct', 1),
  ]
}

type NumberId = 'share' | 'count' | 'countPerShare' | 'adjustedShare' | 'regionSharePct'

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
      value: ({ score }) =>
        score === null ? say(language, 'notPublished') : formatNumber(score, 2, language),
      align: 'right',
    },
  ]
}

/** "≈ " where the source says about or nearly. */
function approx(qualifier: Qualifier | null): string {
  return qualifier === 'about' || qualifier === 'nearly' ? '≈ ' : ''
}
