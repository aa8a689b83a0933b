/** The choices of the slide sheet, and what they are at first. */
import type {
  FigureFormat,
  GraphFormat,
  PictureFormat,
  TableFormat,
} from '../../../../shared/domain/file-formats.ts'
import {
  formatNames,
  GRAPH_FORMATS,
  isPictureFormat,
  PAGED_FORMATS,
} from '../../../../shared/domain/file-formats.ts'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import type { Language, Naming } from '../../../../shared/domain/language.ts'
import type { FigureOffer } from '../../stores/useExport.ts'
import { kindOf } from './figure-kinds.ts'

/** Besides the sizes known: one's own, and as the view draws it. */
export type PresetChoice = FigurePresetName | 'own' | 'view'
export type AnyFormat = FigureFormat | GraphFormat
export type SheetTheme = 'light' | 'dark' | 'transparent'
export type Include = Record<'source' | 'page' | 'notes' | 'table' | 'legend' | 'labels', boolean>

/** Millimetres of a unit; a pixel of screens is a 96th of an inch. */
export const UNITS = { mm: 1, cm: 10, in: 25.4, px: 25.4 / 96 } as const
export type Unit = keyof typeof UNITS
export const DPI = [72, 96, 150, 300, 600] as const

/** What a preset of one's own keeps. */
export interface SheetLook {
  preset: PresetChoice
  /** Of one's own size, in millimetres; an empty field is no number. */
  width: number | ''
  height: number | ''
  unit: Unit
  format: AnyFormat
  language: Naming
  theme: SheetTheme
  arrow: 'above' | 'below' | 'none'
  include: Include
  fonts: 'office' | 'own'
  dpi: number
  embedFont: boolean
}

export interface SheetForm extends SheetLook {
  tab: 'figure' | 'table'
  /** Place of the figure among those offered. */
  figure: number
  /** Of a network's rows. */
  part: 'nodes' | 'edges'
  tableFormat: TableFormat
  /** Rows that the list leaves out are written too. */
  allRows: boolean
  /** Empty: as spreadsheets of the language expect. */
  separator: 'comma' | 'semicolon' | 'tab' | ''
  decimal: 'point' | 'comma' | ''
  /** Words of the reader's own; empty: those that the core computes. */
  title: Record<Language, string>
  subtitle: Record<Language, string>
  top: number
  highlight: string | null
  /** Which of both languages is seen. */
  shown: Language
  vision: Vision
  template: { token: string; name: string } | null
}

export const VISIONS = ['all', 'deutan', 'protan', 'tritan', 'grey'] as const
export type Vision = (typeof VISIONS)[number]

export const firstLook = (language: Language): SheetLook => ({
  preset: 'slide-full',
  width: 300,
  height: 162,
  unit: 'mm',
  format: 'pptx',
  language,
  theme: 'light',
  arrow: 'above',
  include: { source: true, page: true, notes: true, table: false, legend: true, labels: true },
  fonts: 'office',
  dpi: 300,
  embedFont: false,
})

/** A figure as its view draws it leaves as a picture alone. */
export const viewFormats: readonly PictureFormat[] = ['svg', 'png']

/** As drawn: slides first, pictures, documents. */
const OFFERED: readonly FigureFormat[] = ['pptx', 'pdf', 'docx', 'svg', 'png']

export const figureFormats = (preset: PresetChoice): readonly FigureFormat[] =>
  preset === 'view' ? viewFormats : OFFERED

export const graphFormats = (figure: FigureOffer | undefined): readonly GraphFormat[] =>
  figure && kindOf(figure).isGraph ? formatNames(GRAPH_FORMATS) : []

export const isPaged = (format: AnyFormat): boolean => Object.hasOwn(PAGED_FORMATS, format)

/** A format and a preset that do not go together: the one that was not just chosen gives way. */
export function reconcile(form: Pick<SheetForm, 'preset' | 'format'>, chosen: 'preset' | 'format'): void {
  if (form.preset !== 'view' || isPictureFormat(form.format)) return
  if (chosen === 'format' && isPaged(form.format)) form.preset = 'slide-full'
  else if (chosen === 'preset') form.format = 'svg'
}

/** Rows of a figure that has them, as many as are usual. */
export const usualTop = (figure: FigureOffer | undefined): number =>
  (figure && 'top' in figure && figure.top) || (figure && kindOf(figure).top) || 0

export const chosenRow = (figure: FigureOffer | undefined): string | null =>
  (figure && 'highlight' in figure && figure.highlight) || null
