/** Head and first rows of the ranking, as RankingTable.vue draws them; lengths are SVG, as no style may stand in the page. */
import type { RankingList, RankingRow } from '../../shared/contract/rankings.ts'
import { splitMetro } from '../../shared/format/names.ts'
import type { ColumnSpec } from '../../shared/tables/ranking-columns.ts'
import { fullRoom, leavesBelow } from '../../shared/screens/column-room.ts'
import type { Line } from '../../shared/screens/lines.ts'
import type { Scale } from '../../shared/screens/scale.ts'
import { scaleFor } from '../../shared/screens/scale.ts'
import type { Html } from './html.ts'
import { classes, markup } from './html.ts'
import type { Words } from './words.ts'

/** As many as a high screen shows. */
const ROWS = 48
const ROW = 26
const BAR = 11

export interface Table {
  list: RankingList
  lines: readonly Line[]
  columns: readonly ColumnSpec[]
  /** Id of the row being read. */
  current: string | undefined
  /** Ids in the order of their letters. */
  ticked: readonly string[]
  words: Words
}
interface Drawn extends Table {
  scale: Scale | null
  /** Class of a column that leaves a narrow table. */
  leaving: (id: ColumnSpec['id']) => string
}

/** The table with what it is set in. */
export function rankingTable(given: Table): Html {
  const { lines, columns } = given
  const bounds = leavesBelow(columns, given.list.filters.sort)
  const leaving = (id: ColumnSpec['id']) => (bounds.has(id) ? `below-${bounds.get(id)}` : '')
  const table = { ...given, scale: scaleFor(given.list.rows.map(({ share }) => share)), leaving }
  // One cell alone: spanning columns that have left, it would make room for them.
  const rest = Math.max(0, lines.length - ROWS) * ROW
  return markup`<div class="grid-wrap grid-wrap--ruler">
    <div class="grid-scroll">
      <table class="grid ranking room-${fullRoom(columns)}">
        <colgroup><col class="c-tick" />${columns.map((each) => column(each, leaving(each.id)))}</colgroup>
        ${head(table)}
        <tbody>
          ${lines.slice(0, ROWS).map((line, index) => line.kind === 'row' && row(table, line.row, index))}
          ${rest > 0 && markup`<tr class="is-spacer" height="${rest}"><td></td></tr>`}
        </tbody>
      </table>
    </div>
    <svg class="overview" width="34" aria-hidden="true"></svg>
  </div>`
}

const column = ({ id, width }: ColumnSpec, leaving: string): Html =>
  markup`<col class="c-${id}${leaving && ` ${leaving}`}"${width !== null && markup` width="${width}"`} />
    ${id === 'share' && markup`<col class="c-bar" />`}`

