/** Columns of tables that only a computed index has. */
import type { InstitutionRow } from '../../../shared/contract/institutions.ts'
import type { RisingRow } from '../../../shared/contract/rankings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import type { Column } from './columns.ts'

/** Heads say "city" of a place whatever kind it is: what it is stands among the filters. */
export function risingColumns(language: Language): Column<RisingRow>[] {
  return [
    { id: 'place', value: (row) => row.place },
    { id: 'entityId', value: (row) => row.id },
    { id: 'entityName', value: (row) => nameIn(language, row.name, row.nameZh) },
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

export function institutionColumns(language: Language): Column<InstitutionRow>[] {
  return [
    { id: 'rank', value: (row) => row.rank },
    { id: 'entityId', value: (row) => row.id },
    { id: 'entityName', value: (row) => nameIn(language, row.name, row.nameZh) },
    { id: 'city', value: ({ city }) => city && nameIn(language, city.name, city.nameZh) },
    { id: 'shareInCity', value: (row) => row.shareInCity },
    { id: 'countInCity', value: (row) => row.countInCity },
    { id: 'share', value: (row) => row.share },
    { id: 'count', value: (row) => row.count },
    { id: 'change', value: (row) => row.change },
    { id: 'changePct', value: (row) => row.changePct },
  ]
}
