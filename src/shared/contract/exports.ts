import { z } from 'zod'
import { COLOURS } from '../domain/drawing-names.ts'
import { formatNames, FIGURE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS } from '../domain/file-formats.ts'
import { FIGURE_PRESET_NAMES } from '../domain/figure-presets.ts'
import type { BackedUp } from './backed-up.ts'
import { fileToken, language } from './common.ts'
import { exporting } from './define.ts'
import { networkDrawing } from './drawings.ts'
import { figureRequest, tableRequest } from './figures.ts'

export { figureRequest, tableRequest } from './figures.ts'
export type {
  ChartKind,
  FigureKind,
  FigureOf,
  FigureRequest,
  TableRequest,
  ViewFigureKind,
} from './figures.ts'

/** A file made by the core: what the screen shows, as bytes. */
export interface ExportedFile {
  fileName: string
  mime: string
  bytes: Uint8Array<ArrayBuffer>
  /** Where one lies that may be larger than memory; `bytes` is then empty. The host hands the file on and removes it. */
  path?: string
  /** A file that only its owner should read, where it is new. */
  private?: true
  /** Of a backup only. */
  backedUp?: BackedUp
  /** Pixels, of pictures only. */
  width: number | null
  height: number | null
}

const pinnedDate = z.iso.date().optional()
/** Address of the view that the file was made from (`/rankings?year=2023`): the file leads back to it. */
const view = z.string().max(4000).startsWith('/').optional()
const wordsOf = (most: number) => z.string().trim().max(most).optional()

/** How a figure is to look; where a preset is named or a kind has no other form, it is laid out as a plate. */
export const figureLook = {
  language,
  /**
   * Slide, page or screen; `own` is laid out at the size in millimetres. Without it a picture of a view's figure is drawn
   * as the view draws it, at that size, and all else is laid out as `own`.
   */
  preset: z.enum([...FIGURE_PRESET_NAMES, 'own']).optional(),
  /** Overrides the computed finding as the figure's title. */
  title: wordsOf(300),
  subtitle: wordsOf(500),
  theme: z.enum(['light', 'dark']).default('light'),
  /** Size on paper; text keeps its size in points at every resolution. */
  widthMm: z.number().min(40).max(1000).default(180),
  heightMm: z.number().min(30).max(1000).optional(),
  dpi: z.int().min(72).max(600).default(300),
  transparent: z.boolean().default(false),
  /** Difference from the row above or below the highlighted one. */
  arrow: z.enum(['above', 'below', 'none']).default('above'),
  include: z
    .strictObject({
      source: z.boolean().default(true),
      page: z.boolean().default(true),
      legend: z.boolean().default(true),
      labels: z.boolean().default(true),
      /** Speaker notes with finding, method and citation. */
      notes: z.boolean().default(true),
      /** A further slide with the figure's rows as a native table. */
      table: z.boolean().default(false),
    })
    .prefault({}),
  /** Faces of Office files: those that readers have (Arial, Microsoft YaHei), or ours. */
  fonts: z.enum(['office', 'own']).default('office'),
  /** The page's number. */
  page: z.int().min(1).max(999).default(1),
  /** The reader's own alternative text and notes; the computed ones follow. */
  alt: wordsOf(300),
  notes: wordsOf(5000),
  /** The office's own template (.potx or .pptx), as the host knows it. */
  template: fileToken.optional(),
  /** Puts the face's letters that occur into an SVG, so that it looks alike everywhere. */
  embedFont: z.boolean().default(false),
  view,
  date: pinnedDate,
}

export interface FigurePreview {
  /** One a page. */
  pages: {
    svg: string
    /** Points. */
    width: number
    height: number
    /** The slide that it stands on, where that is larger. */
    on: { width: number; height: number; x: number; y: number } | null
    /** Where the figure stands between subtitle and footer, from the corner of the picture. */
    frame: { x: number; y: number; width: number; height: number }
  }[]
  title: string
  subtitle: string
  source: string
  alt: string
  /** Sizes of the text that occurs, in points, smallest first. */
  sizes: { role: 'source' | 'label' | 'body' | 'subtitle' | 'title' | 'number'; points: number }[]
  labels: { drawn: number; of: number }
  warnings: string[]
  /** What the file will hold: key of `sheet.writes.*`, and the numbers in its words. */
  writes: { key: string; values: Record<string, string | number> }[]
  fileName: string
  /** Of the file, nearly. */
  bytes: number
  /** Pixels of a PNG; null of other formats. */
  pixels: { width: number; height: number } | null
}

export const exports = {
  /** A network with positions, colours and scores, for Gephi, VOSviewer, programs that read GraphML, and scripts. */
  'exports.graph': exporting<ExportedFile>()(
    z.strictObject({
      drawing: networkDrawing,
      format: z.enum(formatNames(GRAPH_FORMATS)),
      colour: z.enum(COLOURS).default('cluster'),
      language,
      view,
      date: pinnedDate,
    }),
  ),
  /** `csv` is RFC 4180 in UTF-8; `csv-excel` adds a byte-order mark and guards cells against formulas. */
  'exports.table': exporting<ExportedFile>()(
    z.strictObject({
      table: tableRequest,
      format: z.enum(formatNames(TABLE_FORMATS)),
      language,
      /** Of `csv-excel`: what separates cells and decimals; without them as a spreadsheet of the language expects. */
      separator: z.enum(['comma', 'semicolon', 'tab']).optional(),
      decimal: z.enum(['point', 'comma']).optional(),
      view,
      date: pinnedDate,
    }),
  ),
  'exports.figure': exporting<ExportedFile>()(
    z.strictObject({ ...figureLook, figure: figureRequest, format: z.enum(formatNames(FIGURE_FORMATS)) }),
  ),
  /** The figure as it will be written, for the eye: an SVG, its words, and what the file will hold. */
  'exports.preview': exporting<FigurePreview>()(
    z.strictObject({ ...figureLook, figure: figureRequest, format: z.enum(formatNames(FIGURE_FORMATS)) }),
  ),
} as const
