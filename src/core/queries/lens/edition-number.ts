/** A number of a published edition: where it stands in print, or from which printed figures it is formed. */
import type { Statement } from '../../../shared/contract/cities.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ExplainedNumber, FigureRef, NumberTerm } from '../../../shared/contract/explained-numbers.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { MeasureId } from '../../../shared/measures/by-id.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { OpenDataset } from '../../context.ts'
import { requireComputed } from '../computed/totals.ts'
import { findCity } from '../find-city.ts'
import { rankingEntries } from '../ranking-rows.ts'
import { requireYear } from '../rankings.ts'
import type { StatementRow } from '../statements.ts'
import { STATEMENT_SQL, toStatement } from '../statements.ts'
import type { Asked } from './edition-parts.ts'
import { answer, explainStatement, printedAt, refOf } from './edition-parts.ts'
import type { Made } from './terms.ts'
import { agreeing, figureTerm, made, nothingMade, term } from './terms.ts'

/** Rows above and below in the order of ranks. */
const NEAR = 3

const OF_CITY = `${STATEMENT_SQL}
  WHERE f.indicator = ? AND f.subject = ? AND f.city_id = ? AND f.year_to = ? AND f.value IS NOT NULL
  ORDER BY f.edition DESC, f.figure_id`
const OF_PAIR = `${STATEMENT_SQL}
  WHERE f.indicator IN ('bcs', 'named-pair', 'top-collaboration') AND f.subject = ? AND f.institution_a = ?
    AND f.institution_b = ? AND f.year_to = ?
  ORDER BY f.value IS NULL, f.figure_id`

/** @throws AppError not-computed for what no edition prints of its kind, city-unknown, entity-unknown, year-unknown. */
export function explainPrinted(input: Asked, dataset: OpenDataset): ExplainedNumber {
  if (input.form === 'printed') return explainStatement(input, dataset)
  const to = requireYear(dataset, input.to)
  if (input.kind === 'institution' && input.partner !== undefined) return pair(input, dataset, to)
  if (input.kind !== 'city') requireComputed(dataset)
  const { city_id: id } = findCity(dataset, input.id)
  const entries = rankingEntries(dataset, input.subject, to)
  const row = entries.find((each) => each.row.id === id)?.row
  if (!row) throw new AppError('figures-missing', `${id} has no row`, { values: { dataset: dataset.id } })
  const { measure } = input
  const isChange = measure === 'change' || measure === 'changePct'
  const asked = refOf(input, id, isChange ? (input.from ?? to - 1) : to, to)
  const statement = statementOf(dataset, asked)
  const reckoned = statement ? nothingMade(statement.value) : madeOf(row, asked)
  const decimals =
    statement?.decimals ?? row.printedDecimals?.[measure as 'share'] ?? measureOf(measure).decimals
  return {
    ...answer(dataset, asked, { id, name: row.name, nameZh: row.nameZh }, null),
    ...reckoned,
    decimals,
    agrees: agreeing(reckoned, row.provenance === 'printed' && measure === 'rankChange' ? 0 : null),
    neighbours: measure === 'rank' ? neighbours(entries, id) : null,
    printed: printedAt(dataset, statement),
  }
}

/** The newest edition's statement of the figure, of a change over just these years. */
function statementOf(dataset: OpenDataset, { measure, subject, id, from, to }: FigureRef): Statement | null {
  const { indicator } = measureOf(measure)
  const rows = dataset.db.prepare(OF_CITY).all(indicator, subject, id, to) as StatementRow[]
  const isChange = measure === 'change' || measure === 'changePct'
  const found = rows.find((row) => !isChange || row.year_from === from)
  return found ? toStatement(found) : null
}

/** What is formed from printed figures. */
function madeOf(row: RankingRow, asked: FigureRef): Made {
  const of = (
    role: 'share' | 'count' | 'rankFrom' | 'rankTo',
    value: number | null,
    measure: MeasureId,
    year = asked.to,
  ) => (value === null ? null : figureTerm(role, value, { ...asked, measure, from: year, to: year }))
  const { measure } = asked
  if (measure === 'countPerShare') {
    const terms = [of('count', row.count, 'count'), of('share', row.share, 'share')]
    return made(row.countPerShare, '{count} ÷ {share}', terms, (count, share) => count / share)
  }
  if (measure === 'perMillion') {
    const terms = [of('share', row.share, 'share'), inhabitantsOf(row)]
    return made(
      row.perMillion,
      '10⁶ × {share} ÷ {inhabitants}',
      terms,
      (share, people) => (1e6 * share) / people,
    )
  }
  if (measure === 'rankChange') {
    const terms = [of('rankFrom', row.rankBefore, 'rank', asked.to - 1), of('rankTo', row.rank, 'rank')]
    return made(row.rankChange, '{rankFrom} − {rankTo}', terms, (before, now) => before - now)
  }
  return nothingMade((row as Partial<Record<MeasureId, number | null>>)[measure] ?? null)
}

function inhabitantsOf({ population }: RankingRow): NumberTerm | null {
  if (!population) return null
  const { inhabitants, year, area, source } = population
  return term('inhabitants', inhabitants, { year, note: [area, source].filter(Boolean).join(' · ') })
}

function neighbours(entries: ReturnType<typeof rankingEntries>, id: string): ExplainedNumber['neighbours'] {
  const ranked = entries
    .map(({ row }) => row)
    .filter((row) => row.rank !== null)
    .sort((a, b) => (a.rank as number) - (b.rank as number))
  const at = ranked.findIndex((row) => row.id === id)
  if (at < 0) return null
  const own = ranked[at]?.share ?? null
  const near = ranked.slice(Math.max(0, at - NEAR), at + NEAR + 1)
  return {
    of: ranked.length,
    rows: near.map((row) => ({
      label: { id: row.id, name: row.name, nameZh: row.nameZh },
      rank: row.rank as number,
      share: row.share,
      gap: row.share === null || own === null ? null : row.share - own,
      isAsked: row.id === id,
    })),
  }
}

/** A printed score of two institutions; a leading pair may be named without a number. */
function pair(input: Asked, dataset: OpenDataset, to: number): ExplainedNumber {
  const { subject, id, partner = '' } = input
  const all = dataset.db.prepare(OF_PAIR)
  const found = (all.get(subject, id, partner, to) ?? all.get(subject, partner, id, to)) as
    StatementRow | undefined
  if (!found) {
    throw new AppError('entity-unknown', `no pair ${id} – ${partner} is printed`, {
      values: { kind: 'institution', id: `${id} – ${partner}` },
    })
  }
  const label = (key: string | null, name: string | null, nameZh: string | null): EntityLabel => ({
    id: key ?? '',
    name: name ?? '',
    nameZh,
  })
  const statement = toStatement(found)
  const asked: FigureRef = { ...refOf(input, id, to, to), partner }
  return {
    ...answer(
      dataset,
      asked,
      label(found.a_id, found.a_name, found.a_name_zh),
      label(found.b_id, found.b_name, found.b_name_zh),
    ),
    ...nothingMade(statement.value),
    decimals: statement.decimals ?? measureOf('score').decimals,
    agrees: null,
    neighbours: null,
    printed: printedAt(dataset, statement),
  }
}
