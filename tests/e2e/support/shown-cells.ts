/** What stands in the cells of a view, and whether the command line says the same. */
import type { Page } from '@playwright/test'
import type { Language } from '../../../src/shared/domain/language.ts'
import { formatFigure } from '../../../src/shared/format/figures.ts'
import { formatNumber } from '../../../src/shared/format/numbers.ts'
import type { MeasureId } from '../../../src/shared/measures/by-id.ts'
import { expect } from './cells-app.ts'

export interface ShownRow {
  /** What the row's own mark says it is: an id, or two. */
  key: string
  /** Text as it is read, without what only a screen reader hears, by place. */
  cells: string[]
  /** The same by what the cell's class names it (`c-score`: score). */
  named: Record<string, string>
  /** Classes of the columns by place, of the cells where the table has no list of columns: they name them (`c-score`). */
  columns: string[]
}

/** As text, as this file is checked without the page's types. */
const READ = `(rows) => {
  const textOf = (cell) => {
    const copy = cell.cloneNode(true)
    for (const hidden of copy.querySelectorAll('.sr, .iso, .tick-box, svg')) hidden.remove()
    return copy.textContent.replace(/\\s+/g, ' ').trim()
  }
  return [...document.querySelectorAll(rows)].map((row) => {
    const { city, pair, row: id, change, key } = row.dataset
    return {
      key: city ?? pair ?? id ?? change ?? key ?? '',
      cells: [...row.children].map(textOf),
      named: Object.fromEntries(
        [...row.children].map((cell) => [/(?:^| )c-(\\w+)/.exec(cell.className)?.[1] ?? '', textOf(cell)]),
      ),
      columns: [...(row.closest('table')?.querySelector('colgroup') ?? row).children].map((named) => named.className),
    }
  })
}`

/** @param rows selector of the rows; the first is waited for */
export async function shownRows(page: Page, rows: string): Promise<ShownRow[]> {
  await page.locator(rows).first().waitFor()
  return page.evaluate<ShownRow[]>(`(${READ})(${JSON.stringify(rows)})`)
}

/** How many cells were held against the command line, so that a walk that reads nothing does not pass. */
export class Walk {
  compared = 0
  private readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  /** A computed figure: as the home of formats writes the command line's number. */
  figure(id: MeasureId, text: string | undefined, value: number | null | undefined, where: string): void {
    if (value == null) return this.missing(text, where)
    this.same(text, formatFigure(id, value, this.language), where)
  }

  /** A whole number, such as a rank or joint articles. */
  whole(text: string | undefined, value: number | null | undefined, where: string): void {
    if (value == null) return this.missing(text, where)
    this.same(text, formatNumber(value, 0, this.language), where)
  }

  /** A printed figure: the command line's number, with whatever digits and marks the source prints. */
  printed(text: string | undefined, value: number | null | undefined, where: string): void {
    if (value == null) return this.missing(text, where)
    const plain = (text ?? '').replaceAll('−', '-').replaceAll(',', '')
    const digits = /[+-]?\d+(\.\d+)?/.exec(plain)?.[0]
    expect(digits === undefined ? text : Number(digits), where).toBe(value)
    this.compared++
  }

  same(text: string | undefined, expected: string, where: string): void {
    expect(text, where).toBe(expected)
    this.compared++
  }

  /** Where the command line knows nothing the screen has no number. */
  missing(text: string | undefined, where: string): void {
    expect(text ?? '', where).not.toMatch(/\d/)
    this.compared++
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): <T>(list: readonly T[]) => T {
  let state = seed >>> 0
  return (list) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return list[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * list.length)] as (typeof list)[0]
  }
}
