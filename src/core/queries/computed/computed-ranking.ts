/** Rankings of a computed index. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { IndexTotals, RankingRow } from '../../../shared/contract/rankings.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { UNITS } from '../../counting/units.ts'
import { Ranking } from '../ranking.ts'
import type { RankingEntry } from '../ranking-rows.ts'
import type { Bands } from '../stability/bands-of.ts'
import { bandFigures } from '../stability/bands-of.ts'
import type { Cells } from './cells.ts'
import { cellAt, cellsOf } from './cells.ts'
import { collectedMarks } from './collected-rows.ts'
import { namesOf } from './entity-space.ts'
import type { Named } from './index-names.ts'
import { Lru } from '../../lru.ts'
import { reachOfAll } from './reach.ts'
import { frameOf, toRow } from './rows.ts'
import { articlesIn, subjectNumber } from './totals.ts'

/**
 * Rows of all kept rankings together: about 50 MB; the newest is kept however long it is. All subjects of a year fit in, of
 * an index of 10,000 institutions too: with room for fewer each pushes out the one that is asked for next.
 */
const MOST_ROWS = 80_000

class ComputedEntry implements RankingEntry {
  readonly row: RankingRow
  readonly published = true
  readonly #named: Named

  constructor(row: RankingRow, named: Named) {
    this.row = row
    this.#named = named
  }

  get key(): string {
    return this.#named.key
  }

  get pinyin(): string {
    return this.#named.pinyin
  }
}

export interface ComputedRankingInput {
  by: EntityName
  subject: string
  year: number
  /** Base year of adjusted Share. */
  base: number
  /** With the reach of collaboration, which takes a walk through the articles. */
  reach?: boolean
  bands?: Bands | undefined
}

/** Entities with an article in the subject and year, in order of rank. The last few rankings asked for are kept. */
export function computedRanking(dataset: OpenDataset, input: ComputedRankingInput): Ranking {
  const kept = dataset.memo(
    'computed-rankings',
    () => new Lru<Ranking>(MOST_ROWS, ({ entries }) => entries.length),
  )
  const { by, subject, year, base, reach = false, bands } = input
  const drawn = bands ? `${bands.made.seed}/${bands.made.replicates}` : ''
  return kept.get(`${by}/${subject}/${year}/${base}/${reach}/${drawn}`, () => rank(dataset, input))
}

function rank(
  dataset: OpenDataset,
  { by, subject, year, base, reach, bands }: ComputedRankingInput,
): Ranking {
  const number = subjectNumber(subject)
  const cells = cellsOf(dataset, by, number, year)
  const before = cellsOf(dataset, by, number, year - 1)
  const names = namesOf(dataset, by)
  const frame = frameOf(dataset, by, number, year, base)
  const reaches = reach ? reachOfAll(dataset, by, number, year) : null
  const marked = collectedMarks(dataset, by)
  const entries = Array.from(cells.entity, (entity, place) => {
    const named = names[entity] as Named
    const row = toRow(
      named,
      cellAt(cells, entity),
      cellAt(before, entity),
      frame,
      reaches?.get(entity) ?? null,
    )
    const whole = marked(row, named)
    const own = bands && bandFigures(bands.bands[place], whole.rank !== null)
    return new ComputedEntry(own ? { ...whole, ...own } : whole, named)
  })
  return new Ranking(entries, totals(dataset, cells, { subject: number, year, base }))
}

function totals(
  dataset: OpenDataset,
  cells: Cells,
  { subject, year, base }: { subject: number; year: number; base: number },
): IndexTotals {
  const articlesInSubject = articlesIn(dataset, year, subject) ?? 0
  let known = 0
  for (let i = 0; i < cells.size; i++) known += cells.units[i] as number
  return {
    year,
    base,
    articles: articlesIn(dataset, year) ?? 0,
    articlesBefore: articlesIn(dataset, year - 1),
    articlesBase: articlesIn(dataset, base) ?? 0,
    articlesInSubject,
    unknown: toShare(articlesInSubject * UNITS - known),
  }
}
