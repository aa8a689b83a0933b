/** What is told of any number of a published edition; and a number that is one statement of it. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ExplainedNumber, FigureRef } from '../../../shared/contract/explained-numbers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Statement } from '../../../shared/contract/cities.ts'
import { readStatementName } from '../../../shared/domain/figure-forms.ts'
import { printedDecimals } from '../../../shared/format/numbers.ts'
import type { OpenDataset } from '../../context.ts'
import { findCity } from '../find-city.ts'
import type { StatementRow } from '../statements.ts'
import { STATEMENT_SQL, toStatement } from '../statements.ts'
import type { Made } from './terms.ts'
import { nothingMade } from './terms.ts'

const BESIDE = `${STATEMENT_SQL}
  WHERE f.figure_id <> @figure AND EXISTS (SELECT 1 FROM figures p WHERE p.figure_id = @figure
    AND p.source_id = f.source_id AND p.source_line = f.source_line)
  ORDER BY f.figure_id`
const AT = `${STATEMENT_SQL} WHERE s.file = @file AND f.source_line = @line AND f.indicator = @indicator`

export type Asked = ParsedInputOf<'derivation.number'>

export function refOf({ kind, subject, measure }: Asked, id: string, from: number, to: number): FigureRef {
  return { kind, id, partner: null, subject, from, to, measure }
}

export function answer(
  { id, version }: OpenDataset,
  asked: FigureRef,
  entity: EntityLabel,
  partner: EntityLabel | null,
): Omit<ExplainedNumber, keyof Made | 'decimals' | 'agrees' | 'neighbours' | 'printed'> {
  const told = { entity, partner, provenance: 'printed', hasArticles: false, list: null } as const
  return { dataset: id, version, ...asked, ...told }
}

export function printedAt(dataset: OpenDataset, statement: Statement | null): ExplainedNumber['printed'] {
  if (!statement) return null
  const beside = dataset.db.prepare(BESIDE).all({ figure: statement.figureId }) as StatementRow[]
  return { statement, beside: beside.map(toStatement) }
}

/**
 * One statement, whatever it states: its own subject and period stand in the answer, and what it is called is told by its
 * indicator. @throws AppError city-unknown, input-invalid where the edition states nothing there
 */
export function explainStatement(input: Asked, dataset: OpenDataset): ExplainedNumber {
  const { city_id: id, name, name_zh: nameZh } = findCity(dataset, input.id)
  const place = readStatementName(input.among ?? '')
  const found = place && (dataset.db.prepare(AT).get(place) as StatementRow | undefined)
  if (!found) {
    const reason = `the edition states nothing at “${input.among ?? ''}” (file:line:indicator)`
    throw new AppError('input-invalid', reason, {
      values: { method: 'derivation.number', field: 'among', reason },
    })
  }
  const statement = toStatement(found)
  const { subject, yearFrom, yearTo, value, decimals } = statement
  const to = yearTo ?? input.to ?? dataset.defaultYear
  const asked: FigureRef = {
    ...refOf({ ...input, subject }, id, yearFrom ?? to, to),
    form: 'printed',
    among: input.among ?? '',
  }
  return {
    ...answer(dataset, asked, { id, name, nameZh }, null),
    ...nothingMade(value),
    decimals: decimals ?? (value === null ? 0 : printedDecimals(value)),
    agrees: null,
    neighbours: null,
    printed: printedAt(dataset, statement),
  }
}
