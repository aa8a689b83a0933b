/**
 * Random article sets, counted, stored and ranked as an import does it, against the slow reference. A case is one set;
 * twenty-five of them, each in years of its own, go into one index.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resourcesDir } from '../../src/core/app-info.ts'
import { nodeMaps } from '../../src/core/articles/node-maps.ts'
import type { OpenDataset } from '../../src/core/context.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { computedRanking } from '../../src/core/queries/computed/computed-ranking.ts'
import { pairsOf } from '../../src/core/queries/computed/collaborating.ts'
import { cellAt, cellsOf } from '../../src/core/queries/computed/cells.ts'
import { citiesOf, institutionsOf } from '../../src/core/queries/computed/index-names.ts'
import { unitsWithoutInstitution } from '../../src/core/queries/computed/parts.ts'
import type { EntityName } from '../../src/shared/contract/common.ts'
import type { Subject } from '../../src/shared/domain/subjects.ts'
import { ALL_SUBJECTS } from '../../src/shared/domain/subjects.ts'
import { articleSet, FIRST_YEAR } from '../reference/article-set.ts'
import type { Article, Level, Places } from '../reference/model.ts'
import { LEVELS } from '../reference/model.ts'
import { referenceIndex, withoutVague } from '../reference/reference-index.ts'
import { Rational } from '../reference/rational.ts'
import { buildInMemory } from '../support/in-memory-index.ts'

const SETS = 25
const IMPORTS = 40

/** Two years a set, so that every set has few articles a year and a year to compare with. */
const firstYear = (set: number) => 1600 + 3 * set

const BY: Record<Level, EntityName> = {
  institution: 'institution',
  city: 'city',
  metro: 'metro',
  country: 'country',
}

/** A unit for every contribution: how far sums of units may be from exact ones. */
const tolerance = (articles: number) => (60 * articles) / UNITS

test(`${SETS * IMPORTS} random article sets agree with the reference`, () => {
  const sets = fc.array(articleSet({ maxArticles: 4 }), { minLength: SETS, maxLength: SETS })
  let cases = 0
  const [options] = fc.sample(fc.array(fc.boolean(), { minLength: IMPORTS, maxLength: IMPORTS }), {
    numRuns: 1,
    seed: 2,
  })
  fc.sample(sets, { numRuns: IMPORTS, seed: 1 }).forEach((batch, at) => {
    const spreadUnknown = options?.[at] ?? false
    const places = batch[0]?.places as Places
    const moved = batch.map(({ articles }, set) =>
      articles.map((article): Article => ({
        ...article,
        id: `W${set * 100 + Number(article.id.slice(1))}`,
        year: firstYear(set) + ((article.year - FIRST_YEAR) % 2),
      })),
    )
    const dataset = buildInMemory({ articles: moved.flat(), places, spreadUnknown, resourcesDir })
    moved.forEach((articles, set) => {
      compareSet(dataset, articles, places, { spreadUnknown, set })
      cases += 1
    })
    everyFigureIsRounded(dataset)
    dataset.db.close()
  })
  expect(cases).toBe(SETS * IMPORTS)
}, 120_000)

/** Of all kinds, parts of institutions too: hundredths are the units rounded, but for units at a half cent. */
function everyFigureIsRounded({ db }: OpenDataset): void {
  const sql = 'SELECT count(*) FROM entity_stats WHERE abs(hundredths - units * 100.0 / ?) > 0.5 + 1e-5'
  expect(db.prepare(sql).pluck().get(UNITS)).toBe(0)
}

/** The reference tells cities apart by name and code of the country, the index by the country's name. */
const placeId = (name = '', region: { id: string; name: string } = { id: '', name: '' }) =>
  `${name.replace(` (${region.name})`, '')}, ${region.id}`

/** The reference's id of an entity, by its row. */
function referenceId(
  level: Level,
  row: { id: string; name: string; region: string; regionName: string },
  places: Places,
): string {
  if (level === 'institution' || level === 'country') return row.id
  const metro = places.metros.find(({ id }) => id === row.name)
  return level === 'metro' && metro ? metro.id : placeId(row.name, { id: row.region, name: row.regionName })
}

function compareSet(
  dataset: OpenDataset,
  articles: Article[],
  places: Places,
  { spreadUnknown, set }: { spreadUnknown: boolean; set: number },
): void {
  const reference = referenceIndex(articles.map(withoutVague), places, { spreadUnknown })
  for (const year of [firstYear(set), firstYear(set) + 1]) {
    if (reference.size({ from: year, to: year }) === 0) continue
    const subjects: Subject[] =
      year === firstYear(set) ? ['all', ALL_SUBJECTS[1 + (set % 5)] as Subject] : ['all']
    for (const subject of subjects) {
      for (const level of LEVELS) {
        compareLevel(dataset, reference, places, { level, subject, year, articles })
      }
    }
    comparePercent(dataset, reference, places, year)
    compareScores(dataset, reference, year)
  }
}

