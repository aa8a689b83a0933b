/** The list of subjects with one more: whatever counts by subject must follow the list. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import type { EntityKind } from '../articles/entities.ts'
import { ENTITY_KINDS } from '../articles/entities.ts'
import { UNITS } from '../counting/units.ts'
import type { WritableDb } from '../db/handles.ts'
import { createWritable } from '../db/open.ts'
import { Spill } from '../import/run/spill.ts'
import { ContentSum } from './content-sum.ts'
import { deriveStatistics } from './derive.ts'
import { roundShares } from './hundredths.ts'
import { storeStatistics } from './store-statistics.ts'

vi.mock(import('../../shared/domain/subjects.ts'), async (original) => {
  const real = await original()
  const SUBJECTS = [...real.SUBJECTS, 'social-sciences'] as unknown as typeof real.SUBJECTS
  return { ...real, SUBJECTS, ALL_SUBJECTS: ['all' as const, ...SUBJECTS] }
})

const NOWHERE = Int32Array.of(-1, -1, -1)
const MAPS = {
  institution: Int32Array.of(-1, 0, 1),
  city: NOWHERE,
  metro: NOWHERE,
  region: NOWHERE,
  part: NOWHERE,
} satisfies Record<EntityKind, Int32Array>
const SIZES = { institution: 2, city: 0, metro: 0, region: 0, part: 0 }

let db: WritableDb
beforeEach(() => void (db = createWritable(':memory:')))
afterEach(() => void db.close())

/** Stores an article of one author at each node, the first with the subjects of the first mask, and so on. */
function store(...masks: number[]): void {
  new Spill(db).add(0, {
    type: 'chunk',
    key: 1,
    articles: masks.length,
    ids: Float64Array.from(masks, (_, i) => i + 1),
    updated: new Float64Array(masks.length),
    dois: new Uint32Array(2 * masks.length),
    years: new Uint16Array(masks.length).fill(2023),
    subjects: Uint8Array.from(masks),
    authors: new Uint32Array(masks.length).fill(1),
    lengths: new Uint32Array(masks.length).fill(1),
    nodes: Uint32Array.from(masks, (_, i) => i + 1),
    units: new Uint32Array(masks.length).fill(UNITS),
    lists: new Uint32Array(),
    texts: [],
    fresh: masks.map((_, i) => i + 1),
  })
}

const derive = () => deriveStatistics(db, MAPS, SIZES, new ContentSum([0, 1, 2]))

it('counts a sixth subject where it belongs, and nothing of it for the next entity', () => {
  expect(ALL_SUBJECTS).toHaveLength(7)
  const [every, sixth] = [0b111111, 0b100000]
  store(every, sixth)
  const statistics = derive()
  storeStatistics(db, statistics, roundShares(db, statistics, MAPS))
  const figures = db
    .prepare(
      'SELECT entity, subject, units, hundredths, articles FROM entity_stats WHERE kind = ? ORDER BY 1, 2',
    )
    .raw()
    .all(ENTITY_KINDS.institution)
  const whole = [UNITS, 100, 1]
  expect(figures).toEqual([
    ...ALL_SUBJECTS.map((_, subject) => [0, subject, ...whole]),
    [1, 0, ...whole],
    [1, 6, ...whole],
  ])
  const totals = db.prepare('SELECT subject, articles FROM year_totals ORDER BY subject').raw().all()
  expect(totals).toEqual([[0, 2], ...[1, 2, 3, 4, 5].map((subject) => [subject, 1]), [6, 2]])
})

it('refuses an article of a subject that is not on the list', () => {
  store(0b000001, 0b1000000)
  expect(derive).toThrow('subjects 64 of an article are not known')
})
