/**
 * The cells of a row, written as elements without components of their own: hundreds of them change with every frame of a
 * scroll. What was not published is said in words, never as a number. The table answers for what is clicked in them.
 */
import type { VNode, VNodeArrayChildren } from 'vue'
import { computed, createTextVNode, h } from 'vue'
import { useRouter } from 'vue-router'
import type { EntityName } from '../../../../shared/contract/common.ts'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import type { RankingSort } from '../../../../shared/domain/ranking-sorts.ts'
import type { Qualifier } from '../../../../shared/domain/qualifiers.ts'
import type { RankingMeasureId } from '../../../../shared/measures/ranking.ts'
import { markedBand, rankBand } from '../../../../shared/format/bands.ts'
import { splitMetro } from '../../../../shared/format/names.ts'
import { printedDecimals } from '../../../../shared/format/numbers.ts'
import { formatRowFigure } from '../../../../shared/format/printed.ts'
import { markBefore } from '../../../../shared/format/qualifiers.ts'
import { regionNote } from '../../../../shared/format/region-note.ts'
import type { StandingColumn } from '../../../../shared/screens/column-room.ts'
import type { Scale } from '../../../../shared/screens/scale.ts'
import { usePopulation } from '../../i18n/usePopulation.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { rowFigure } from '../../stores/row-figure.ts'
import { useSession } from '../../stores/session.ts'
import type { WhyFigure } from '../../stores/useWhy.ts'
import { useWhy } from '../../stores/useWhy.ts'
import type { Parts } from '../../ui/marks/telling.ts'
import { useRowLink } from '../../ui/table/useRowLink.ts'
import { trendCell } from './trend-cell.ts'
import type { Trend } from './useTrend.ts'

export interface CellsOf {
  columns: readonly StandingColumn[]
  scale: Scale | null
  trend: Trend | null
  year: number
  /** What the rows are. */
  by: string
}
/** What a table says of one of its rows. */
export interface RowState {
  /** Letter of the comparison; '' where it is not ticked. */
  letter: string
  /** Not one figure is printed: the row stands back. */
  none: boolean
}
type Children = VNodeArrayChildren

/** Text that changes with the row: its node stays, which takes less than an element's new text. */
const text = (said: string | number): VNode => createTextVNode(String(said))
/** Column class of a cell; where the table's width is not known, with that by which the column leaves. */
const classOf = (column: StandingColumn, more: string): string =>
  column.leaves ? `${more} c-${column.id} ${column.leaves}` : `${more} c-${column.id}`

/** The width as an attribute: the first screen, which a host writes, may have no styles in it. */
function cell(column: StandingColumn, more: string, children: Children): VNode {
  const props = { role: 'gridcell', class: classOf(column, more), width: column.width ?? undefined }
  return h('td', props, children)
}

