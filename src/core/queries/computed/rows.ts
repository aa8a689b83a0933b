/** From stored sums to the row of a ranking. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { Population } from '../../../shared/contract/populations.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { perMillion } from '../../../shared/measures/per-million.ts'
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { CollaborationReach } from '../../indicators/collaboration-reach.ts'
import { figuresFrom } from '../../indicators/measures.ts'
import type { Cell } from './cells.ts'
import { cellsOf } from './cells.ts'
import { collectedMarks } from './collected-rows.ts'
import { figuresOf, namesOf } from './entity-space.ts'
import type { Named } from './index-names.ts'
import { NamedInstitution } from './index-names.ts'
import { countriesOf } from './index-names.ts'
import { Lru } from '../../lru.ts'
import { reachOfOne } from './reach.ts'
import { articlesIn, provenanceOf } from './totals.ts'
import { unitsElsewhere } from './units-elsewhere.ts'

const HAS_POPULATION: readonly EntityName[] = perMillion.entities

/** What rows of one subject and year have in common. */
export interface RowFrame {
  by: EntityName
  year: number
  provenance: 'computed' | 'sample'
  /** N of the whole index in the year, the year before and the base year. */
  articles: number | null
  articlesBefore: number | null
  articlesBase: number | null
  /** Units by what shares a denominator (`denominatorOf`). */
  regionUnits: ReadonlyMap<string, number>
  /** Units that lie in another region than their entity, by its id. */
  elsewhere: ReadonlyMap<string, number>
  populationOf(entity: Named): Population | null
}

/** @param base base year of adjusted Share */
export function frameOf(
  dataset: OpenDataset,
  by: EntityName,
  subject: number,
  year: number,
  base: number,
): RowFrame {
  const { populations } = dataset
  return {
    by,
    year,
    provenance: provenanceOf(dataset),
    articles: articlesIn(dataset, year),
    articlesBefore: articlesIn(dataset, year - 1),
    articlesBase: articlesIn(dataset, base),
    regionUnits: regionUnitsOf(dataset, subject, year),
    elsewhere: unitsElsewhere(dataset, by, subject, year),
    populationOf: ({ nameInCountry, region }) =>
      HAS_POPULATION.includes(by) ? populations.find(nameInCountry, region.id, year) : null,
  }
}

/** Units of countries in a subject and year, by denominator. */
export function regionUnitsOf(
  dataset: OpenDataset,
  subject: number,
  year: number,
): ReadonlyMap<string, number> {
  const kept = dataset.memo('region-units', () => new Lru<Map<string, number>>(500, () => 1))
  return kept.get(`${subject}/${year}`, () => {
    const names = countriesOf(dataset)
    const cells = cellsOf(dataset, 'country', subject, year)
    const sums = new Map<string, number>()
    for (let i = 0; i < cells.size; i++) {
      const key = denominatorOf(names[cells.entity[i] as number]?.id ?? '')
      sums.set(key, (sums.get(key) ?? 0) + (cells.units[i] as number))
    }
    return sums
  })
}

/**
 * A Share in full, kept within the bounds of its two decimals: units of articles with many authors are off by parts of
 * a billionth, which must not carry a half cent to the other side.
 */
export function fullShare({ units, hundredths }: Cell): number {
  const [least, above] = [(2 * hundredths - 1) / 200, (2 * hundredths + 1) / 200]
  const share = toShare(units)
  return share < least ? least : share >= above ? above - 1e-9 : share
}

/**
 * The row of an entity. Its Share has full precision; written with two decimals it is the exact sum rounded half up. With
 * no article in the year everything is null; with none in the year before, the change counts from 0 and has no percentage.
 */
export function toRow(
  entity: Named,
  now: Cell | null,
  before: Cell | null,
  frame: RowFrame,
  reach: CollaborationReach | null = null,
): RankingRow {
  const { articles, articlesBefore, articlesBase } = frame
  const share = now && fullShare(now)
  const earlier = articlesBefore === null ? null : toShare(before?.units ?? 0)
  const population = frame.populationOf(entity)
  const figures = figuresFrom(
    {
      rank: now?.rank ?? null,
      rankBefore: before?.rank ?? null,
      share,
      shareBefore: earlier,
      count: now?.articles ?? null,
      articles,
      articlesBefore,
      articlesBase,
      // As a part of its region no more than lies there.
      units: now && now.units - (frame.elsewhere.get(entity.id) ?? 0),
      regionUnits: frame.regionUnits.get(denominatorOf(entity.region.id)) ?? null,
      population: population?.inhabitants ?? null,
      reach,
    },
    frame.by,
  )
  return {
    ...figures,
    id: entity.id,
    by: frame.by,
    name: entity.name,
    nameZh: entity.nameZh,
    region: entity.region.id,
    regionName: entity.region.name,
    regionNameZh: entity.region.nameZh,
    population,
    rankBefore: before?.rank ?? null,
    rankQualifier: null,
    changePctQualifier: null,
    scope: null,
    provenance: frame.provenance,
    ...(entity.within === undefined ? {} : { within: entity.within }),
    ...(entity instanceof NamedInstitution ? { sector: entity.sector } : {}),
    otherChanges: [],
  }
}

/** What a row is of. @param base base year of adjusted Share @param reach with the reach of collaboration */
interface AskedRow {
  subject: number
  year: number
  base: number
  reach?: boolean
}

/** The row of one entity, without those of the others. @param entity its number */
export function rowOf(dataset: OpenDataset, by: EntityName, entity: number, asked: AskedRow): RankingRow {
  return rowMaker(dataset, by, asked)(entity)
}

/** Rows of some entities by their numbers; what rows of a subject and year have in common is made once. */
export function rowMaker(
  dataset: OpenDataset,
  by: EntityName,
  { subject, year, base, reach = false }: AskedRow,
): (entity: number) => RankingRow {
  const names = namesOf(dataset, by)
  const frame = frameOf(dataset, by, subject, year, base)
  const marked = collectedMarks(dataset, by)
  return (entity) => {
    const named = names[entity]
    if (!named) throw new Error(`no ${by} ${entity}`)
    const now = figuresOf(dataset, by, entity, subject, year)
    const before = figuresOf(dataset, by, entity, subject, year - 1)
    const far = reach ? reachOfOne(dataset, by, entity, subject, year) : null
    return marked(toRow(named, now, before, frame, far), named)
  }
}
