/** The sections of a report's web page, one a page of the report. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../../context.ts'
import type { TextMetrics } from '../../../drawing/text-metrics.ts'
import type { LaidPage } from '../lay-pages.ts'
import { markOf } from '../../plate/figure-alone.ts'
import { drawingMarkup, proseMarkup } from './figure-markup.ts'
import { escape, findMarkup, numbersTable, say, tableMarkup } from './markup.ts'
import { rowsTable } from './rows-table.ts'

export interface Section {
  id: string
  title: string
  markup: string
}

interface Counts {
  figure: number
  table: number
}

/** Rows of a table from which a field finds them. */
const LEAST_TO_FIND = 8

export function sectionsOf(
  pages: readonly LaidPage[],
  language: Language,
  metrics: TextMetrics,
  context: ReaderContext,
): Section[] {
  const counts: Counts = { figure: 0, table: 0 }
  return pages.flatMap((page, i) => {
    const [plate] = page.plates
    if (!plate || page.page.figure.of === 'cover') return []
    const id = `${language}-${i + 1}`
    const body = bodyOf(page, id, { language, metrics, context, counts })
    return [{ id, title: plate.title, markup: sectionMarkup(id, plate, body) }]
  })
}

function sectionMarkup(id: string, plate: Plate, body: string): string {
  const mark = markOf(plate.parts)
  return [
    `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${escape(plate.title)}</h2>`,
    `<p class="sub"><span>${escape(plate.subtitle)}</span>${mark === null ? '' : `<span class="mark">${escape(mark)}</span>`}</p>`,
    body,
    '</section>',
  ].join('\n')
}

interface Setting {
  language: Language
  metrics: TextMetrics
  context: ReaderContext
  counts: Counts
}

function bodyOf(page: LaidPage, id: string, setting: Setting): string {
  const { figure } = page.page
  if (figure.of === 'method' || figure.of === 'text')
    return `${proseMarkup(page.plates)}\n${sourceMarkup(page.plates[0]?.source ?? '', '')}`
  if (figure.of === 'table') {
    const { language, context, counts } = setting
    const n = formatNumber(++counts.table, 0, language)
    const table = rowsTable(figure, language, context)
    const caption = say(language, 'table', { n })
    return [
      table.rows.length < LEAST_TO_FIND ? '' : findMarkup(`${id}-t`, table.rows.length, language),
      tableMarkup({ id: `${id}-t`, caption: `${caption}. ${page.plates[0]?.subtitle ?? ''}`, ...table }),
      sourceMarkup(page.plates[0]?.source ?? '', caption),
    ].join('\n')
  }
  return page.plates.map((plate, i) => figureOf(plate, `${id}-${i}`, setting)).join('\n')
}

function figureOf(plate: Plate, id: string, { language, metrics, counts }: Setting): string {
  const n = formatNumber(++counts.figure, 0, language)
  const name = say(language, 'figure', { n })
  const asTable = say(language, 'asTable', { figure: name })
  const details =
    plate.numbers.length === 0
      ? ''
      : `<details><summary>${escape(asTable)}</summary>\n${numbersTable(`${id}-n`, plate.numbers, { caption: `${name}. ${plate.subtitle}`, language })}</details>`
  return [
    `<figure>${drawingMarkup(plate, id, metrics)}`,
    `<figcaption>${sourceMarkup(plate.source, name)}</figcaption></figure>`,
    details,
  ].join('\n')
}

/** A paragraph; inside a caption it stands as well. */
function sourceMarkup(source: string, name: string): string {
  return `<p class="src"><span>${escape(source)}</span><span>${escape(name)}</span></p>`
}