/** @param telling where in a name the part begins by which it differs from others of the list */
export function useRowCells(table: Readonly<CellsOf>, telling: Parts) {
  const words = useWords()
  const { t, nameOf } = words
  const why = useWhy()
  const datasets = useDatasets()
  const session = useSession()
  const router = useRouter()
  const link = useRowLink()
  const base = computed(() => Number(session.query['base']) || null)
  const populationOf = usePopulation()
  const opens = computed(() => t(why.ofArticles.value ? 'derivation.open' : 'lens.printedOpen'))

  /** A figure of a row; a change printed over another period has its own years. */
  function figureOf(row: RankingRow, measure: RankingMeasureId): WhyFigure {
    const own = { kind: table.by as EntityName, id: row.id, year: table.year }
    const other = measure === 'changePct' && row.changePct === null ? otherChange(row) : null
    if (other) return { ...own, measure, from: other.from, to: other.to }
    return rowFigure({ ...own, base: base.value }, measure)
  }
  /** A number that leads to how it came about; as WhyNumber.vue. */
  function number(
    row: RankingRow,
    measure: RankingMeasureId,
    said: string,
    label = t(`rankings.column.${measure}`),
    note?: string,
  ): VNode {
    if (!why.can.value) return note ? h('span', { title: note }, [text(said)]) : text(said)
    const isRead = why.shown.value?.id === row.id && why.isRead(figureOf(row, measure))
    const says = [said, label, ...(note ? [note] : []), opens.value].join(t('common.clause'))
    const props = {
      type: 'button',
      class: isRead ? 'why is-read' : 'why',
      'data-measure': measure,
      'aria-current': isRead || undefined,
      tabindex: -1,
      title: note ? `${note}\n${opens.value}` : opens.value,
      'aria-label': says,
    }
    return h('button', props, [text(said)])
  }

  const missing = (row: RankingRow) => (row.provenance === 'printed' ? t('common.np') : '–')
  const np = (said: string, title?: string) => h('span', { class: 'np', title }, [text(said)])
  const signOf = (qualifier: Qualifier | null): Children => {
    const mark = markBefore(qualifier)
    return mark ? [h('span', { class: 'approx' }, mark)] : []
  }
  /** How exact the source says the figure is, for the tooltip. */
  const inWords = (qualifier: Qualifier | null): string | undefined =>
    qualifier === null || qualifier === 'exact' ? undefined : t(`common.qualifiers.${qualifier}`)

  function tick(row: RankingRow, letter: string): VNode {
    const isOn = letter !== ''
    const props = {
      type: 'button',
      class: 'tick-box',
      role: 'checkbox',
      tabindex: -1,
      'aria-checked': isOn,
      'aria-label': t('rankings.tick', { city: nameOf(row) }),
    }
    const box = h('span', { class: isOn ? 'tick is-on' : 'tick' }, [text(letter)])
    return h('td', { role: 'gridcell', class: 'c-tick' }, [h('button', props, [box])])
  }

  /** Where the rank lies in 95 of 100 samples, with the mark of a tie; nothing where it never moves. */
  function band(row: RankingRow): Children {
    const said = row.rankLow === row.rankHigh ? null : markedBand(row)
    if (said === null) return []
    const tie = row.tie ? `\n${t('stability.inspector.tie')}` : ''
    const title = `${t('stability.inspector.rank')} ${rankBand(row)}${tie}`
    const parts = [h('span', { class: 'sr' }, title), h('span', { 'aria-hidden': 'true' }, said)]
    return [h('span', { class: 'band', title }, parts)]
  }
  function rank(row: RankingRow, column: StandingColumn, none: boolean): VNode {
    const kind = `rank${row.rank === null ? ' np-cell' : ''}${row.rankLow != null ? ' has-band' : ''}`
    if (row.collected)
      return cell(column, kind, [
        h('span', { class: 'np', 'data-part': 'collected-row' }, t('collected.row')),
      ])
    // In an index that was collected for a place the others have no rank of their own.
    if (datasets.detail?.collectedFor) return cell(column, kind, [np('–')])
    if (row.rank === null) return cell(column, kind, none ? [] : [t('common.np')])
    const implied = row.rankQualifier === 'implied' ? [h('sup', '†')] : []
    const place = h('span', { class: row.rankLow != null ? 'place' : undefined }, [
      number(row, 'rank', String(row.rank)),
      ...implied,
    ])
    return cell(column, kind, [place, ...band(row)])
  }

  function rankChange(row: RankingRow, column: StandingColumn, none: boolean): VNode {
    const change = row.rankChange
    if (change === null) {
      const key = row.provenance === 'printed' ? 'rankings.rankChangeNp' : 'rankings.index.rankChangeNone'
      return cell(column, 'num', [np(none ? '' : missing(row), t(key, { year: table.year - 1 }))])
    }
    if (change === 0) {
      const level = number(row, 'rankChange', '=', t('rankings.level'))
      return cell(column, 'num', [h('span', { class: 'delta' }, [level])])
    }
    const arrow = h('svg', { 'aria-hidden': 'true' }, [h('use', { href: change > 0 ? '#i-up' : '#i-down' })])
    const n = Math.abs(change)
    const says = t(change > 0 ? 'rankings.up' : 'rankings.down', { n })
    return cell(column, 'num', [
      h('span', { class: 'delta' }, [arrow, number(row, 'rankChange', String(n), says)]),
    ])
  }

  /** As CityName.vue, of the same elements whether the name has two parts or one. */
  function name(row: RankingRow): VNode {
    const whole = nameOf(row)
    const tells = telling.value.get(whole) ?? 0
    const { name: first, suffix } = splitMetro(whole)
    const head =
      tells > 0 ? [text(whole.slice(0, tells))] : [text(first), ...(suffix ? [h('i', suffix)] : [])]
    const shown = h('span', { class: 'city-name city-name--parted', title: whole }, [
      h('span', { class: 'city-name__head' }, head),
      h('span', { class: 'city-name__tail' }, [text(tells > 0 ? whole.slice(tells) : '')]),
    ])
    const href = router.resolve(link(row, table.by)).href
    const props = { role: 'rowheader', scope: 'row', class: 'city' }
    return h('th', props, [h('a', { href, tabindex: -1 }, [shown])])
  }

  function region(row: RankingRow, column: StandingColumn): VNode {
    const city = row.within ? nameOf(row.within) : ''
    const country = words.regionOf(row)
    const title = city ? city + t('common.clause') + country : country
    const within = city ? [h('span', { class: 'within' }, [text(city)])] : []
    const parts = [
      ...within,
      h('span', { class: 'iso', 'aria-hidden': 'true' }, [text(row.region)]),
      // Beside a city the letters tell the country: its name stands in the tooltip.
      h('span', { class: city ? 'sr' : 'dim' }, [text(country)]),
    ]
    const width = column.width ?? undefined
    return h('td', { role: 'gridcell', class: classOf(column, ''), width, title }, parts)
  }

  function share(row: RankingRow, column: StandingColumn): VNode[] {
    const { scale } = table
    const figure =
      row.share === null
        ? cell(column, 'num np-cell', [t('common.notPublished')])
        : cell(column, 'num share', [
            number(row, 'share', words.measured('share', row.share), t('common.share')),
          ])
    const marks: Children = []
    if (row.share === null) marks.push(h('span', { class: 'np-bar' }))
    else if (scale) {
      const kind = row.provenance === 'sample' ? 'meter is-hollow' : 'meter'
      marks.push(h('span', { class: kind, style: { '--v': row.share / scale.end } }))
    }
    if (scale && row.shareLow != null && row.shareHigh != null) {
      const ends = { '--low': row.shareLow / scale.end, '--high': row.shareHigh / scale.end }
      marks.push(h('span', { class: 'whisker', style: ends }))
    }
    return [figure, h('td', { role: 'gridcell', class: 'scale c-bar', 'aria-hidden': 'true' }, marks)]
  }

  /** A change printed over another period stands with its period, never as the change of the year. */
  function changePct(row: RankingRow, column: StandingColumn): VNode {
    const bold = (qualifier: Qualifier | null, said: string) =>
      h('b', { title: inWords(qualifier) }, [...signOf(qualifier), number(row, 'changePct', said)])
    if (row.changePct !== null) {
      const said = formatRowFigure(row, 'changePct', words.language.value) ?? ''
      return cell(column, 'num', [bold(row.changePctQualifier, said)])
    }
    const other = otherChange(row)
    if (!other) return cell(column, 'num', [np(missing(row))])
    const period = h(
      'small',
      { class: 'np', title: t('rankings.otherPeriod', { from: other.from, to: other.to }) },
      `${other.from}–${String(other.to).slice(2)}`,
    )
    const said = words.signed(other.value, other.decimals ?? printedDecimals(other.value))
    return cell(column, 'num', [period, bold(other.qualifier, said)])
  }

  /** What stands behind a figure, for its tooltip. */
  const saysOf = (id: RankingSort, row: RankingRow): string | undefined =>
    id === 'regionSharePct' ? regionNote(row, words.language.value) : populationOf(id, row)
  function plain(row: RankingRow, column: StandingColumn): VNode {
    const { id, measure } = column
    if (measure && typeof row[measure.id] === 'number') {
      const said = formatRowFigure(row, measure.id, words.language.value)
      const note = saysOf(id, row)
      const star =
        id === 'regionSharePct' && note ? [h('span', { class: 'np', 'aria-hidden': 'true' }, ' *')] : []
      if (said !== null) return cell(column, 'num', [number(row, measure.id, said, undefined, note), ...star])
    }
    return cell(column, 'num', [
      id === 'perMillion' ? np('–', t('rankings.index.unknownFigure')) : np(missing(row)),
    ])
  }

  function cells(row: RankingRow, { letter, none }: RowState): VNode[] {
    const drawn = [tick(row, letter)]
    for (const column of table.columns) {
      if (column.id === 'rank') drawn.push(rank(row, column, none))
      else if (column.id === 'rankChange') drawn.push(rankChange(row, column, none))
      else if (column.id === 'name') drawn.push(name(row))
      else if (column.id === 'region') drawn.push(region(row, column))
      else if (column.id === 'share') drawn.push(...share(row, column))
      else if (column.id === 'changePct') drawn.push(changePct(row, column))
      else drawn.push(plain(row, column))
    }
    if (table.trend) drawn.push(trendCell(table.trend.lineOf(row.id), row.provenance === 'sample'))
    return drawn
  }
  return { cells, figureOf }
}

const otherChange = (row: RankingRow) => row.otherChanges.find(({ unit }) => unit === 'percent') ?? null
