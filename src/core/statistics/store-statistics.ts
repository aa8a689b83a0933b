import type { EntityKind } from '../articles/entities.ts'
import { ENTITY_KINDS, SUBJECT_COUNT } from '../articles/entities.ts'
import type { WritableDb } from '../db/handles.ts'
import { rankByHundredths } from '../indicators/rank.ts'
import type { Statistics } from './derive.ts'
import { KINDS } from './derive.ts'
import type { Hundredths } from './hundredths.ts'
import { MultiRow } from './multi-row.ts'

/** Writes statistics with ranks: entities equal to two decimals share a rank, the next one counts them all. */
export function storeStatistics(db: WritableDb, statistics: Statistics, hundredths: Hundredths): void {
  const insert = new MultiRow(db, 'entity_stats', 8)
  for (const kind of KINDS) {
    for (let subject = 0; subject < SUBJECT_COUNT; subject++) {
      statistics.years.forEach((year, at) => {
        storeGroup(insert, statistics, hundredths, { kind, subject, year, at })
      })
    }
  }
  insert.flush()
  storeTotals(db, statistics)
}

interface Group {
  kind: EntityKind
  subject: number
  year: number
  /** Place of the year in the tallies. */
  at: number
}

/** The entities of a group that have articles, the places of their figures, and their ranks. */
export function rankedGroup(
  statistics: Statistics,
  hundredths: Hundredths,
  { kind, subject, at }: Omit<Group, 'year'>,
): { entities: number[]; cells: number[]; ranks: (number | null)[] } {
  const tally = statistics.tallies[kind]
  const cells: number[] = []
  const entities: number[] = []
  for (let entity = 0; entity < tally.entities; entity++) {
    const base = tally.at(entity, at)
    if (base < 0 || tally.articles[base + subject] === 0) continue
    cells.push(base + subject)
    entities.push(entity)
  }
  const { ranks } = rankByHundredths(cells.map((cell) => hundredths[kind][cell] as number))
  return { entities, cells, ranks }
}

function storeGroup(insert: MultiRow, statistics: Statistics, hundredths: Hundredths, group: Group): void {
  const { kind, subject, year } = group
  const tally = statistics.tallies[kind]
  const { entities, cells, ranks } = rankedGroup(statistics, hundredths, group)
  entities.forEach((entity, i) => {
    const cell = cells[i] as number
    insert.add(
      ENTITY_KINDS[kind],
      subject,
      year,
      entity,
      tally.units[cell] as number,
      hundredths[kind][cell] as number,
      tally.articles[cell] as number,
      ranks[i] as number,
    )
  })
}

function storeTotals(db: WritableDb, { years, totals }: Statistics): void {
  const insert = db.prepare('INSERT INTO year_totals VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (let subject = 0; subject < SUBJECT_COUNT; subject++) {
    years.forEach((year, i) => {
      const at = i * SUBJECT_COUNT + subject
      insert.run(
        subject,
        year,
        totals.articles[at],
        totals.unaffiliatedUnits[at],
        totals.unknownCityUnits[at],
        totals.unknownRegionUnits[at],
        totals.unaffiliatedAuthors[at],
      )
    })
  }
}
