import type { Command } from 'commander'
import { Option } from 'commander'
import type { CollaborationList, CollaborationRow } from '../../shared/contract/collaborations.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { printedPairColumns } from '../columns.ts'
import {
  addFigureOptions,
  chosenFigure,
  figureFormat,
  highlightOption,
  topOption,
  writeFigure,
} from '../figures.ts'
import type { FigureOffer, FigureOptions } from '../figures.ts'
import { say } from '../io.ts'
import { given, limitOption, number, subjectOption, yearOption } from '../options.ts'
import type { Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, tellRest, writeTable } from '../rows.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface CollaborationOptions extends FigureOptions {
  between: 'institutions' | 'cities'
  city?: string
  institution?: string
  subject: string
  from?: number
  year?: number
  least?: number
  limit: Limit
}

export function addCollaborations(program: Command, run: Runner): void {
  const command = program.command('collaborations')
  addFigureOptions(command, ['pairs', 'table'])
    .addOption(topOption())
    .addOption(highlightOption())
    .description('pairs of institutions or cities by bilateral collaboration score')
    .addOption(
      new Option(
        '--between <entities>',
        'pairs of institutions within a city, or of cities (computed indexes)',
      )
        .choices(['institutions', 'cities'])
        .default('institutions'),
    )
    .option('--city <name>', 'pairs of one city')
    .option('--institution <name>', 'partners of one institution, wherever they are (computed indexes)')
    .addOption(subjectOption())
    .addOption(yearOption('from', 'first year of a period that ends with --year (computed indexes)'))
    .addOption(yearOption())
    .addOption(
      new Option('--least <score>', 'smallest score of the pairs (default: any)').argParser(number(0, 1e9)),
    )
    .addOption(limitOption(500))
    .action(
      run<CollaborationOptions>(async (session, options) => {
        const { dataset, between, subject, city, institution, from, year, least, limit, lang } = options
        const input = { ...given({ city, year, institution, from, least }), dataset, between, subject, limit }
        const format = figureFormat(options)
        if (format) return writeFigure(session, figureOf(input, options), options, format)
        if (session.format !== 'table') return writeExport(session, { of: 'collaborations', input })
        const list = await session.client.call('collaborations.list', input)
        const printed = list.rows.every(({ provenance }) => provenance === 'printed')
        if (!printed) return writeTable(session, list, pairColumns(list, lang))
        await session.write(formatTable(list.rows, printedPairColumns(lang)))
        tellRest(session, list)
        if (list.total === 0) session.tell(say(lang, 'empty'))
      }),
    )
}

function pairColumns(
  { filters, rows }: CollaborationList,
  language: Language,
): RowColumn<CollaborationRow>[] {
  const head = (id: string) => headOf(language, id)
  const kind = filters.between === 'cities' ? 'city' : 'institution'
  const withinCities = rows.some(({ city }) => city !== '')
  return [
    ...(withinCities && kind === 'institution'
      ? [{ head: head('city'), cell: (row: CollaborationRow) => nameIn(language, row.city, row.cityZh) }]
      : []),
    { head: `${head(kind)} A`, cell: (row) => nameIn(language, row.aName, row.aNameZh) },
    { head: `${head(kind)} B`, cell: (row) => nameIn(language, row.bName, row.bNameZh) },
    { head: head('score'), cell: (row) => row.score, measure: 'score' },
    { head: head('articles'), cell: (row) => row.articles, measure: 'count' },
  ]
}

type PairsInput = Extract<FigureOffer, { of: 'pairs' }>['input']

function figureOf({ limit: _limit, ...input }: PairsInput, options: CollaborationOptions): FigureOffer {
  const { top, highlight } = options
  const table = { of: 'collaborations' as const, input: { ...input, limit: top ?? 10 } }
  return chosenFigure(
    {
      pairs: { of: 'pairs', input, ...given({ top, highlight }) },
      table: { of: 'table', table, ...given({ highlight }) },
    },
    options,
  )
}
