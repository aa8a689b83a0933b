import type { Command } from 'commander'
import { Option } from 'commander'
import type { EntityName } from '../../shared/contract/common.ts'
import type { RankingList, RankingSort } from '../../shared/contract/rankings.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Sector } from '../../shared/domain/sectors.ts'
import { RANKING_SORTS } from '../../shared/domain/ranking-sorts.ts'
import { groupLines } from '../../shared/format/group-words.ts'
import { ON_DEMAND } from '../../shared/measures/ranking.ts'
import { rankingColumns, footnotes } from '../columns.ts'
import {
  addFigureOptions,
  chosenFigure,
  figureFormat,
  highlightOption,
  topOption,
  writeFigure,
} from '../figures.ts'
import type { FigureOffer, FigureOptions } from '../figures.ts'
import { bandColumns, bandFootnotes, drawBands } from '../draw-bands.ts'
import type { BandOptions, Limit } from '../options.ts'
import {
  addBandOptions,
  byOption,
  chosenBands,
  given,
  groupOption,
  limitOption,
  reachOption,
  regionOption,
  sectorOption,
  subjectOption,
  yearOption,
} from '../options.ts'
import type { Runner } from '../runner.ts'
import { tellRest } from '../rows.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface RankOptions extends FigureOptions, BandOptions {
  by: EntityName
  subject: string
  year?: number
  base?: number
  region?: string
  sector?: Sector
  group?: string
  search?: string
  sort?: RankingSort
  descending?: boolean
  ascending?: boolean
  reach?: boolean
  limit: Limit
}

export function addRank(program: Command, run: Runner): void {
  const command = program.command('rank')
  addFigureOptions(command, ['bars', 'dots', 'finding', 'table'])
    .addOption(topOption())
    .addOption(highlightOption())
    .description('the ranking of cities or other entities, with its filters')
    .addOption(byOption())
    .addOption(subjectOption())
    .addOption(yearOption())
    .addOption(yearOption('base', 'base year of adjusted Share (default: the year itself)'))
    .addOption(regionOption('of one country or region'))
    .addOption(sectorOption())
    .addOption(groupOption())
    .option('--search <text>', 'part of a name in English, Chinese or pinyin')
    .addOption(new Option('--sort <column>', 'order').choices(RANKING_SORTS))
    .option('--descending', 'largest first')
    .option('--ascending', 'smallest first')
    .addOption(reachOption())
    .addOption(limitOption(100))
  addBandOptions(command).action(
    run<RankOptions>(async (session, options) => {
      const { dataset, by, subject, limit, year, base, region, sector, group, search, sort, lang } = options
      const also = ON_DEMAND.filter((id) => options.reach || id === options.sort)
      const bands = chosenBands(options)
      if (bands)
        await drawBands(session, 'stability.ranking', { dataset, by, subject, bands, ...given({ year }) })
      const input = {
        ...given({ year, base, region, sector, group, search, sort, bands }),
        ...(options.descending || options.ascending ? { descending: Boolean(options.descending) } : {}),
        dataset,
        by,
        subject,
        limit,
        also,
      }
      const format = figureFormat(options)
      if (format) return writeFigure(session, figureOf(input, options), options, format)
      if (session.format !== 'table') return writeExport(session, { of: 'rankings', input })
      const list = await session.client.call('rankings.list', input)
      const columns = rankingColumns(lang, { rows: list.rows, by, also })
      const table = formatTable(list.rows, [...columns, ...(list.bands ? bandColumns(lang) : [])])
      await session.write(
        table + footnotes(list.rows, lang) + bandFootnotes(list, lang) + groupFootnotes(list, lang),
      )
      tellRest(session, list)
    }),
  )
}

/** Of the group: its median and quartiles, what it has together, and who is missing. */
const groupFootnotes = ({ group, ...list }: RankingList, language: Language): string =>
  group ? `\n${groupLines({ ...list, group }, language).join('\n')}\n` : ''

type RankingInput = Extract<FigureOffer, { of: 'ranking-bars' }>['input']

/** A figure has rows of its own number: of the list only its filters are taken. */
function figureOf({ limit: _limit, ...input }: RankingInput, options: RankOptions): FigureOffer {
  const { top, highlight } = options
  const rows = given({ top, highlight })
  const read = given({ highlight })
  return chosenFigure(
    {
      bars: { of: 'ranking-bars', input, ...rows },
      dots: { of: 'count-per-share', input, ...rows },
      finding: { of: 'finding', input, ...read },
      table: { of: 'table', table: { of: 'rankings', input: { ...input, limit: top ?? 10 } }, ...read },
    },
    options,
  )
}
