/** Title and filters of a table's plate, computed from its rows. */
import type { TableRequest } from '../../../../shared/contract/exports.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { rankedWord } from '../../../../shared/figures/ranked-rows.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import type { ExportTable } from '../../table/columns.ts'

const say = (language: Language, key: string, values = {}) =>
  translate(language, `plates.pages.table.${key}`, values)

/** "The first 10 of 100 cities hold 36.8 % of the Share of all", where that can be said; else what the table is. */
/** A title begins with a capital, also where what is ranked comes first. */
const sentence: typeof say = (...asked) => {
  const said = say(...asked)
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export function tableTitle(
  built: ExportTable,
  request: TableRequest,
  count: number,
  total: number,
  language: Language,
): { title: string; numbers: PlateNumber[] } {
  const { filtersJson: filters } = built
  const percent = request.of === 'rankings' ? partOfShare(built, count, total) : null
  const by = request.of === 'rankings' ? request.input.by : 'city'
  const year = String(filters['year'] ?? '')
  if (percent !== null) {
    const values = {
      count: formatNumber(count, 0, language),
      of: formatNumber(total, 0, language),
      units: rankedWord(language, `units.${by}`),
      percent: formatNumber(percent, 1, language),
      year,
    }
    const of = built.records.some(({ provenance }) => provenance === 'sample') ? 'sample' : 'computed'
    const label = say(language, 'partLabel', values)
    return { title: say(language, 'part', values), numbers: [{ label, value: percent, decimals: 1, of }] }
  }
  const first = built.records[0]
  return {
    title: sentence(language, `title.${request.of}`, {
      units: rankedWord(language, `units.${by}`),
      order: translate(language, `rankings.sortName.${String(filters['sort'] ?? 'share')}`),
      city: String(
        (language === 'zh' ? first?.['nameZh'] : null) ?? first?.['name'] ?? filters['city'] ?? '',
      ),
      n: countWord(built.rows.length, language),
      year,
      from: String(filters['from'] ?? ''),
      to: String(filters['to'] ?? ''),
    }),
    numbers: [],
  }
}

/** Begins a title: "Ten cities", "46 cities". */
const countWord = (count: number, language: Language): string =>
  count >= 1 && count <= 10
    ? translate(language, `plates.network.numbers.n${count}`)
    : formatNumber(count, 0, language)

/** Percent of the Share of all rows that the first ones hold; null where rows or Shares are missing or stand otherwise. */
function partOfShare(
  { records, filtersJson: { sort, descending, region } }: ExportTable,
  count: number,
  total: number,
): number | null {
  const natural = (sort === 'rank' && descending === false) || (sort === 'share' && descending === true)
  if (!natural || region !== null || records.length !== total || count >= total) return null
  const shares = records.map(({ share }) => share)
  if (!shares.every((share) => typeof share === 'number')) return null
  const sum = (values: number[]) => values.reduce((whole, value) => whole + value, 0)
  const all = sum(shares)
  return all > 0 ? (sum(shares.slice(0, count)) / all) * 100 : null
}

/** Subject, region and year in force; what else filters the rows stands in the title or in their columns. */
export function tableFilters({ filtersJson, records }: ExportTable, language: Language): string {
  const { subject, region, sector, year, search } = filtersJson
  const named = records.find((record) => record['region'] === region)
  return [
    typeof subject === 'string' ? translate(language, `common.subjectsIn.${subject}`) : '',
    typeof region === 'string'
      ? String(named?.[language === 'zh' ? 'regionNameZh' : 'regionName'] ?? region)
      : '',
    typeof sector === 'string' ? translate(language, `networks.sectors.${sector}`) : '',
    typeof search === 'string' && search !== ''
      ? translate(language, 'figures.matching', { text: search })
      : '',
    typeof year === 'number' ? say(language, 'year', { year }) : '',
  ]
    .filter((part) => part !== '')
    .join(translate(language, 'figures.list'))
}