interface Slice {
  level: Level
  subject: Subject
  year: number
  articles: readonly Article[]
}

function compareLevel(
  dataset: OpenDataset,
  reference: ReturnType<typeof referenceIndex>,
  places: Places,
  { level, subject, year, articles }: Slice,
): void {
  const at = { subject, from: year, to: year }
  const ranking = computedRanking(dataset, { by: BY[level], subject, year, base: year })
  const size = reference.size(at)
  const shares = new Map(reference.entities(level, at).map((id) => [id, reference.share(level, id, at)]))
  const hundredths = new Map([...shares].map(([id, share]) => [id, share.hundredths()]))
  const found = ranking.entries.map(({ row }) => [
    referenceId(level, row, places),
    Math.round((row.share ?? NaN) * 100),
    row.count,
    row.rank,
  ])
  const expected = [...hundredths].map(([id, own]) => [
    id,
    own,
    reference.count(level, id, at),
    1 + [...hundredths.values()].filter((other) => other > own).length,
  ])
  const byId = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1)
  found.sort(byId)
  expected.sort(byId)
  expect(found).toEqual(expected)
  expect(ranking.index?.articlesInSubject).toBe(size)
  const unknown = reference.unknown(level, at).toNumber()
  expect(Math.abs((ranking.index?.unknown ?? NaN) - unknown)).toBeLessThanOrEqual(tolerance(size))
  compareChanges(ranking.entries, reference, places, shares, { level, subject, year, articles })
}

function compareChanges(
  entries: ReturnType<typeof computedRanking>['entries'],
  reference: ReturnType<typeof referenceIndex>,
  places: Places,
  shares: ReadonlyMap<string, Rational>,
  { level, subject, year }: Slice,
): void {
  const now = reference.size({ from: year, to: year })
  const before = reference.size({ from: year - 1, to: year - 1 })
  for (const { row } of entries) {
    if (before === 0) expect([row.change, row.changePct]).toEqual([null, null])
    else {
      const id = referenceId(level, row, places)
      const earlier = reference
        .share(level, id, { subject, from: year - 1, to: year - 1 })
        .times(new Rational(now, before))
      const share = shares.get(id) as Rational
      expect(row.change).toBeCloseTo(share.minus(earlier).toNumber(), 6)
      if (earlier.equals(Rational.zero)) expect(row.changePct).toBeNull()
      else {
        // As one more than the change, which is relative: a tiny base makes percentages of any size.
        const ratio = share.over(earlier).toNumber()
        expect((1 + (row.changePct ?? NaN) / 100) / ratio).toBeCloseTo(1, 6)
      }
    }
  }
}

function comparePercent(
  dataset: OpenDataset,
  reference: ReturnType<typeof referenceIndex>,
  places: Places,
  year: number,
): void {
  for (const { row } of computedRanking(dataset, { by: 'city', subject: 'all', year, base: year }).entries) {
    const id = referenceId('city', row, places)
    const percent = reference.percentOfRegion('city', id, { from: year, to: year })
    expect(row.regionSharePct).toBeCloseTo(percent?.toNumber() ?? NaN, 5)
  }
}

/** Scores of all pairs of institutions and of cities, and what the first city's institutions add up to. */
function compareScores(
  dataset: OpenDataset,
  reference: ReturnType<typeof referenceIndex>,
  year: number,
): void {
  const at = { from: year, to: year }
  const period = { subject: 0, ...at }
  for (const kind of ['institution', 'city'] as const) {
    const names = kind === 'city' ? citiesOf(dataset) : institutionsOf(dataset)
    const id = (entity: number) => {
      const named = names[entity]
      return kind === 'city' ? placeId(named?.name, named?.region) : (named?.id ?? '')
    }
    const members = cellsOf(dataset, kind, 0, year).entity.slice(0, 6)
    const pairs = pairsOf(dataset, { kind, city: -1 }, members, period)
    for (let i = 0; i < pairs.size; i++) {
      const { score, articles } = reference.score(
        kind,
        id(pairs.a[i] as number),
        id(pairs.b[i] as number),
        at,
      )
      expect(pairs.articles[i]).toBe(articles)
      expect((pairs.units[i] as number) / UNITS).toBeCloseTo(score.toNumber(), 6)
    }
  }
  const [city] = cellsOf(dataset, 'city', 0, year).entity
  if (city === undefined) return
  const named = citiesOf(dataset)[city]
  const without = unitsWithoutInstitution(dataset, city, { subjectBit: 0, yearFrom: year, yearTo: year })
  const within = reference.within(placeId(named?.name, named?.region), at)
  expect(without / UNITS).toBeCloseTo((within.get(null) ?? Rational.zero).toNumber(), 6)
  const own = cellAt(cellsOf(dataset, 'city', 0, year), city)?.units ?? 0
  expect(own / UNITS).toBeCloseTo(Rational.sum(within.values()).toNumber(), 6)
  expect(nodeMaps(dataset).city.includes(city)).toBe(true)
}
