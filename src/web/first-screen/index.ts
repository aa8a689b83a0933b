/**
 * The ranking's screen as markup, from the answers that travel in the page: it stands before the screens' own script
 * has run, which then takes its place. It looks the same, can do nothing yet and says so (`inert`, `aria-busy`).
 */
import { LANGUAGE_MARKS } from '../../shared/domain/language.ts'
import type { Query } from '../../shared/address/query.ts'
import { readList, readShared } from '../../shared/address/query.ts'
import type { DatasetDetail } from '../../shared/contract/datasets.ts'
import type { RankingList } from '../../shared/contract/rankings.ts'
import { offeredColumns, shownColumns } from '../../shared/tables/ranking-columns.ts'
import { isPartial, linesOf } from '../../shared/screens/lines.ts'
import type { Frame } from './frame.ts'
import { key, railFoot, railViews, status, strip } from './frame.ts'
import type { Html } from './html.ts'
import { markup } from './html.ts'
import { rankingTable } from './table.ts'
import type { Visitor } from './visitor.ts'
import type { Words } from './words.ts'
import { icon, withBold, wordsIn } from './words.ts'

export interface FirstScreen {
  /** Of the address. */
  query: Query
  visitor: Visitor
  detail: DatasetDetail
  list: RankingList
}

/** Rows above the fold of any window: one further down would have to be scrolled to. */
const IN_SIGHT = 12

const AROUND = '</div></div>'

/**
 * What is drawn while the core answers: the views, in the visitor's language. With their words the page also has its fonts,
 * which the rows then need not wait for. Closed by `restOf` or `nothingMore`.
 */
export function beginningOf(visitor: Visitor): string {
  const language = LANGUAGE_MARKS[visitor.language].tag
  return markup`<div class="first-screen" lang="${language}" data-language="${visitor.language}" inert aria-busy="true">
    <div class="app">${railViews(wordsIn(visitor.language))}`.text
}

/** Closes the beginning where there are no answers to draw. */
export const nothingMore = `</nav>${AROUND}`

/**
 * The rest of the frame and the head of the view; with rows where an edition's whole table is shown from its top. Of other
 * lists the rows are left to the screens' script.
 */
export function restOf({ query, visitor, detail, list }: FirstScreen): string {
  const words = wordsIn(visitor.language)
  const state = readShared(query)
  const frame: Frame = { detail, state, visitor, words }
  const at = query['at'] === undefined ? 0 : list.rows.findIndex(({ id }) => id === query['at'])
  const hasRows = !list.index && !isPartial(list) && list.rows.length > 0 && at <= IN_SIGHT
  const columns = shownColumns(readList(query['columns']), 'full', list.filters.sort)
  const rows = () =>
    rankingTable({
      list,
      lines: linesOf(list, false),
      columns,
      current: list.rows[Math.max(0, at)]?.id,
      ticked: state.cities,
      words,
    })
  const { text } = markup`${railFoot(frame)}${strip(frame)}
    <div class="view view--side view--drawer is-${state.subject}">
      <div class="main">
        ${viewHead(frame, list, hasRows ? columns.length : null)}
        ${hasRows && markup`${bar(frame, list)}<div class="panel">${rows()}</div>`}
        ${hasRows && state.cities.length > 0 && markup`<div class="tray"></div>`}
      </div>
      <button type="button" class="side-tab">${words.t('shell.inspector')}</button>
      <div class="side"></div>
    </div>
    ${status(words, hasRows ? source(frame, list) : '', [
      { keys: ['↑', '↓'], does: words.t('rankings.status.walk') },
      { keys: ['Space'], does: words.t('rankings.status.tick') },
      { keys: ['Enter'], does: words.t('rankings.status.open') },
    ])}`
  return text + AROUND
}

/** `shown`: number of columns, or null where the table is not drawn here. */
function viewHead({ detail, visitor, words }: Frame, list: RankingList, shown: number | null): Html {
  const { t, pick } = words
  const of = { n: shown ?? 0, of: offeredColumns('full').length }
  const columns = markup`<button type="button" class="btn">
    ${icon('columns')}${t('rankings.columns')} <span class="dim">${t('rankings.columnsShown', of)}</span>
  </button>`
  return markup`<div class="view-head">
    <h1>${t('rankings.title')}</h1>
    <p>${subtitle(detail, list, words)}</p>
    <div class="view-head__acts">
      ${shown !== null && columns}
      <button type="button" class="btn btn--go">
        ${icon('export')}${t('common.export')} <kbd>${key(visitor, 'E')}</kbd>
      </button>
    </div>
    ${list.finding && markup`<p class="finding">${withBold(pick(list.finding))}</p>`}
  </div>`
}

function subtitle(detail: DatasetDetail, list: RankingList, words: Words): string {
  const { t, number } = words
  const { subject, year, by, sort } = list.filters
  const values = { subject: t(`common.subjects.${subject}`), year }
  if (isPartial(list)) return t('rankings.subtitle.some', values)
  const counted = { ...values, n: number(list.total, 0), sort: t(`rankings.sortName.${sort}`) }
  return list.index
    ? t('rankings.index.subtitle', { ...counted, things: t(`rankings.index.things.${by}`) })
    : t('rankings.subtitle.full', { ...counted, scope: scopeOf(detail, list, words) })
}

function scopeOf(detail: DatasetDetail, list: RankingList, { t, pick }: Words): string {
  const scope = detail.scopes.find(({ id }) => id === list.scope)
  return scope ? t('common.clause') + pick({ en: scope.label, zh: scope.labelZh }) : ''
}

function bar({ words: { t, nameOf } }: Frame, { regions, filters }: RankingList): Html {
  const all = regions.reduce((sum, { cities }) => sum + cities, 0)
  const tab = (id: string | null, name: string, cities: number) =>
    markup`<button type="button"${id === filters.region && markup` class="is-on"`}>${name}<i>${cities}</i></button>`
  const label = t('rankings.index.find.city')
  return markup`<div class="bar">
    <label class="search">${icon('search')}<span class="sr">${label}</span>
      <input type="search" placeholder="${label}" value="${filters.search}" tabindex="-1" />
      ${filters.search === '' ? markup`<kbd aria-hidden="true">/</kbd>` : markup`<button type="button">${icon('close')}</button>`}
    </label>
    <div class="tabs first-tabs"><div class="tabs__list">
      ${tab(null, t('rankings.allRegions'), all)}${regions.map((each) => tab(each.id, nameOf(each), each.cities))}
    </div></div>
  </div>`
}

/** The dataset, and what its rows must say of themselves. */
function source({ detail, words: { t, nameOf } }: Frame, { scope, filters, rows }: RankingList): string {
  const named = detail.licence ? 'rankings.status.source' : 'rankings.status.sourceUnlicensed'
  const parts = [t(named, { name: nameOf(detail), licence: detail.licence })]
  const before = detail.years.find(({ year }) => year === filters.year - 1)
  if (scope && before?.scope && before.scope !== scope)
    parts.push(t('rankings.status.break', { year: before.year }))
  const about = (qualifier: string | null) => qualifier === 'about' || qualifier === 'nearly'
  if (rows.some((row) => about(row.changePctQualifier))) parts.push(t('rankings.status.approx'))
  if (rows.some((row) => row.rankQualifier === 'implied')) parts.push(t('rankings.status.implied'))
  return parts.join(' ')
}
