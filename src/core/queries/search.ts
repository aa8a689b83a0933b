import type { DatasetStamp } from '../../shared/contract/common.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { allCities } from './find-city.ts'
import { nearestNames } from './name-distance.ts'
import { rankingEntries } from './ranking-rows.ts'

type Candidate = Omit<SearchHit, 'match' | 'pinyin'> & { syllables: string }

/** Cities, regions and institutions by part of a name or by pinyin, best matches first. */
export function find(
  input: ParsedInputOf<'search.find'>,
  context: ReaderContext,
): DatasetStamp & { hits: SearchHit[]; nearest: SearchHit[] } {
  const dataset = context.open(input.dataset)
  const candidates = candidatesOf(dataset)
  const stamp = { dataset: dataset.id, version: dataset.version }
  if (input.text === '') return { ...stamp, hits: [], nearest: [] }
  const hits = candidates
    .flatMap((candidate) => score(candidate, input.text))
    .sort((a, b) => b.score - a.score)
    .slice(0, input.limit)
    .map(({ hit }) => hit)
  return { ...stamp, hits, nearest: hits.length > 0 ? [] : nearest(candidates, input.text) }
}

/** Cities in the order of the ranking, then regions, then institutions by name. */
function candidatesOf(dataset: OpenDataset): readonly Candidate[] {
  return dataset.memo('search', () => {
    const ranked = rankingEntries(dataset, 'all', dataset.defaultYear)
    const cities = ranked.map(({ row, pinyin }): Candidate => ({
      kind: 'city',
      id: row.cityId,
      name: row.name,
      nameZh: row.nameZh,
      within: row.regionName,
      withinZh: row.regionNameZh,
      rank: row.rank,
      share: row.share,
      syllables: pinyin,
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
      }),
    )
    return [...cities, ...regions, ...institutionsOf(dataset)]
  })
}

function institutionsOf(dataset: OpenDataset): Candidate[] {
  const names = new Map(allCities(dataset).map((city) => [city.city_id, city]))
  const rows = dataset.db.prepare('SELECT * FROM institutions ORDER BY name').all() as {
    institution_id: string
    name: string
    name_zh: string | null
    city_id: string | null
    pinyin: string
  }[]
  return rows.map((row) => {
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
    }
  })
}

interface Scored {
  hit: SearchHit
  score: number
}

/** Folds one sign at a time, so that positions in the folded text are positions in the name. */
function fold(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      return plain.length === sign.length ? plain : sign.toLowerCase().slice(0, sign.length)
    })
    .join('')
    .replace(/[’'–—-]/g, ' ')
}

function score(candidate: Candidate, text: string): Scored[] {
  const { syllables, ...rest } = candidate
  const wanted = fold(text).trim()
  const hit = (field: SearchHit['match']['field'], start: number, length: number, worth: number): Scored => ({
    hit: {
      ...rest,
      pinyin: field === 'pinyin' ? syllables.replaceAll(' ', '') : null,
      match: { field, start, length },
    },
    score: worth + (candidate.kind === 'city' ? 0.5 : 0),
  })
  const name = fold(candidate.name)
  if (name.startsWith(wanted)) return [hit('name', 0, wanted.length, 4)]
  const zh = candidate.nameZh?.indexOf(text) ?? -1
  if (zh >= 0) return [hit('nameZh', zh, text.length, zh === 0 ? 4 : 3)]
  const inner = ` ${name}`.indexOf(` ${wanted}`)
  if (inner >= 0) return [hit('name', inner, wanted.length, 3)]
  const pinyin = pinyinMatch(syllables, wanted)
  if (pinyin) return [hit('pinyin', pinyin.start, pinyin.length, 2)]
  const anywhere = wanted.length > 2 ? name.indexOf(wanted) : -1
  return anywhere >= 0 ? [hit('name', anywhere, wanted.length, 1)] : []
}

/** Letters at the start of any syllable, or initials (`bj` → bei jing). Position in the joined pinyin. */
function pinyinMatch(syllables: string, wanted: string): { start: number; length: number } | null {
  if (syllables === '') return null
  const letters = wanted.replaceAll(' ', '')
  const parts = syllables.split(' ')
  const joined = parts.join('')
  let start = 0
  for (const part of parts) {
    if (letters.length > 1 && joined.startsWith(letters, start)) return { start, length: letters.length }
    start += part.length
  }
  const initials = parts.map((part) => part[0]).join('')
  if (letters.length > 1 && initials.startsWith(letters)) {
    return { start: 0, length: parts.slice(0, letters.length).join('').length }
  }
  return null
}

function nearest(candidates: readonly Candidate[], text: string): SearchHit[] {
  const cities = candidates.filter(({ kind }) => kind === 'city')
  return nearestNames(
    text,
    cities.map(({ name }) => name),
    3,
  ).flatMap((name) => {
    const found = cities.find((candidate) => candidate.name === name)
    if (!found) return []
    const { syllables: _, ...rest } = found
    return [{ ...rest, pinyin: null, match: { field: 'name' as const, start: 0, length: 0 } }]
  })
}
