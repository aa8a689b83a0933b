/** Columns of the terminal tables, by the same heads as exported files. */
import type { CollaborationRow } from '../shared/contract/collaborations.ts'
import type { Qualifier } from '../shared/contract/common.ts'
import type { RankingRow } from '../shared/contract/rankings.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import type { TableColumn } from './table.ts'

const head = (language: Language, id: string) => translate(language, `exports.columns.${id}`)

export function rankingColumns(language: Language): TableColumn<RankingRow>[] {
  const number = (
    id: 'share' | 'count' | 'countPerShare' | 'regionSharePct',
    decimals: number,
  ): TableColumn<RankingRow> => ({
    head: head(language, id),
    value: (row) => orNot(row[id], language, (value) => formatNumber(value, decimals, language)),
    align: 'right',
  })
  return [
    { head: head(language, 'rank'), value: (row) => rankText(row, language), align: 'right' },
    {
      head: head(language, 'rankChange'),
      value: (row) => orNot(row.rankChange, language, (value) => formatSigned(value, 0, language)),
      align: 'right',
    },
    { head: head(language, 'city'), value: (row) => nameIn(language, row.name, row.nameZh) },
    {
      head: head(language, 'regionName'),
      value: (row) => nameIn(language, row.regionName, row.regionNameZh),
    },
    number('share', 2),
    number('count', 0),
    number('countPerShare', 2),
    {
      head: head(language, 'changePct'),
      value: (row) =>
        orNot(
          row.changePct,
          language,
          (value) => approx(row.changePctQualifier) + formatSigned(value, 1, language),
        ),
      align: 'right',
    },
    number('regionSharePct', 1),
  ]
}

export function collaborationColumns(language: Language): TableColumn<CollaborationRow>[] {
  return [
    {
      head: head(language, 'subject'),
      value: (row) => translate(language, `common.subjects.${row.subject}`),
    },
    { head: head(language, 'city'), value: (row) => nameIn(language, row.city, row.cityZh) },
    { head: head(language, 'aName'), value: (row) => nameIn(language, row.aName, row.aNameZh) },
    { head: head(language, 'bName'), value: (row) => nameIn(language, row.bName, row.bNameZh) },
    {
      head: head(language, 'score'),
      value: (row) => orNot(row.score, language, (value) => formatNumber(value, 2, language)),
      align: 'right',
    },
  ]
}

function orNot(value: number | null, language: Language, format: (value: number) => string): string {
  return value === null ? say(language, 'notPublished') : format(value)
}

function rankText(row: RankingRow, language: Language): string {
  return orNot(row.rank, language, (value) => String(value)) + (row.rankQualifier === 'implied' ? '†' : '')
}

/** "≈ " where the source says about or nearly. */
function approx(qualifier: Qualifier | null): string {
  return qualifier === 'about' || qualifier === 'nearly' ? '≈ ' : ''
}
