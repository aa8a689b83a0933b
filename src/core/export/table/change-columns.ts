import type { PrintedChange } from '../../../shared/contract/changes.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Column } from './columns.ts'

/** Of changes as an edition prints them: each with its file and line. */
export function changeColumns(language: Language): Column<PrintedChange>[] {
  return [
    { id: 'subject', value: (row) => translate(language, `common.subjects.${row.subject}`) },
    { id: 'yearFrom', value: (row) => row.from },
    { id: 'yearTo', value: (row) => row.to },
    { id: 'cityId', value: (row) => row.id },
    { id: 'city', value: (row) => nameIn(language, row.name, row.nameZh) },
    { id: 'regionName', value: (row) => nameIn(language, row.regionName, row.regionNameZh) },
    { id: 'changePctBetween', value: (row) => (row.unit === 'percent' ? row.value : null) },
    { id: 'changeBetween', value: (row) => (row.unit === 'share' ? row.value : null) },
    { id: 'qualifier', value: (row) => row.qualifier },
    { id: 'share', value: (row) => row.share },
    { id: 'rank', value: (row) => row.rank },
    { id: 'edition', value: (row) => row.edition },
    { id: 'scope', value: (row) => row.scope },
    { id: 'sourceFile', value: (row) => row.source.file },
    { id: 'sourceLine', value: (row) => row.source.line },
    { id: 'origin', value: (row) => row.source.origin },
    { id: 'note', value: (row) => row.note },
  ]
}
