/** `institutions.list`: institutions of a city or of the whole index. */
import type { InstitutionList, InstitutionRow } from '../../../shared/contract/institutions.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { UNITS } from '../../counting/units.ts'
import { matcher } from '../matching.ts'
import { pageEnd } from '../page.ts'
import { requireRegion, requireYear } from '../rankings.ts'
import { cellAt, cellOf, cellsOf } from './cells.ts'
import { findIndexCity } from './find-entity.ts'
import type { NamedInstitution } from './index-names.ts'
import { institutionsOf } from './index-names.ts'
import { institutionsIn, unitsWithoutInstitution } from './parts.ts'
import { rowMaker } from './rows.ts'
import { provenanceOf, requireComputed, subjectNumber } from './totals.ts'

/** An institution with its sums where the list looks: in the city, or anywhere. */
interface Listed {
  institution: number
  units: number
  articles: number
}

/** @throws AppError not-computed, year-unknown, city-unknown, city-ambiguous, region-unknown. */
export function listInstitutions(
  input: ParsedInputOf<'institutions.list'>,
  context: ReaderContext,
): InstitutionList {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const year = requireYear(dataset, input.year)
  const subject = subjectNumber(input.subject)
  const city = input.city === undefined ? null : findIndexCity(dataset, input.city)
  const listed = city ? inCity(dataset, city.number, subject, year) : everywhere(dataset, subject, year)
  const names = institutionsOf(dataset)
  if (input.region) {
    const regions = [...new Set(listed.map(({ institution }) => names[institution]?.regionId ?? ''))]
    requireRegion(
      input.region,
      regions.map((id) => ({ id })),
    )
  }
  const found = wantedOf(listed, names, input)
  const toRow = rowMaker(dataset, 'institution', { subject, year, base: year })
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      city: city?.label.id ?? null,
      region: input.region ?? null,
      ...(input.sector && { sector: input.sector }),
      subject: input.subject,
      year,
      search: input.search,
    },
    total: found.length,
    truncated: found.length > pageEnd(input),
    reconciliation: city && reconcile(dataset, city.number, listed, { subject, year }),
    rows: found
      .slice(input.offset, pageEnd(input))
      .map((each) => toInstitutionRow(dataset, each, toRow(each.institution), { subject, year })),
  }
}

/** Those of the region and sector that match the words; of all the keys of names are not made. */
function wantedOf(
  listed: Listed[],
  names: readonly NamedInstitution[],
  { region, sector, search }: Pick<ParsedInputOf<'institutions.list'>, 'region' | 'sector' | 'search'>,
): Listed[] {
  if (!region && !sector && search === '') return listed
  const matches = matcher(search)
  return listed.filter(({ institution }) => {
    const named = names[institution] as NamedInstitution
    const wanted = (!region || named.regionId === region) && (!sector || named.sector === sector)
    return wanted && (search === '' || matches({ row: named, key: named.key, pinyin: named.pinyin }))
  })
}

/** In order of Share in the city; equal ones by number. */
function inCity(dataset: OpenDataset, city: number, subject: number, year: number): Listed[] {
  return institutionsIn(dataset, city)
    .flatMap(({ institution, part }): Listed[] => {
      const whole = part < 0
      const cell = cellOf(dataset, whole ? 'institution' : 'part', whole ? institution : part, subject, year)
      return cell ? [{ institution, units: cell.units, articles: cell.articles }] : []
    })
    .sort((a, b) => b.units - a.units)
}

/** In order of rank. */
function everywhere(dataset: OpenDataset, subject: number, year: number): Listed[] {
  const cells = cellsOf(dataset, 'institution', subject, year)
  return Array.from(cells.entity, (institution, i) => ({
    institution,
    units: cells.units[i] as number,
    articles: cells.articles[i] as number,
  }))
}

function toInstitutionRow(
  dataset: OpenDataset,
  { institution, units, articles }: Listed,
  row: RankingRow,
  { subject, year }: { subject: number; year: number },
): InstitutionRow {
  const named = institutionsOf(dataset)[institution] as NamedInstitution
  const whole = cellOf(dataset, 'institution', institution, subject, year)
  return {
    ...named.label,
    sector: named.sector,
    city: named.within ?? null,
    region: named.regionId,
    rank: row.rank,
    share: toShare(whole?.units ?? 0),
    count: whole?.articles ?? 0,
    shareInCity: toShare(units),
    countInCity: articles,
    adjustedShare: whole && toShare(whole.units), // the base is the year itself
    change: row.change,
    changePct: row.changePct,
    provenance: provenanceOf(dataset),
  }
}

/** Does the city's Share, counted by itself, equal what its institutions and its other affiliations add up to? */
function reconcile(
  dataset: OpenDataset,
  city: number,
  listed: readonly Listed[],
  { subject, year }: { subject: number; year: number },
): InstitutionList['reconciliation'] {
  const own = cellAt(cellsOf(dataset, 'city', subject, year), city)?.units ?? 0
  const institutions = listed.reduce((sum, { units }) => sum + units, 0)
  const without = unitsWithoutInstitution(dataset, city, {
    subjectBit: subject,
    yearFrom: year,
    yearTo: year,
  })
  return {
    cityShare: toShare(own),
    institutions: toShare(institutions),
    withoutInstitution: toShare(without),
    residual: (own - institutions - without) / UNITS,
  }
}
