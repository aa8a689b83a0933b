import type { DatasetStamp } from '../../shared/contract/common.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { computedRanking } from './computed/computed-ranking.ts'
import { institutionsLike } from './computed/institution-names.ts'
import { aliasesOf } from './city-aliases.ts'
import { allCities } from './find-city.ts'
import { fold } from './fold.ts'
import { nearestNames } from '../../shared/domain/name-distance.ts'
import { rankingEntries } from './ranking-rows.ts'
import type { Candidate } from './search-score.ts'
import { bestOf, toHit } from './search-score.ts'

/** Cities, regions and institutions by part of a name or by pinyin, best matches first, then by Share. */
export function find(
  input: ParsedInputOf<'search.find'>,
  context: ReaderContext,
): DatasetStamp & { hits: SearchHit[]; nearest: SearchHit[] } {
  const dataset = context.open(input.dataset)
  const stamp = { dataset: dataset.id, version: dataset.version }
  if (input.text === '') return { ...stamp, hits: [], nearest: [] }
  const places = placesOf(dataset)
  const institutions =
    dataset.kind === 'published' ? printedInstitutions(dataset) : institutionsLike(dataset, input.text)
  const hits = bestOf([...places, ...institutions], input.text, input.limit)
  return { ...stamp, hits, nearest: hits.length > 0 ? [] : nearest(places, input.text) }
}

/** Cities in the order of the ranking, then regions. */
function placesOf(dataset: OpenDataset): readonly Candidate[] {
  return dataset.memo('search', () => {
    const year = dataset.defaultYear
    const ranked =
      dataset.kind === 'published'
        ? rankingEntries(dataset, 'all', year)
        : computedRanking(dataset, { by: 'city', subject: 'all', year, base: year }).entries
    const found = new Map(allCities(dataset).map((city) => [city.city_id, city.found_name]))
    const cities = ranked.map(({ row, pinyin }): Candidate => ({
      kind: 'city',
      id: row.id,
      name: row.name,
      nameZh: row.nameZh,
      within: row.regionName,
      withinZh: row.regionNameZh,
      rank: row.rank,
      share: row.share,
      syllables: pinyin,
      folded: fold(found.get(row.id) ?? row.name),
      aliases: aliasesOf(found.get(row.id) ?? row.name, row.region).map(fold),
    }))
    const regions = [...new Map(ranked.map(({ row }) => [row.region, row])).values()].map(
      (row): Candidate => ({
        kind: 'region',
        id: row.region,
        name: row.regionName,
        nameZh: row.regionNameZh,
        within: null,
        withinZh: null,
        rank: null,
        share: null,
        syllables: '',
        folded: fold(row.regionName),
      }),
    )
    return [...cities, ...regions, ...(dataset.kind === 'published' ? [] : unranked(dataset, cities))]
  })
}

/** Cities of a computed index without an article in the default year. */
function unranked(dataset: OpenDataset, ranked: readonly Candidate[]): Candidate[] {
  const known = new Set(ranked.map(({ id }) => id))
  return allCities(dataset).flatMap((city): Candidate[] => {
    if (known.has(city.city_id)) return []
    return [
      {
        kind: 'city',
        id: city.city_id,
        name: city.name,
        nameZh: city.name_zh,
        within: city.region_name,
        withinZh: city.region_name_zh,
        rank: null,
        share: null,
        syllables: city.pinyin,
        folded: fold(city.found_name),
        aliases: aliasesOf(city.found_name, city.region_id).map(fold),
      },
    ]
  })
}

/** Institutions of which an edition prints something, by name. */
function printedInstitutions(dataset: OpenDataset): readonly Candidate[] {
  return dataset.memo('search-institutions', () => {
    const names = new Map(allCities(dataset).map((city) => [city.city_id, city]))
    const rows = dataset.db.prepare('SELECT * FROM institutions ORDER BY name').all() as {
      institution_id: string
      name: string
      name_zh: string | null
      city_id: string | null
      pinyin: string
      aliases_zh: string | null
    }[]
    return rows.map((row): Candidate => {
      const city = row.city_id === null ? undefined : names.get(row.city_id)
      return {
        kind: 'institution',
        id: row.institution_id,
        name: row.name,
        nameZh: row.name_zh,
        within: city?.name ?? null,
        withinZh: city?.name_zh ?? null,
        rank: null,
        share: null,
        syllables: row.pinyin,
        folded: fold(row.name),
        aliasesZh: (row.aliases_zh ?? '').split('|').filter(Boolean),
      }
    })
  })
}

function nearest(places: readonly Candidate[], text: string): SearchHit[] {
  const cities = places.filter(({ kind }) => kind === 'city')
  return nearestNames(
    text,
    cities.map(({ name }) => name),
    3,
  ).flatMap((name) => {
    const found = cities.find((candidate) => candidate.name === name)
    return found ? [toHit(found, { field: 'name', start: 0, length: 0 })] : []
  })
}
