/** What the walk through a computed index's views reads of the command line, and of parts that several views have. */
import type { Page } from '@playwright/test'
import type { RankingRow } from '../../../src/shared/contract/rankings.ts'
import { RANKING_MEASURES } from '../../../src/shared/measures/ranking.ts'
import type { CommandLine } from '../../support/command-line.ts'
import { expect } from './cells-app.ts'
import type { Walk } from './shown-cells.ts'
import { shownRows } from './shown-cells.ts'

export interface Rows<T> {
  rows: T[]
}
export type Row = RankingRow
/** An entity of a comparison, with its subjects and how far it lies from the reference in each. */
export interface Compared extends Row {
  subjects: (Row & { subject: string; differences: { share: number | null } })[]
}
export interface Pair {
  a: string
  b: string
  score: number
  articles: number
}
export interface Rise {
  id: string
  place: number
  adjustedFrom: number
  adjustedTo: number
  change: number
  changePct: number | null
}
export interface Within {
  id: string
  share: number
  shareInCity: number
  countInCity: number
}
export interface Node {
  id: string
  share: number
  count: number
  degree: number
  weightedDegree: number
  betweenness: number
}
export interface Edge {
  source: string
  target: string
  score: number
  articles: number
}
export interface Placed {
  cityId: string
  rank: number
  share: number
  count: number
  score: number | null
  articles: number | null
}

/** Of the ranking's table, to a part of its height. */
export async function scrollTo(page: Page, part: number): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const scroller = document.querySelector('.grid-scroll')
    scroller.scrollTop = ${part} * (scroller.scrollHeight - scroller.clientHeight)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))
  })`)
}

export function rankingCell(walk: Walk, column: string, text: string | undefined, row: Row): void {
  const id = /(?:^| )c-(\w+)/.exec(column)?.[1]
  const measure = RANKING_MEASURES.find((each) => each.id === id)
  if (!measure) return
  const where = `${measure.id} of ${row.id}`
  if (measure.id === 'rankChange') {
    if (row.rankChange === null) walk.missing(text, where)
    else if (row.rankChange === 0) walk.same(text, '=', where)
    else walk.whole(text, Math.abs(row.rankChange), where)
  } else if (measure.id === 'rank') walk.whole(text, row.rank, where)
  // A star leads to the note on the region's total.
  else walk.figure(measure.id, text?.replace(/ ?\*$/, ''), row[measure.id], where)
}

/** An entity's own row of a ranking. */
export async function rowOf(cli: CommandLine, args: readonly string[], id: string): Promise<Row> {
  const { rows } = await cli.json<Rows<Row>>('rank', ...args)
  const row = rows.find((each) => each.id === id)
  expect(row, `${id} is ranked`).toBeDefined()
  return row!
}

/** The strip of figures at the head of a page. */
export async function figuresOf(page: Page, walk: Walk, row: Row): Promise<void> {
  await page.locator('[data-part=city-share]').waitFor()
  const shown = await page.evaluate<
    [string, string][]
  >(`[...document.querySelectorAll('.figures dd[data-part]')].map((dd) => {
    const copy = dd.cloneNode(true)
    for (const small of copy.querySelectorAll('small, .sr')) small.remove()
    return [dd.dataset.part.slice('city-'.length), copy.textContent.trim()]
  })`)
  expect(shown.length).toBeGreaterThan(3)
  for (const [id, text] of shown) {
    const measure = RANKING_MEASURES.find((each) => each.id === id)
    if (measure) walk.figure(measure.id, text, row[measure.id], `${id} of ${row.id}`)
  }
}

/** A list of pairs on a page, in the order of the command line's. */
export async function pairsOf(page: Page, walk: Walk, testid: string, rows: readonly Pair[]): Promise<void> {
  if (rows.length === 0) return
  const shown = await shownRows(page, `[data-testid=${testid}] tbody tr`)
  shown.forEach(({ cells }, at) => {
    const row = rows[at]!
    walk.figure('score', cells[1], row.score, `score of ${row.a} and ${row.b}`)
    walk.whole(cells.at(-1), row.articles, `articles of ${row.a} and ${row.b}`)
  })
}
