/** `rising --printed`: the changes that an edition prints. */
import type { PrintedChange } from '../../shared/contract/changes.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { formatSigned } from '../../shared/format/numbers.ts'
import { markBefore } from '../../shared/format/qualifiers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { FigureFormat } from '../../shared/domain/file-formats.ts'
import type { FigureOffer, FigureOptions } from '../figures.ts'
import { writeFigure } from '../figures.ts'
import type { Limit } from '../options.ts'
import { given } from '../options.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, writeTable } from '../rows.ts'
import type { Session } from '../session.ts'
import { writeExport } from '../session.ts'

export async function writePrintedChanges(
  session: Session,
  input: { dataset: string; subject: string; limit: Limit },
  options: FigureOptions,
  format: FigureFormat | undefined,
): Promise<void> {
  const { dataset, subject } = input
  const { highlight } = options
  if (format) {
    const figure: FigureOffer =
      options.figure === 'table'
        ? { of: 'table', table: { of: 'changes', input } }
        : { of: 'printed-changes', input: { dataset, subject }, ...given({ highlight }) }
    return writeFigure(session, figure, options, format)
  }
  if (session.format !== 'table') return writeExport(session, { of: 'changes', input })
  const list = await session.client.call('rankings.changes', input)
  await writeTable(session, list, columns(session.options.lang))
}

function columns(language: Language): RowColumn<PrintedChange>[] {
  const head = (id: string) => headOf(language, id)
  const printed = (row: PrintedChange, unit: PrintedChange['unit']) =>
    row.unit === unit ? markBefore(row.qualifier) + formatSigned(row.value, row.decimals, language) : null
  return [
    { head: head('subject'), cell: (row) => translate(language, `common.subjects.${row.subject}`) },
    { head: head('yearFrom'), cell: (row) => row.from },
    { head: head('yearTo'), cell: (row) => row.to },
    { head: head('city'), cell: (row) => nameIn(language, row.name, row.nameZh) },
    { head: head('changePct'), cell: (row) => printed(row, 'percent') },
    { head: head('change'), cell: (row) => printed(row, 'share') },
    { head: head('edition'), cell: (row) => row.edition },
    { head: head('sourceFile'), cell: (row) => `${row.source.file}:${row.source.line}` },
  ]
}
