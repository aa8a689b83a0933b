import type { Command } from 'commander'
import { translate } from '../../shared/i18n/index.ts'
import { groupIn } from '../../shared/address/compared.ts'
import { comparedGroupLines } from '../../shared/format/compared-group-words.ts'
import type { CityProfile } from '../../shared/contract/cities.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { EntityLabel, EntityName } from '../../shared/contract/common.ts'
import type { Language } from '../../shared/domain/language.ts'
import { ON_DEMAND } from '../../shared/measures/ranking.ts'
import { SUBJECTS } from '../../shared/domain/subjects.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { rankingColumns, footnotes } from '../columns.ts'
import { differenceColumns, plainFinding } from '../differences.ts'
import {
  addFigureOptions,
  chosenFigure,
  figureFormat,
  highlightOption,
  topOption,
  writeFigure,
} from '../figures.ts'
import type { FigureOffer, FigureOptions } from '../figures.ts'
import type { BandOptions } from '../options.ts'
import {
  addBandOptions,
  byOption,
  chosenBands,
  given,
  reachOption,
  subjectOption,
  yearOption,
} from '../options.ts'
import type { Runner } from '../runner.ts'
import { headOf, rowsTable } from '../rows.ts'
import type { Session } from '../session.ts'
import { writeExport } from '../session.ts'
import { formatTable } from '../table.ts'
import { keptComparison } from './comparisons.ts'

interface CityOptions extends FigureOptions {
  reference?: string
  reach?: boolean
  year?: number
  subject?: string
}

type CompareOptions = CityOptions & BandOptions & { by?: EntityName; saved?: string }

export function addCity(program: Command, run: Runner): void {
  const command = program.command('city')
  addFigureOptions(command, ['series', 'profile', 'ranks', 'institutions', 'cover', 'table'])
    .addOption(topOption())
    .addOption(highlightOption())
    .addOption(subjectOption())
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
        const format = figureFormat(options)
        if (format) return writeFigure(session, cityFigure(input, options), options, format)
        if (session.format !== 'table') return writeExport(session, { of: 'city', input })
        const profile = await session.client.call('cities.profile', input)
        await session.write(profileText(profile, profile.city, input.also, options.lang))
      }),
    )
}

type Profile = Pick<CityProfile, 'year' | 'headline' | 'subjects' | 'series' | 'rankHistory'>

/** A profile as a table: a row for all subjects and one for each, then of a computed index the years. */
export function profileText(
  profile: Profile,
  { name, nameZh }: Pick<EntityLabel, 'name' | 'nameZh'>,
  also: NonNullable<ProfileInput['also']>,
  lang: Language,
): string {
  const rows = [{ ...profile.headline, subject: 'all' }, ...profile.subjects]
  const subject = {
    head: translate(lang, 'exports.columns.subject'),
    value: (row: (typeof rows)[number]) => translate(lang, `common.subjects.${row.subject}`),
  }
  const computed = profile.headline.provenance !== 'printed'
  return [
    `${nameIn(lang, name, nameZh)}, ${profile.year}\n`,
    formatTable(rows, [subject, ...rankingColumns(lang, { rows, also, unnamed: true })]),
    footnotes(rows, lang),
    ...(computed ? [`\n${seriesTable(profile, lang)}`] : []),
  ].join('')
}

/** Year by year: Share, Count and rank in all subjects, and the Share of each subject. */
function seriesTable({ series, rankHistory }: Profile, language: Language): string {
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
  const command = program.command('compare')
  addFigureOptions(command, ['compare', 'table'])
    .argument('[names...]', 'two to six cities, or entities of the kind --by names')
    .option('--saved <name>', 'those of a comparison that was kept, in place of names')
    .addOption(byOption())
    .option(
      '--reference <name>',
      'the one that the others are measured against (default: the first), or group:NAME for the median of a group',
    )
    .description('cities, metropolitan areas, countries or institutions side by side')
    .option('--subject <subject>', 'one of the five subjects, or all', 'all')
    .addOption(yearOption())
    .addOption(reachOption())
  addBandOptions(command).action(
    run<CompareOptions>(async (session, options, ...named) => {
      const { by, names, reference } = await compared(session, options, named)
      const input = {
        dataset: options.dataset,
        ...measuredFrom(names, reference),
        ...(by !== 'city' && { by }),
        also: options.reach ? [...ON_DEMAND] : [],
        subject: options.subject ?? 'all',
        ...given({ bands: chosenBands(options) }),
        ...(options.year === undefined ? {} : { year: options.year }),
      }
      const format = figureFormat(options)
      if (format) {
        const table = { of: 'compare' as const, input }
        const figures = {
          compare: { of: 'compare' as const, input },
          table: { of: 'table' as const, table },
        }
        return writeFigure(session, chosenFigure(figures, options), options, format)
      }
      if (session.format !== 'table') return writeExport(session, { of: 'compare', input })
      const comparison = await session.client.call('cities.compare', input)
      const rows = comparison.cities.map(({ row }) => row)
      const columns = [
        ...rankingColumns(options.lang, { rows, also: input.also, by }),
        ...differenceColumns(comparison, options.lang),
      ]
      await session.write(
        [
          formatTable(rows, columns),
          footnotes(rows, options.lang),
          plainFinding(comparison.finding, options.lang),
          ...(comparison.group
            ? comparedGroupLines(comparison.group, comparison, options.lang).map((line) => `${line}\n`)
            : []),
        ].join(''),
      )
    }),
  )
}

/** Against a group's medians nobody stands first. */
function measuredFrom(names: readonly string[], reference: string | undefined) {
  const group = groupIn(reference)
  return group === undefined ? { cities: referenceFirst(names, reference) } : { cities: [...names], group }
}

/** What is compared: as it is named, or as it was kept. @throws AppError usage where both or neither is said; comparison-unknown. */
async function compared(session: Session, options: CompareOptions, named: string[]) {
  const { by = 'city', reference, saved } = options
  if ((saved === undefined) === (named.length === 0))
    throw new AppError('usage', 'names are needed', { values: { reason: 'NAMES… / --saved NAME' } })
  if (saved === undefined) return { by, names: named, reference }
  const kept = await keptComparison(session, saved)
  const names = kept.entities.map(({ id }) => id)
  return { by: kept.by, names, reference: reference ?? kept.reference ?? undefined }
}

/** The reference stands first, so that every table and figure measures from it; one that was not named is added. */
const referenceFirst = (names: readonly string[], reference: string | undefined): string[] =>
  reference === undefined ? [...names] : [reference, ...names.filter((name) => name !== reference)]

type ProfileInput = Extract<FigureOffer, { of: 'city-series' }>['input']

function cityFigure(input: ProfileInput, options: CityOptions): FigureOffer {
  const { dataset, city, year } = input
  const { top, highlight, subject = 'all' } = options
  const table = { of: 'city' as const, input }
  const within = { dataset, city, subject, ...given({ year }) }
  return chosenFigure(
    {
      series: { of: 'city-series', input },
      profile: { of: 'city-profile', input },
      ranks: { of: 'rank-history', input: { dataset, city }, subject },
      institutions: { of: 'city-institutions', input: within, ...given({ top, highlight }) },
      cover: { of: 'cover', input },
      table: { of: 'table', table, ...given({ highlight }) },
    },
    options,
  )
}
