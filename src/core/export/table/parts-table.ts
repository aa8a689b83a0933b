/** What a Share or a score consists of, as a file: a row an entity, a subject or a year. */
import type { NumberParts, PartRow, StepKind } from '../../../shared/contract/derivation.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Column } from './columns.ts'

/** Of what no entity, subject or year is known the name says so; the id stays empty. */
export function partColumns({ by, filters }: NumberParts, language: Language): Column<PartRow>[] {
  const isNobody = ({ id }: PartRow) => id === '-'
  const nobody = translate(language, `lens.nobody.${by}`)
  const nameOf = (row: PartRow) =>
    isNobody(row) ? nobody : (row.label?.name ?? wordOf(by, row.id, language))
  const named: Column<PartRow>[] =
    by === 'subject' || by === 'year'
      ? [{ id: by, value: nameOf }]
      : [
          { id: `${by}Id`, value: (row) => (isNobody(row) ? null : row.id) },
          { id: `${by}Name`, value: nameOf },
          { id: `${by}NameZh`, value: (row) => row.label?.nameZh ?? null },
        ]
  const isScore = filters.partner !== null
  return [
    ...named,
    { id: isScore ? 'score' : 'share', value: (row) => row.share },
    { id: isScore ? 'articles' : 'count', value: (row) => row.articles },
  ]
}

const wordOf = (by: StepKind, id: string, language: Language): string =>
  by === 'subject' ? translate(language, `common.subjects.${id}`) : id