function head({ list, columns, scale, leaving, words: { t, number } }: Drawn): Html {
  const { sort, descending, year } = list.filters
  const values = { year: year - 1, from: year - 1, to: String(year).slice(2) }
  const one = ({ id, numeric, measure }: ColumnSpec) => {
    const isSorted = id === sort
    const small = measure?.small && markup`<small>${t(`rankings.headSmall.${id}`, values)}</small>`
    const arrow = isSorted && markup`<span aria-hidden="true">${descending ? ' ↓' : ' ↑'}</span>`
    const bars =
      id === 'share' &&
      markup`<th scope="col" class="scale-head">
        ${scale && scaleHead(scale, number)}<span class="sr">${t('rankings.barColumn')}</span>
      </th>`
    return markup`<th scope="col" class="${classes({ num: numeric, 'is-sorted': isSorted, [leaving(id)]: leaving(id) !== '' })}">
        <button type="button">${small}<span>${t(`rankings.head.${id}`, values)}${arrow}</span></button>
      </th>
      ${bars}`
  }
  return markup`<thead><tr>
    <th scope="col"><span class="sr">${t('rankings.tickColumn')}</span></th>
    ${columns.map(one)}
  </tr></thead>`
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`

function scaleHead(scale: Scale, number: Words['number']): Html {
  const tick = (value: number, index: number) => {
    const x = percent(value / scale.end)
    const anchor = index > 0 && markup` text-anchor="middle"`
    return markup`<rect class="scale-mark" x="${x}" y="12" width="1" height="4" />
      <text x="${x}" y="9.5"${anchor}>${number(value, scale.decimals)}</text>`
  }
  return markup`<svg class="first-scale" width="100%" height="16" aria-hidden="true">${scale.ticks.map(tick)}</svg>`
}

function row(table: Drawn, city: RankingRow, index: number): Html {
  const letter = letterOf(table.ticked, city.id)
  const names = classes({
    'is-cur': city.id === table.current,
    'is-sel': letter !== '',
    'is-fifth': index % 5 === 4,
  })
  return markup`<tr class="${names}">
    <td><button type="button" class="tick-box">
      <span class="tick${letter !== '' && ' is-on'}">${letter}</span>
    </button></td>
    ${table.columns.map((each) => cell(table, city, each))}
  </tr>`
}

function letterOf(ticked: readonly string[], id: string): string {
  const place = ticked.indexOf(id)
  return place < 0 ? '' : 'ABCDEF'.charAt(place)
}

/** What was not published is said in words, never as a number. */
function cell(table: Drawn, city: RankingRow, column: ColumnSpec): Html {
  const { words } = table
  if (column.id === 'rank') return rankCell(city, words)
  if (column.id === 'share') return shareCells(table, city)
  if (column.id === 'name') {
    const { name, suffix } = splitMetro(words.nameOf(city))
    return markup`<th role="rowheader" scope="row" class="city">
        <a><span class="city-name">${name}${suffix !== '' && markup`<i>${suffix}</i>`}</span></a>
      </th>`
  }
  const names = classes({ num: column.numeric, [table.leaving(column.id)]: true })
  const np = markup`<span class="np">${words.t('common.np')}</span>`
  return markup`<td class="${names.trim()}">${plainCell(words, city, column) ?? np}</td>`
}

/** What stands in a cell of a column that may leave; null where the figure was not published. */
function plainCell(words: Words, city: RankingRow, { id, measure }: ColumnSpec): Html | null {
  if (id === 'rankChange') return city.rankChange === null ? null : rankChange(city.rankChange, words)
  if (id === 'changePct') return changePct(city, words)
  if (id === 'region') {
    const region = words.nameOf({ name: city.regionName, nameZh: city.regionNameZh })
    return markup`<span class="iso" aria-hidden="true">${city.region}</span><span class="dim">${region}</span>`
  }
  const value = city[id]
  if (typeof value !== 'number' || !measure) return null
  return markup`${(measure.signed ? words.signed : words.number)(value, measure.decimals)}`
}

function rankCell({ rank, rankQualifier }: RankingRow, { t }: Words): Html {
  if (rank === null) return markup`<td class="rank np-cell">${t('common.np')}</td>`
  return markup`<td class="rank">${rank}${rankQualifier === 'implied' && markup`<sup>†</sup>`}</td>`
}

function rankChange(places: number, { t }: Words): Html {
  if (places === 0) return markup`<span class="delta">=</span>`
  const n = Math.abs(places)
  return markup`<span class="delta">
    <svg aria-hidden="true"><use href="#i-${places > 0 ? 'up' : 'down'}" /></svg>
    <span class="sr">${t(places > 0 ? 'rankings.up' : 'rankings.down', { n })}</span>
    <span aria-hidden="true">${n}</span>
  </span>`
}

const isApproximate = (qualifier: string | null) => qualifier === 'about' || qualifier === 'nearly'

/** A change printed over another period stands with its period, never as the change of the year. */
function changePct(city: RankingRow, { signed }: Words): Html | null {
  const written = (value: number, qualifier: string | null) =>
    markup`<b>${isApproximate(qualifier) && markup`<span class="approx">≈ </span>`}${signed(value, 1)}</b>`
  if (city.changePct !== null) return written(city.changePct, city.changePctQualifier)
  const other = city.otherChanges.find(({ unit }) => unit === 'percent')
  if (!other) return null
  const period = `${other.from}–${String(other.to).slice(2)}`
  return markup`<small class="np">${period}</small> ${written(other.value, other.qualifier)}`
}

function shareCells({ scale, words }: Drawn, { share }: RankingRow): Html {
  if (share === null)
    return markup`<td class="num np-cell">${words.t('common.notPublished')}</td>
      <td class="scale first-bar" aria-hidden="true"><span class="np-bar"></span></td>`
  return markup`<td class="num share">${words.number(share, 2)}</td>
    <td class="scale first-bar" aria-hidden="true">${scale && bar(share, scale)}</td>`
}

/** The bar over the rules of the axis. */
function bar(share: number, scale: Scale): Html {
  const rules = scale.ticks.map(
    (tick) => markup`<rect class="scale-rule" x="${percent(tick / scale.end)}" width="1" height="100%" />`,
  )
  const top = (ROW - 1 - BAR) / 2
  return markup`<svg width="100%" height="${ROW - 1}">
    ${rules}<rect class="first-meter" y="${top}" width="${percent(share / scale.end)}" height="${BAR}" />
  </svg>`
}
