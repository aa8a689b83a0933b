import type { Command } from 'commander'
import { Option } from 'commander'
import type { EntityName } from '../../shared/contract/common.ts'
import type { RisingList, RisingRow } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import type { Drawn } from '../../shared/contract/stability.ts'
import { changeInterval } from '../../shared/format/bands.ts'
import { translate } from '../../shared/i18n/index.ts'
import { drawBands } from '../draw-bands.ts'
import {
  addFigureOptions,
  chosenFigure,
  figureFormat,
  highlightOption,
  topOption,
  writeFigure,
} from '../figures.ts'
import type { FigureOffer, FigureOptions } from '../figures.ts'
import {
  addBandOptions,
  byOption,
  chosenBands,
  given,
  limitOption,
  number,
  regionOption,
  subjectOption,
  yearOption,
} from '../options.ts'
import type { BandOptions, Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, writeTable } from '../rows.ts'
import { writePrintedChanges } from './printed-changes.ts'
import type { Session } from '../session.ts'
import { writeExport } from '../session.ts'

interface RisingOptions extends FigureOptions, BandOptions {
  by: EntityName
  subject: string
  from?: number
  to?: number
  base?: number
  sort: 'change' | 'changePct'
  floor?: number
  region?: string
  printed?: boolean
  limit: Limit
}

export function addRising(program: Command, run: Runner): void {
  const command = program.command('rising')
  addFigureOptions(command, ['tracks', 'slopes', 'table'])
    .addOption(topOption())
    .addOption(highlightOption())
    .description('who rose most between two years, by adjusted Share (computed indexes)')
    .addOption(byOption())
    .addOption(subjectOption())
    .addOption(yearOption('from', 'first year (default: the last but one)'))
    .addOption(yearOption('to', 'last year (default: the last of the index)'))
    .addOption(yearOption('base', 'base year of adjusted Share (default: the last year compared)'))
    .addOption(
      new Option('--sort <column>', 'by change in articles, or in percent')
        .choices(['change', 'changePct'])
        .default('change'),
    )
    .addOption(
      new Option(
        '--floor <share>',
        'smallest Share in the first year (default: 0; by percent 50, or less where few reach it)',
      ).argParser(number(0, 1e6)),
    )
    .addOption(regionOption('of one country or region'))
    .option('--printed', 'the changes that the edition prints, whatever their years')
    .addOption(limitOption(20))
  addBandOptions(command).action(
    run<RisingOptions>(async (session, options) => {
      const { dataset, by, subject, from, to, base, sort, floor, region, limit } = options
      const format = figureFormat(options)
      if (options.printed) return writePrintedChanges(session, { dataset, subject, limit }, options, format)
      const bands = chosenBands(options)
      const plain = { ...given({ from, to, base, floor, region }), dataset, by, subject, sort, limit }
      if (bands) await drawChanges(session, { ...plain, limit: 1 }, bands)
      const input = { ...plain, ...given({ bands }) }
      if (format) return writeFigure(session, figureOf(input, options), options, format)
      if (session.format !== 'table') return writeExport(session, { of: 'rising', input })
      const list = await session.client.call('rankings.rising', input)
      await writeTable(session, list, columns(list, by, options.lang))
    }),
  )
}

/** The years are told by the list where the command does not name them. */
async function drawChanges(session: Session, input: RisingInput, bands: Drawn): Promise<void> {
  const { filters } = await session.client.call('rankings.rising', input)
  const { by, subject } = input
  const { from, to, base } = filters
  await drawBands(session, 'stability.changes', {
    ...given({ by, subject }),
    dataset: input.dataset,
    from,
    to,
    base,
    bands,
  })
}

function columns({ filters }: RisingList, by: EntityName, language: Language): RowColumn<RisingRow>[] {
  const head = (id: string, values = {}) => headOf(language, id, values)
  const { from, to } = filters
  return [
    { head: head('place'), cell: (row) => row.place, decimals: 0 },
    { head: head(by), cell: (row) => nameIn(language, row.name, row.nameZh) },
    ...(by === 'institution'
      ? [
          {
            head: head('city'),
            cell: ({ within }: RisingRow) => within && nameIn(language, within.name, within.nameZh),
          },
        ]
      : []),
    ...(by === 'country'
      ? []
      : [
          {
            head: head('regionName'),
            cell: (row: RisingRow) => nameIn(language, row.regionName, row.regionNameZh),
          },
        ]),
    { head: head('shareIn', { year: from }), cell: (row) => row.shareFrom, measure: 'share' },
    { head: head('shareIn', { year: to }), cell: (row) => row.shareTo, measure: 'share' },
    { head: head('adjustedIn', { year: from }), cell: (row) => row.adjustedFrom, measure: 'adjustedShare' },
    { head: head('adjustedIn', { year: to }), cell: (row) => row.adjustedTo, measure: 'adjustedShare' },
    { head: head('change'), cell: (row) => row.change, measure: 'change' },
    { head: head('changePct'), cell: (row) => row.changePct, measure: 'changePct' },
    ...(filters.bands
      ? (['change', 'changePct'] as const).map((id) => ({
          head: translate(language, `stability.heads.${id}`),
          cell: (row: RisingRow) => changeInterval(id, row, language),
        }))
      : []),
    { head: head('rankIn', { year: from }), cell: (row) => row.rankFrom, measure: 'rank' },
    { head: head('rankIn', { year: to }), cell: (row) => row.rankTo, measure: 'rank' },
  ]
}

type RisingInput = Extract<FigureOffer, { of: 'rising' }>['input']

/** A figure has rows of its own number: of the list only its filters are taken. */
function figureOf({ limit: _limit, ...input }: RisingInput, options: RisingOptions): FigureOffer {
  const { top, highlight } = options
  const rows = given({ top, highlight })
  const table = { of: 'rising' as const, input: { ...input, limit: top ?? 10 } }
  return chosenFigure(
    {
      tracks: { of: 'rising', input, ...rows, shape: 'tracks' },
      slopes: { of: 'rising', input, ...rows, shape: 'slopes' },
      table: { of: 'table', table, ...given({ highlight }) },
    },
    options,
  )
}
