import type { Command } from 'commander'
import type { InstitutionList, InstitutionRow } from '../../shared/contract/institutions.ts'
import type { Sector } from '../../shared/domain/sectors.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import {
  given,
  limitOption,
  region,
  regionOption,
  sectorOption,
  subjectOption,
  yearOption,
} from '../options.ts'
import type { Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, writeTable } from '../rows.ts'
import { writeExport } from '../session.ts'

interface InstitutionOptions extends CommonOptions {
  city?: string
  region?: string
  country?: string
  sector?: Sector
  subject: string
  year?: number
  search?: string
  limit: Limit
}

export function addInstitutions(program: Command, run: Runner): void {
  program
    .command('institutions')
    .description('institutions by Share, or by their part in a city (computed indexes)')
    .option('--city <name>', 'their part in one city, which adds up to its Share')
    .addOption(regionOption('of one country or region'))
    .option('--country <code>', 'the same as --region', region)
    .addOption(sectorOption())
    .addOption(subjectOption())
    .addOption(yearOption())
    .option('--search <text>', 'part of a name in English, Chinese or pinyin')
    .addOption(limitOption(100))
    .action(
      run<InstitutionOptions>(async (session, options) => {
        const { dataset, subject, limit, city, sector, year, search, lang } = options
        const inRegion = options.region ?? options.country
        const input = { ...given({ city, region: inRegion, sector, year, search }), dataset, subject, limit }
        if (session.format !== 'table') return writeExport(session, { of: 'institutions', input })
        const list = await session.client.call('institutions.list', input)
        await writeTable(session, list, columns(list, lang), reconciliationText(list, lang))
      }),
    )
}

function columns({ filters }: InstitutionList, language: Language): RowColumn<InstitutionRow>[] {
  const head = (id: string) => headOf(language, id)
  const inCity: RowColumn<InstitutionRow>[] = [
    { head: head('shareInCity'), cell: (row) => row.shareInCity, measure: 'share' },
    { head: head('countInCity'), cell: (row) => row.countInCity, measure: 'count' },
  ]
  return [
    { head: head('rank'), cell: (row) => row.rank, measure: 'rank' },
    { head: head('id'), cell: (row) => row.id },
    { head: head('institution'), cell: (row) => nameIn(language, row.name, row.nameZh) },
    { head: head('sector'), cell: (row) => row.sector },
    { head: head('city'), cell: ({ city }) => city && nameIn(language, city.name, city.nameZh) },
    { head: head('region'), cell: (row) => row.region },
    ...(filters.city === null ? [] : inCity),
    { head: head('share'), cell: (row) => row.share, measure: 'share' },
    { head: head('count'), cell: (row) => row.count, measure: 'count' },
    { head: head('changePct'), cell: (row) => row.changePct, measure: 'changePct' },
  ]
}

/** How the Share of a city is made up of its institutions. */
function reconciliationText({ reconciliation: sum }: InstitutionList, language: Language): string {
  if (!sum) return ''
  const number = (value: number) => formatFigure('share', value, language)
  return `\n${say(language, 'reconciliation', {
    city: number(sum.cityShare),
    institutions: number(sum.institutions),
    without: number(sum.withoutInstitution),
    residual: number(sum.residual),
  })}\n`
}
