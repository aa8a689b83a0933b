/** `rankings.changes`: the changes of adjusted Share that an edition prints. */
import type { ChangeList, ChangesInput, PrintedChange } from '../../shared/contract/changes.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import { printedDecimals } from '../../shared/format/numbers.ts'
import { change, changePct } from '../../shared/measures/change.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { pageEnd } from './page.ts'
import { rankingEntries } from './ranking-rows.ts'
import type { StatementRow } from './statements.ts'
import { sourceOf, STATEMENT_SQL } from './statements.ts'

const SQL = `${STATEMENT_SQL}
  WHERE f.indicator IN ('${change.indicator}', '${changePct.indicator}') AND f.value IS NOT NULL
    AND f.city_id IS NOT NULL AND f.year_from < f.year_to
  ORDER BY f.figure_id`

/** Of an index nothing is printed: its list is empty. @throws AppError of opening the dataset. */
export function listChanges(input: ChangesInput, context: ReaderContext): ChangeList {
  const dataset = context.open(input.dataset)
  const printed = dataset.kind === 'published' ? (dataset.db.prepare(SQL).all() as StatementRow[]) : []
  const all = printed
    .filter(({ subject }) => input.subject === 'all' || subject === input.subject)
    .flatMap((row) => toChange(dataset, row))
    .sort(inOrder)
  const rows = all.slice(0, pageEnd(input))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: { subject: input.subject },
    total: all.length,
    truncated: all.length > rows.length,
    cities: dataset.kind === 'published' ? rankingEntries(dataset, 'all', dataset.defaultYear).length : 0,
    rows,
  }
}

function toChange(dataset: OpenDataset, row: StatementRow): PrintedChange[] {
  const { subject, year_from: from, year_to: to, value, city_id: id } = row
  if (from === null || to === null || value === null || id === null) return []
  const entry = rankingEntries(dataset, subject, to).find((each) => each.row.id === id)
  const city = entry ?? rankingEntries(dataset, 'all', dataset.defaultYear).find((each) => each.row.id === id)
  if (!city) return []
  return [
    {
      id,
      name: city.row.name,
      nameZh: city.row.nameZh,
      region: city.row.region,
      regionName: city.row.regionName,
      regionNameZh: city.row.regionNameZh,
      subject,
      from,
      to,
      value,
      unit: row.indicator === change.indicator ? 'share' : 'percent',
      decimals: row.decimals ?? printedDecimals(value),
      qualifier: row.qualifier,
      note: row.note,
      share: entry?.row.share ?? null,
      rank: entry?.row.rank ?? null,
      edition: row.edition,
      scope: row.scope_id,
      provenance: 'printed',
      source: sourceOf(row),
    },
  ]
}

/** By subject, all of them together last; the longer periods first; percentages, then Shares; the largest first. */
function inOrder(a: PrintedChange, b: PrintedChange): number {
  const subject = ({ subject }: PrintedChange) =>
    subject === 'all' ? ALL_SUBJECTS.length : (ALL_SUBJECTS as readonly string[]).indexOf(subject)
  const years = ({ from, to }: PrintedChange) => to - from
  return (
    subject(a) - subject(b) ||
    years(b) - years(a) ||
    b.to - a.to ||
    Number(a.unit === 'share') - Number(b.unit === 'share') ||
    b.value - a.value ||
    (a.id < b.id ? -1 : 1)
  )
}
