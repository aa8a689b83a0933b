import type { Command } from 'commander'
import { Option } from 'commander'
import type { CollaborationList, CollaborationRow } from '../../shared/contract/collaborations.ts'
import { MOST_GROUPS, MOST_PER_CITY, REACHES, USUAL_GROUPS } from '../../shared/domain/pairs.ts'
import type { Reach } from '../../shared/domain/pairs.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'
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
import { given, limitOption, number, subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, tellRest, writeTable } from '../rows.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface CollaborationOptions extends FigureOptions {
  between: 'institutions' | 'cities' | 'countries'
  city?: string
  institution?: string
  country?: string
  reach?: Reach
  perCity?: number
  cities?: number
  area?: 'metro' | 'city'
  beside?: string
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
    .description('pairs of institutions, cities or countries by bilateral collaboration score')
    .addOption(
      new Option(
        '--between <entities>',
        'pairs of institutions, or of cities or countries (computed indexes)',
      )
        .choices(['institutions', 'cities', 'countries'])
        .default('institutions'),
    )
    .option('--city <name>', 'pairs of institutions within a city; of cities, the partners of one')
    .option('--institution <name>', 'partners of one institution, wherever they are (computed indexes)')
    .option('--country <code>', 'between countries: the partners of one, by code or name (computed indexes)')
    .addOption(
      new Option('--reach <reach>', 'only pairs of one city, of one country, or over a border').choices(
        REACHES,
      ),
    )
    .addOption(
      new Option(
        '--per-city <n>',
        'grouped by city: this many leading pairs of each leading city (computed indexes)',
      ).argParser(wholeNumber(1, MOST_PER_CITY)),
    )
    .addOption(
      new Option('--cities <n>', `leading cities, with --per-city (default: ${USUAL_GROUPS})`).argParser(
        wholeNumber(1, MOST_GROUPS),
      ),
    )
    .addOption(
      new Option(
        '--area <area>',
        'what counts as a city, with --per-city (default: metro) or --city (default: city)',
      ).choices(['metro', 'city']),
    )
    .option('--beside <edition>', 'with --per-city: a published edition whose printed scores stand beside')
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
        const { country, reach, perCity, cities, area, beside } = options
        const input = {
          ...given({ city, year, institution, country, reach, from, least }),
          ...given({ perCity, cities, area, beside }),
          dataset,
          between,
          subject,
          limit,
        }
        const format = figureFormat(options)
        if (format) return writeFigure(session, figureOf(input, options), options, format)
        if (session.format !== 'table') return writeExport(session, { of: 'collaborations', input })
        const list = await session.client.call('collaborations.list', input)
        const printed = list.rows.length > 0 && list.rows.every(({ provenance }) => provenance === 'printed')
        if (!printed) return writeTable(session, list, pairColumns(list, lang))
        await session.write(formatTable(list.rows, printedPairColumns(lang)))
        tellRest(session, list)
        if (list.total === 0) session.tell(say(lang, 'empty'))
      }),
    )
}

const KINDS = { institutions: 'institution', cities: 'city', countries: 'country' }

function pairColumns(
  { filters, whole, rows }: CollaborationList,
  language: Language,
): RowColumn<CollaborationRow>[] {
  type PairColumn = RowColumn<CollaborationRow>
  const head = (id: string) => headOf(language, id)
  const kind = KINDS[filters.between as keyof typeof KINDS]
  const ofInstitutions = kind === 'institution'
  const when = (shown: boolean, column: PairColumn) => (shown ? [column] : [])
  const cityOf = (end: 'aCity' | 'bCity') =>
    when(ofInstitutions, {
      head: head(end),
      cell: ({ [end]: city }) => (city ? nameIn(language, city.name, city.nameZh) : null),
    })
  return [
    ...when(ofInstitutions && rows.some(({ city }) => city !== ''), {
      head: head('city'),
      cell: (row) => nameIn(language, row.city, row.cityZh),
    }),
    { head: `${head(kind)} A`, cell: (row) => nameIn(language, row.aName, row.aNameZh) },
    ...cityOf('aCity'),
    { head: `${head(kind)} B`, cell: (row) => nameIn(language, row.bName, row.bNameZh) },
    ...cityOf('bCity'),
    { head: head('score'), cell: (row) => row.score, measure: 'score' },
    ...when(whole !== undefined, {
      head: head('partPct'),
      cell: ({ partPct }) => partPct ?? null,
      decimals: 1,
    }),
    { head: head('articles'), cell: (row) => row.articles, measure: 'count' },
    ...when(true, {
      head: head('reach'),
      cell: ({ reach }) => reach && translate(language, `collaborations.reach.${reach}`),
    }),
    ...when(
      rows.some(({ printed }) => printed !== undefined),
      {
        head: head('printedScore'),
        cell: ({ printed }) =>
          printed ? (printed.score ?? translate(language, 'collaborations.leading')) : null,
        measure: 'score',
      },
    ),
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
