/** `indicators.checks`: sums that must hold in an index, reckoned anew, and which cities make up its metropolitan areas. */
import type { MethodChecks, SumCheck } from '../../../shared/contract/indicators.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { articleArrays } from '../../articles/csr.ts'
import { nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { nodeParts } from '../../statistics/plan-parts.ts'
import { cellsOf } from '../computed/cells.ts'
import { NODE_KINDS } from '../computed/collaborating.ts'
import { citiesOf, metrosOf } from '../computed/index-names.ts'
import { articlesIn, subjectNumber } from '../computed/totals.ts'
import { allCities } from '../find-city.ts'
import { requireYear } from '../rankings.ts'

const KINDS = ['institution', 'city', 'country'] as const

/**
 * Of an index, by kind: the stored Shares of all, what the contributions give to none of them, and the articles counted,
 * each from another source, so that the residual tells. An edition names its metropolitan areas alone.
 */
export function methodChecks(
  input: ParsedInputOf<'indicators.checks'>,
  context: ReaderContext,
): MethodChecks {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  const isIndex = dataset.kind !== 'published'
  const subject = isIndex ? subjectNumber(input.subject) : 0
  return {
    dataset: dataset.id,
    version: dataset.version,
    subject: input.subject,
    year,
    sums: isIndex ? KINDS.map((kind) => sumOf(dataset, kind, subject, year)) : [],
    metros: isIndex ? metrosOfIndex(dataset) : metrosOfEdition(dataset),
  }
}

function sumOf(dataset: OpenDataset, kind: SumCheck['kind'], subject: number, year: number): SumCheck {
  const { units } = cellsOf(dataset, kind, subject, year)
  const shares = units.reduce((sum, each) => sum + each, 0)
  const unknown = unknownUnits(dataset, kind, subject, year)
  const articles = articlesIn(dataset, year, subject) ?? 0
  return {
    kind,
    entities: units.length,
    shares: toShare(shares),
    unknown: toShare(unknown),
    articles,
    residual: toShare(shares + unknown) - articles,
  }
}

/**
 * Of all articles what falls to no entity of the kind: one walk through their contributions, or through the parts that an
 * engine counted.
 */
function unknownUnits(dataset: OpenDataset, kind: SumCheck['kind'], subject: number, year: number): number {
  const entityOf = nodeMaps(dataset)[NODE_KINDS[kind]]
  if (dataset.plan)
    return nodeParts(dataset.db, subject, year, articlesIn(dataset, year, subject) ?? 0).reduce(
      (sum, part) => ((entityOf[part.node] as number) < 0 ? sum + part.units : sum),
      0,
    )
  const { start, node, units, year: years, subjects } = articleArrays(dataset)
  let sum = 0
  for (let x = 0; x < years.length; x++) {
    if (years[x] !== year) continue
    if (subject > 0 && ((subjects[x] as number) & (1 << (subject - 1))) === 0) continue
    for (let i = start[x] as number; i < (start[x + 1] as number); i++)
      if ((entityOf[node[i] as number] as number) < 0) sum += units[i] as number
  }
  return sum
}

function metrosOfIndex(dataset: OpenDataset): MethodChecks['metros'] {
  const cities = citiesOf(dataset)
  return metrosOf(dataset)
    .map((metro, number) => ({
      area: metro.label,
      cities: cities.filter((city) => city.metro === number).map(({ label }) => label),
    }))
    .filter(({ cities: within }) => within.length > 0)
    .sort((a, b) => (a.area.name < b.area.name ? -1 : 1))
}

/** An edition does not say of which cities its areas are made. */
function metrosOfEdition(dataset: OpenDataset): MethodChecks['metros'] {
  return allCities(dataset)
    .filter(({ name }) => name.endsWith(' metropolitan area'))
    .map(({ city_id: id, name, name_zh: nameZh }) => ({ area: { id, name, nameZh }, cities: null }))
}
