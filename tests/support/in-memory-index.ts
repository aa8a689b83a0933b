/** Plain articles of the reference as a computed index in memory: the import's own counting, storing and ranking. */
import type { OpenDataset } from '../../src/core/context.ts'
import { createWritable } from '../../src/core/db/open.ts'
import { CityRegister } from '../../src/core/import/places/cities.ts'
import { loadCityNamesZh } from '../../src/core/import/places/city-names.ts'
import { loadCountries } from '../../src/core/import/places/countries.ts'
import { Institutions } from '../../src/core/import/places/institutions.ts'
import { MetroTable } from '../../src/core/import/places/metros.ts'
import type { ArticleRecord } from '../../src/core/import/affiliations/article-record.ts'
import { RecordCollapser } from '../../src/core/import/affiliations/collapse-record.ts'
import { loadFieldMapping } from '../../src/core/import/rules/field-mapping.ts'
import { ChunkBuilder } from '../../src/core/import/chunks/chunk-builder.ts'
import { ContentSum } from '../../src/core/statistics/content-sum.ts'
import { ImportCounts } from '../../src/core/import/chunks/counts.ts'
import { deriveStatistics } from '../../src/core/statistics/derive.ts'
import { roundShares } from '../../src/core/statistics/hundredths.ts'
import { NodeIndex } from '../../src/core/articles/nodes.ts'
import { recountArticles } from '../../src/core/import/settle/recount.ts'
import { seatInstitutions } from '../../src/core/import/settle/seat.ts'
import { PrintedBook } from '../../src/core/import/settle/printed-city.ts'
import { resolvePlaces } from '../../src/core/import/settle/resolve-places.ts'
import { Spill } from '../../src/core/import/run/spill.ts'
import { storePlaces } from '../../src/core/import/settle/store-places.ts'
import { storeStatistics } from '../../src/core/statistics/store-statistics.ts'
import type { Article, Places } from '../reference/model.ts'
import { openInMemory } from './index.ts'

interface Input {
  articles: readonly Article[]
  places: Places
  spreadUnknown: boolean
  resourcesDir: string
}

/** The places are resolved, and the figures derived, rounded, ranked and stored, by the functions of an import. */
export function buildInMemory({ articles, places, spreadUnknown, resourcesDir }: Input): OpenDataset {
  const db = createWritable(':memory:')
  db.exec('BEGIN')
  const spill = new Spill(db)
  const index = new NodeIndex()
  const chunks = new ChunkBuilder(index)
  const collapser = new RecordCollapser({
    index,
    chunks,
    counts: new ImportCounts(),
    subjects: { mapping: loadFieldMapping(resourcesDir), journals: null },
    spreadUnknown,
    keepWords: false,
    printed: null,
  })
  for (const article of articles) {
    const reason = collapser.add(toRecord(article))
    if (reason) throw new Error(`${article.id}: ${reason}`)
  }
  spill.add(0, chunks.take(0))
  const resolved = resolvePlaces(spill.nodes.keys, spill.sightings, {
    institutions: new Institutions(),
    register: new CityRegister(loadCityNamesZh(resourcesDir)),
    metros: metroTable(places),
    printed: new PrintedBook(),
  })
  recountArticles(db, resolved.maps, spill.nodes.keys, { spreadUnknown, from: 0 })
  const content = new ContentSum(spill.nodes.keys)
  const statistics = deriveStatistics(db, resolved.maps, resolved.sizes, content)
  seatInstitutions(resolved, statistics)
  const hundredths = roundShares(db, statistics, resolved.maps)
  storePlaces(db, resolved, spill.nodes.keys, loadCountries(resourcesDir), new Map())
  storeStatistics(db, statistics, hundredths)
  db.prepare(
    `INSERT INTO dataset VALUES ('random', 'random', NULL, 'computed', 1, '', '', '', ?, '', '', '{}', '[]', '')`,
  ).run(statistics.years.at(-1) ?? 2000)
  db.exec('COMMIT')
  return openInMemory(db, 'random')
}

function toRecord({ id, year, subjects, authors }: Article): ArticleRecord {
  return {
    id,
    doi: null,
    title: null,
    year,
    journal: null,
    subjects,
    authors: authors.map((affiliations) => ({
      id: null,
      name: null,
      affiliations: affiliations.map(({ institution, city, country }) => ({
        institution: institution === null ? null : { id: institution, name: institution },
        city: city?.split(',')[0] ?? null,
        country,
        raw: null,
      })),
    })),
    line: 1,
  }
}

/** An area of cities in several countries stands once for each of them, under one id. */
function metroTable({ cities, metros }: Places): MetroTable {
  const countryOf = new Map(cities.map(({ id, country }) => [id, country]))
  const entries = metros.flatMap(({ id, cities: own }) =>
    [...Map.groupBy(own, (city) => countryOf.get(city) ?? '')].map(([country, inCountry]) => ({
      id,
      name: id,
      nameZh: null,
      country,
      centre: null,
      cities: inCountry.map((city) => city.split(',')[0] ?? ''),
      ambiguous: [],
    })),
  )
  return new MetroTable({ edition: 'random', note: '' }, entries)
}
