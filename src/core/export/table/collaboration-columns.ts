/** Columns of pairs in a file: those of an edition, those of an index with their places, and what is printed beside. */
import type { CollaborationList, CollaborationRow } from '../../../shared/contract/collaborations.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Column } from './columns.ts'

type PairColumn = Column<CollaborationRow>

export function collaborationColumns(
  { filters, whole, groups, rows }: CollaborationList,
  language: Language,
): PairColumn[] {
  const [a, b] = HEADS[filters.between] ?? ['aName', 'bName']
  const ofInstitutions = filters.between === 'institutions'
  const printed = rows.every(({ provenance }) => provenance === 'printed')
  const withPrinted = rows.some((row) => row.printed !== undefined)
  return [
    { id: 'subject', value: (row) => translate(language, `common.subjects.${row.subject}`) },
    { id: 'year', value: (row) => row.year },
    { id: 'city', value: (row) => nameIn(language, row.city, row.cityZh) },
    { id: 'cityRank', value: (row) => row.cityRank },
    { id: 'aName', head: a, value: (row) => nameIn(language, row.aName, row.aNameZh) },
    ...(printed || !ofInstitutions ? [] : [cityColumn('aCity', ({ aCity }) => aCity, language)]),
    { id: 'bName', head: b, value: (row) => nameIn(language, row.bName, row.bNameZh) },
    ...(printed || !ofInstitutions ? [] : [cityColumn('bCity', ({ bCity }) => bCity, language)]),
    { id: 'score', value: (row) => row.score },
    ...(whole ? [{ id: 'partPct', value: (row: CollaborationRow) => row.partPct ?? null }] : []),
    { id: 'articles', value: (row) => row.articles },
    ...(printed ? [] : [reachColumn(language)]),
    ...(groups && withPrinted ? [{ id: 'printedScore', value: printedValue }] : []),
    { id: 'note', value: (row) => row.printed?.note ?? row.note },
    { id: 'sourceFile', value: (row) => row.printed?.source.file ?? row.source.file },
    { id: 'sourceLine', value: (row) => row.printed?.source.line ?? row.source.line },
  ]
}

const printedValue = ({ printed }: CollaborationRow): number | null => printed?.score ?? null

/** By what the ends are. */
const HEADS: Record<string, [a: string, b: string]> = {
  cities: ['cityA', 'cityB'],
  countries: ['countryA', 'countryB'],
}

const cityColumn = (
  id: string,
  of: (row: CollaborationRow) => EntityLabel | null,
  language: Language,
): PairColumn => ({
  id,
  value(row) {
    const city = of(row)
    return city && nameIn(language, city.name, city.nameZh)
  },
})

const reachColumn = (language: Language): PairColumn => ({
  id: 'reach',
  value: ({ reach }) => reach && translate(language, `collaborations.reach.${reach}`),
})
