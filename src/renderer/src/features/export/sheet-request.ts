/** What the slide sheet asks of the core: its choices as inputs of the contract. */
import type { ExportRequest } from '../../../../shared/contract/export-methods.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { FigureFormat } from '../../../../shared/domain/file-formats.ts'
import { isFigureFormat, isGraphFormat } from '../../../../shared/domain/file-formats.ts'
import type { FigurePreset } from '../../../../shared/domain/figure-presets.ts'
import { FIGURE_PRESETS, MOST_PIXELS, ownPreset } from '../../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { LANGUAGES } from '../../../../shared/domain/language.ts'
import type { FigureOffer, TableOffer } from '../../stores/useExport.ts'
import { kindOf } from './figure-kinds.ts'
import type { SheetForm } from './sheet-form.ts'

export type FigureInput = InputOf<'exports.figure'>
export type TableInput = InputOf<'exports.table'>
/** What stands in every file: the day, and the address of the view. */
export interface Along {
  date: string
  view: string
}

const LEAST = { width: 40, height: 30 }
const MOST = 1000

/** Sizes that `exports.figure` takes, in millimetres. */
export const isSize = (width: unknown, height: unknown): boolean =>
  typeof width === 'number' &&
  typeof height === 'number' &&
  width >= LEAST.width &&
  height >= LEAST.height &&
  Math.max(width, height) <= MOST

export const hasOwnSize = ({ preset }: Pick<SheetForm, 'preset'>): boolean =>
  preset === 'own' || preset === 'view'

/** The preset with its measures; one's own by the fields, where they hold a size. */
export function presetOf(form: Pick<SheetForm, 'preset' | 'width' | 'height'>): FigurePreset | null {
  if (form.preset !== 'own' && form.preset !== 'view') return FIGURE_PRESETS[form.preset]
  return isSize(form.width, form.height) ? ownPreset(Number(form.width), Number(form.height)) : null
}

/** Pixels of a PNG of points. */
export const pixelsOf = ({ width, height }: { width: number; height: number }, dpi: number) => ({
  width: Math.round((width / 72) * dpi),
  height: Math.round((height / 72) * dpi),
})

/** Whether the picture would have more pixels than a machine holds. */
export function isTooLarge(form: SheetForm): boolean {
  const preset = presetOf(form)
  if (form.tab !== 'figure' || form.format !== 'png' || !preset) return false
  const { width, height } = pixelsOf(preset, form.dpi)
  return width * height > MOST_PIXELS
}

/** The figure with as many rows as wanted, and the row that is pointed at. */
export function askedFigure(offer: FigureOffer, form: Pick<SheetForm, 'top' | 'highlight'>): FigureOffer {
  const kind = kindOf(offer)
  const { highlight: _old, ...rest } = offer as FigureOffer & { highlight?: string | undefined }
  return {
    ...(kind.highlights ? rest : offer),
    ...(kind.top ? { top: form.top } : {}),
    ...(kind.highlights && form.highlight ? { highlight: form.highlight } : {}),
  } as FigureOffer
}

export const languagesOf = ({ language }: Pick<SheetForm, 'language'>): readonly Language[] =>
  language === 'both' ? LANGUAGES : [language]

/** The language that the preview is in. */
export const seenLanguage = ({ language, shown }: Pick<SheetForm, 'language' | 'shown'>): Language =>
  language === 'both' ? shown : language

const filled = <K extends string>(key: K, text: string) =>
  (text.trim() ? { [key]: text.trim() } : {}) as Partial<Record<K, string>>

function sizeOf(form: SheetForm, figure: FigureOffer) {
  if (!hasOwnSize(form)) return { preset: form.preset as keyof typeof FIGURE_PRESETS }
  const size = { widthMm: Number(form.width) }
  if (form.preset === 'own') return { preset: 'own' as const, ...size, heightMm: Number(form.height) }
  // A figure with a shape of its own has the height that follows from its width.
  return kindOf(figure).ownShape ? size : { ...size, heightMm: Number(form.height) }
}

export function figureInput(
  offer: FigureOffer,
  form: SheetForm,
  language: Language,
  { format, ...along }: Along & { format: FigureFormat },
): FigureInput | null {
  if (hasOwnSize(form) && !isSize(form.width, form.height)) return null
  return {
    figure: askedFigure(offer, form),
    format,
    language,
    ...sizeOf(form, offer),
    ...filled('title', form.title[language]),
    ...filled('subtitle', form.subtitle[language]),
    theme: form.theme === 'dark' ? 'dark' : 'light',
    transparent: form.theme === 'transparent',
    arrow: form.arrow,
    include: { ...form.include },
    ...(format === 'png' ? { dpi: form.dpi } : {}),
    ...(format === 'pptx' || format === 'docx' ? { fonts: form.fonts } : {}),
    ...(format === 'pptx' && form.template ? { template: form.template.token } : {}),
    ...(format === 'svg' && form.embedFont ? { embedFont: true } : {}),
    ...along,
  }
}

/** The rows seen, of a network those of the part that is chosen. */
const partOf = (table: TableOffer, { part }: Pick<SheetForm, 'part'>): TableOffer =>
  table.of === 'network' ? { ...table, part } : table

/** The rows as a page of the report. */
export const tablePage = (table: TableOffer, form: Pick<SheetForm, 'part'>): FigureOffer => ({
  of: 'table',
  table: partOf(table, form),
})

/** The same list from its first row to its last, where an answer would cut it. */
export function uncut(table: TableOffer): TableOffer {
  switch (table.of) {
    case 'rising':
    case 'changes':
      return { ...table, input: { ...table.input, limit: 'all' } } as TableOffer
    case 'rankings':
    case 'collaborations':
    case 'institutions':
    case 'derivation':
    case 'parts':
      return { ...table, input: { ...table.input, offset: 0, limit: 'all' } } as TableOffer
    case 'city':
    case 'compare':
    case 'network':
    case 'map':
      return table
  }
}

export function tableInput(
  table: TableOffer,
  form: Pick<SheetForm, 'part' | 'tableFormat' | 'separator' | 'decimal' | 'allRows'>,
  language: Language,
  along: Along,
): TableInput {
  const excel = form.tableFormat === 'csv-excel'
  return {
    table: partOf(form.allRows ? uncut(table) : table, form),
    format: form.tableFormat,
    language,
    ...(excel && form.separator ? { separator: form.separator } : {}),
    ...(excel && form.decimal ? { decimal: form.decimal } : {}),
    ...along,
  }
}

/** The network as a graph file: with the colours that are seen, clusters where none are. */
export function graphInput(
  figure: FigureOffer | undefined,
  format: string,
  rest: Along & { language: Language },
): InputOf<'exports.graph'> | null {
  if (figure?.of !== 'network' || !isGraphFormat(format)) return null
  const { colour = 'none', drawing } = figure
  return { drawing, format, colour: colour === 'none' ? 'cluster' : colour, ...rest }
}

/** The file as it is chosen in one language; null where there is nothing that could be written. */
export function requestIn(
  language: Language,
  form: SheetForm,
  { figure, table }: { figure: FigureOffer | undefined; table: TableOffer | null },
  along: Along,
): ExportRequest | null {
  if (form.tab === 'table')
    return table && { method: 'exports.table', input: tableInput(table, form, language, along) }
  const graph = graphInput(figure, form.format, { ...along, language })
  if (graph) return { method: 'exports.graph', input: graph }
  if (!figure || !isFigureFormat(form.format)) return null
  const input = figureInput(figure, form, language, { ...along, format: form.format })
  return input && { method: 'exports.figure', input }
}
