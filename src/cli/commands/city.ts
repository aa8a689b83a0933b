import type { Command } from 'commander'
import { translate } from '../../shared/i18n/index.ts'
import type { CityProfile } from '../../shared/contract/cities.ts'
import type { Language } from '../../shared/domain/language.ts'
import { ON_DEMAND } from '../../shared/measures/ranking.ts'
import { SUBJECTS } from '../../shared/domain/subjects.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { rankingColumns } from '../columns.ts'
import type { CommonOptions } from '../io.ts'
import { reachOption, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import { headOf, rowsTable } from '../rows.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface CityOptions extends CommonOptions {
  reach?: boolean
  year?: number
  subject?: string
}

export function addCity(program: Command, run: Runner): void {
  program
    .command('city')
    .argument('<name>', 'id, or name in English or Chinese')
    .description('everything the dataset says of a city')
    .addOption(yearOption())
    .addOption(reachOption())
    .action(
      run<CityOptions>(async (session, options, city) => {
        const input = {
          dataset: options.dataset,
          city: city ?? '',
          also: options.reach ? [...ON_DEMAND] : [],
          ...(options.year === undefined ? {} : { year: options.year }),
        }
        if (session.format !== 'table') return writeExport(session, { of: 'city', input })
        const profile = await session.client.call('cities.profile', input)
        const rows = [{ ...profile.headline, subject: 'all' }, ...profile.subjects]
        const { lang } = options
        const subject = {
          head: translate(lang, 'exports.columns.subject'),
          value: (row: (typeof rows)[number]) => translate(lang, `common.subjects.${row.subject}`),
        }
        const computed = profile.headline.provenance !== 'printed'
        await session.write(
          [
            `${nameIn(lang, profile.city.name, profile.city.nameZh)}, ${profile.year}\n`,
            formatTable(rows, [subject, ...rankingColumns(lang, { rows, also: input.also, unnamed: true })]),
            ...(computed ? [`\n${seriesTable(profile, lang)}`] : []),
          ].join(''),
        )
      }),
    )
}

/** Year by year: Share, Count and rank in all subjects, and the Share of each subject. */
function seriesTable({ series, rankHistory }: CityProfile, language: Language): string {
  const years = [...new Set(series.map(({ year }) => year))].sort((a, b) => a - b)
  const at = (year: number, subject: string) =>
    series.find((point) => point.year === year && point.subject === subject)
  const rankOf = (year: number) =>
    rankHistory.find((point) => point.year === year && point.subject === 'all')?.rank
  return rowsTable(
    years,
    [
      { head: headOf(language, 'year'), cell: (year) => year },
      { head: headOf(language, 'rank'), cell: (year) => rankOf(year) ?? null, measure: 'rank' },
      {
        head: headOf(language, 'share'),
        cell: (year) => at(year, 'all')?.share ?? null,
        measure: 'share',
      },
      {
        head: headOf(language, 'count'),
        cell: (year) => at(year, 'all')?.count ?? null,
        measure: 'count',
      },
      ...SUBJECTS.map((subject) => ({
        head: translate(language, `common.subjects.${subject}`),
        cell: (year: number) => at(year, subject)?.share ?? null,
        measure: 'share' as const,
      })),
    ],
    language,
  )
}

export function addCompare(program: Command, run: Runner): void {
  program
    .command('compare')
    .argument('<names...>', 'two to six cities')
    .description('cities side by side')
    .option('--subject <subject>', 'one of the five subjects, or all', 'all')
    .addOption(yearOption())
    .addOption(reachOption())
    .action(
      run<CityOptions>(async (session, options, ...cities) => {
        const input = {
          dataset: options.dataset,
          cities,
          also: options.reach ? [...ON_DEMAND] : [],
          subject: options.subject ?? 'all',
          ...(options.year === undefined ? {} : { year: options.year }),
        }
        if (session.format !== 'table') return writeExport(session, { of: 'compare', input })
        const comparison = await session.client.call('cities.compare', input)
        const rows = comparison.cities.map(({ row }) => row)
        await session.write(formatTable(rows, rankingColumns(options.lang, { rows, also: input.also })))
      }),
    )
}
