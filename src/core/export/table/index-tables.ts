/** Columns of tables that only a computed index has. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { DerivedArticle } from '../../../shared/contract/derivation.ts'
import type { InstitutionRow } from '../../../shared/contract/institutions.ts'
import type { RisingRow } from '../../../shared/contract/rankings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Column } from './columns.ts'

export function risingColumns(language: Language, by: EntityName): Column<RisingRow>[] {
  return [
    { id: 'place', value: (row) => row.place },
    { id: 'entityId', head: `${by}Id`, value: (row) => row.id },
    { id: 'entityName', head: by, value: (row) => nameIn(language, row.name, row.nameZh) },
    { id: 'city', value: ({ within }) => within && nameIn(language, within.name, within.nameZh) },
    { id: 'regionName', value: (row) => nameIn(language, row.regionName, row.regionNameZh) },
    { id: 'shareFrom', value: (row) => row.shareFrom },
    { id: 'shareTo', value: (row) => row.shareTo },
    { id: 'adjustedFrom', value: (row) => row.adjustedFrom },
    { id: 'adjustedTo', value: (row) => row.adjustedTo },
    { id: 'changeBetween', value: (row) => row.change },
    { id: 'changePctBetween', value: (row) => row.changePct },
  ]
}

/** Intervals of the changes, in a table that was asked for with them. */
export const CHANGE_INTERVAL_COLUMNS: readonly Column<RisingRow>[] = [
  { id: 'changeLow', value: (row) => row.changeLow ?? null },
  { id: 'changeHigh', value: (row) => row.changeHigh ?? null },
  { id: 'changePctLow', value: (row) => row.changePctLow ?? null },
  { id: 'changePctHigh', value: (row) => row.changePctHigh ?? null },
]

export function institutionColumns(language: Language): Column<InstitutionRow>[] {
  return [
    { id: 'rank', value: (row) => row.rank },
    { id: 'entityId', head: 'institutionId', value: (row) => row.id },
    { id: 'entityName', head: 'institution', value: (row) => nameIn(language, row.name, row.nameZh) },
    { id: 'sector', value: (row) => row.sector },
    { id: 'city', value: ({ city }) => city && nameIn(language, city.name, city.nameZh) },
    { id: 'region', value: (row) => row.region },
    { id: 'shareInCity', value: (row) => row.shareInCity },
    { id: 'countInCity', value: (row) => row.countInCity },
    { id: 'share', value: (row) => row.share },
    { id: 'count', value: (row) => row.count },
    { id: 'adjustedShare', value: (row) => row.adjustedShare },
    { id: 'change', value: (row) => row.change },
    { id: 'changePct', value: (row) => row.changePct },
  ]
}

/** The articles behind a figure, and the part of each. */
export function articleColumns(language: Language): Column<DerivedArticle>[] {
  return [
    { id: 'articleId', value: (row) => row.id },
    { id: 'doi', value: (row) => row.doi },
    { id: 'title', value: (row) => row.title },
    { id: 'journal', value: (row) => row.journal },
    { id: 'year', value: (row) => row.year },
    {
      id: 'subjects',
      value: ({ subjects }) => subjects.map((id) => translate(language, `common.subjects.${id}`)).join('; '),
    },
    { id: 'authors', value: (row) => row.authorCount },
    { id: 'part', value: (row) => row.share },
    { id: 'fraction', value: (row) => row.fraction },
    { id: 'partnerPart', value: (row) => row.partnerShare },
    { id: 'partnerFraction', value: (row) => row.partnerFraction },
  ]
}
