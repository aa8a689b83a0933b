/** A view's rows as a native table, over as many plates as they need; the rows are those of `exports.table`. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { TableRows } from '../../../../shared/plates/table-page.ts'
import { fitColumns, rowsPerPage, tablePart } from '../../../../shared/plates/table-page.ts'
import { askedDataset } from '../../asked-dataset.ts'
import { buildTable } from '../../table/tables.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { fitting } from './rows.ts'
import { numbersOf, tableColumns, tableRows } from './table-cells.ts'
import { tableFilters, tableTitle } from './table-words.ts'

/** Pages beyond these would be read by nobody: the plate says how many rows there are. */
const MOST_PAGES = 12

export const tablePlates: PlateMaker<'table'> = (figure, look, context) => {
  const { language } = look
  const built = buildTable(figure.table, language, context)
  const columns = tableColumns(built, figure.table, language)
  const all = tableRows(built, columns, figure.highlight, language)
  const maker = makerLook(look, askedDataset(figure), context)
  const options = maker.options()
  const say = (key: string, values = {}) => translate(language, `plates.pages.table.${key}`, values)
  const total = built.shown?.rows?.[1] ?? built.shown?.pairs?.[1] ?? all.length
  const filters = tableFilters(built, language)
  const written = (value: number) => formatNumber(value, 0, language)

  const subtitleOf = (from: number, to: number): string => {
    const values = { from: written(from), to: written(to), of: written(total), filters }
    const full = say(to - from + 1 === total ? 'subtitleAll' : 'subtitle', values)
    return fitting([full, say('subtitlePlain', values)], options)
  }
  const table: TableRows = {
    name: say('name'),
    alt: '',
    columns: columns.map(({ shown }) => shown),
    rows: all,
  }
  const draft = { title: 'M', subtitle: subtitleOf(1, Math.min(10, all.length)) }
  const sizeOf = (title: string, left: string[]) =>
    roomOf(maker.words({ ...draft, title }, left, { index: 0, of: 2 }), options)
  const first = sizeOf(tableTitle(built, figure.table, 10, total, language).title, [])
  const fitted = fitColumns(table, first.frame.width, first.type, options.measure)
  const notes = [
    fitted.left.length > 0
      ? say('left', { names: fitted.left.map(({ head }) => head).join(translate(language, 'figures.list')) })
      : '',
  ]
  const perPage = rowsPerPage(
    sizeOf(tableTitle(built, figure.table, 10, total, language).title, notes),
    options.preset.group,
  )
  const { title, numbers: titleNumbers } = tableTitle(
    built,
    figure.table,
    Math.min(perPage, all.length),
    total,
    language,
  )
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(all.length / perPage)))

  const plates = Array.from({ length: pages }, (_, index): Plate => {
    const from = index * perPage
    const rows = all.slice(from, from + perPage)
    const words = maker.words({ title, subtitle: subtitleOf(from + 1, from + rows.length) }, notes, {
      index,
      of: pages,
    })
    const own = maker.options(index)
    const heads = fitted.kept.map(({ index: at }) => table.columns[at]?.head ?? '')
    const lines = rows.map(({ cells }) => fitted.kept.map(({ index: at }) => cells[at] ?? '').join(' · '))
    const alt = cutAlt(
      say('alt', {
        title: words.title,
        columns: heads.join(translate(language, 'figures.list')),
        from: written(from + 1),
        to: written(from + rows.length),
        of: written(total),
        some: lines[0] ?? '',
      }),
    )
    return plateOf(words, own, (room) => ({
      kind: 'table',
      parts: [tablePart({ ...table, alt }, rows, fitted, room, own)],
      alt,
      description: [words.title, heads.join(' · '), ...lines].join('\n'),
      howTo: say('howTo'),
      measures: columns.flatMap(({ measure }) => measure ?? []),
      numbers: [
        ...numbersOf(
          built,
          columns,
          fitted.kept.map((each) => each.index),
          from,
          rows.length,
          language,
          maker.dataset.kind,
        ),
        ...(index === 0 ? titleNumbers : []),
      ],
      labels: { drawn: rows.length, of: rows.length },
      warnings: [
        ...(fitted.cut ? (['names-cut'] as const) : []),
        ...(index < pages - 1 || pages * perPage < all.length ? (['rows-cut'] as const) : []),
      ],
      fileStem: `${built.name}-table`,
    }))
  })
  return { plates, filters: built.filtersJson }
}
