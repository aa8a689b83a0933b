import type { Command } from 'commander'
import { Option } from 'commander'
import type { RankingSort } from '../../shared/contract/rankings.ts'
import { RANKING_SORTS } from '../../shared/contract/rankings.ts'
import { rankingColumns } from '../columns.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import type { Runner } from '../program.ts'
import { region, subjectOption, wholeNumber, yearOption } from '../options.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface RankOptions extends CommonOptions {
  by: 'city' | 'country'
  subject: string
  year?: number
  region?: string
  search?: string
  sort?: RankingSort
  descending?: boolean
  ascending?: boolean
  limit: number
}

export function addRank(program: Command, run: Runner): void {
  program
    .command('rank')
    .description('the ranking of cities, with its filters')
    .addOption(new Option('--by <entity>', 'what is ranked').choices(['city']).default('city'))
    .addOption(subjectOption())
    .addOption(yearOption())
    .option('--region <code>', 'cities of one region (ISO 3166-1 alpha-2, such as CN)', region)
    .option('--search <text>', 'part of a name in English, Chinese or pinyin')
    .addOption(new Option('--sort <column>', 'order').choices(RANKING_SORTS))
    .option('--descending', 'largest first')
    .option('--ascending', 'smallest first')
    .option('--limit <n>', 'rows at most', wholeNumber(1, 5000), 100)
    .action(
      run<RankOptions>(async (session, options) => {
        const input = {
          dataset: options.dataset,
          by: options.by,
          subject: options.subject,
          limit: options.limit,
          ...(options.year === undefined ? {} : { year: options.year }),
          ...(options.region === undefined ? {} : { region: options.region }),
          ...(options.search === undefined ? {} : { search: options.search }),
          ...(options.sort === undefined ? {} : { sort: options.sort }),
          ...(options.descending || options.ascending ? { descending: Boolean(options.descending) } : {}),
        }
        if (session.format !== 'table') return writeExport(session, { of: 'rankings', input })
        const list = await session.client.call('rankings.list', input)
        session.write(formatTable(list.rows, rankingColumns(options.lang)))
        if (list.truncated)
          session.tell(say(options.lang, 'more', { shown: list.rows.length, total: list.total }))
      }),
    )
}
