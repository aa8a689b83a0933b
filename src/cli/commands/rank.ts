import type { Command } from 'commander'
import { Option } from 'commander'
import type { EntityName } from '../../shared/contract/common.ts'
import type { RankingList, RankingRow, RankingSort } from '../../shared/contract/rankings.ts'
import { RANKING_SORTS } from '../../shared/domain/ranking-sorts.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { rankingColumns } from '../columns.ts'
import type { CommonOptions } from '../io.ts'
import { byOption, given, limitOption, regionOption, subjectOption, yearOption } from '../options.ts'
import type { Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, tellRest, writeCsv } from '../rows.ts'
import { json, writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface RankOptions extends CommonOptions {
  by: EntityName
  subject: string
  year?: number
  base?: number
  region?: string
  search?: string
  sort?: RankingSort
  descending?: boolean
  ascending?: boolean
  limit: Limit
}

export function addRank(program: Command, run: Runner): void {
  program
    .command('rank')
    .description('the ranking of cities or other entities, with its filters')
    .addOption(byOption())
    .addOption(subjectOption())
    .addOption(yearOption())
    .addOption(yearOption('base', 'base year of adjusted Share (default: the year itself)'))
    .addOption(regionOption('of one country or region'))
    .option('--search <text>', 'part of a name in English, Chinese or pinyin')
    .addOption(new Option('--sort <column>', 'order').choices(RANKING_SORTS))
    .option('--descending', 'largest first')
    .option('--ascending', 'smallest first')
    .addOption(limitOption(100))
    .action(
      run<RankOptions>(async (session, options) => {
        const { dataset, by, subject, limit, year, base, region, search, sort, lang } = options
        const input = {
          ...given({ year, base, region, search, sort }),
          ...(options.descending || options.ascending ? { descending: Boolean(options.descending) } : {}),
          dataset,
          by,
          subject,
          limit,
        }
        const { format } = session
        if (format !== 'table' && by === 'city') return writeExport(session, { of: 'rankings', input })
        const list = await session.client.call('rankings.list', input)
        if (format === 'json') return session.write(json(withOwnIds(list, by)))
        if (format !== 'table') return writeCsv(session, list, entityColumns(by, lang))
        session.write(formatTable(list.rows, rankingColumns(lang, { by, computed: list.index !== null })))
        tellRest(session, list)
      }),
    )
}

/** The ids by their own names: a row's `cityId` is the city, not the institution or area. */
function withOwnIds({ dataset, version, filters, rows, ...rest }: RankingList, by: EntityName) {
  const named = rows.map(({ rank, rankChange, cityId, within, ...row }) => {
    const ids = { [`${by}Id`]: cityId }
    const place = by === 'institution' ? { cityId: within?.id ?? null, city: within?.name ?? null } : {}
    return { rank, rankChange, ...ids, ...place, ...row }
  })
  return { dataset, version, filters, rows: named, ...rest }
}

function entityColumns(by: EntityName, language: Language): RowColumn<RankingRow>[] {
  const column = (id: keyof RankingRow, head: string = id): RowColumn<RankingRow> => ({
    head: headOf(language, head),
    cell: (row) => row[id] as string | number | null,
  })
  return [
    column('rank'),
    column('rankChange'),
    column('cityId', 'id'),
    column('name', by),
    column('nameZh', 'nameInChinese'),
    ...(by === 'institution'
      ? [{ head: headOf(language, 'city'), cell: ({ within }: RankingRow) => within?.name ?? null }]
      : []),
    column('region'),
    {
      head: headOf(language, 'regionName'),
      cell: (row) => nameIn(language, row.regionName, row.regionNameZh),
    },
    column('share'),
    column('count'),
    column('countPerShare'),
    column('adjustedShare'),
    column('change'),
    column('changePct'),
    column('regionSharePct'),
  ]
}
