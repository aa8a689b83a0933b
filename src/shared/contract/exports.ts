import { z } from 'zod'
import { COLOURS } from '../domain/drawing-names.ts'
import { formatNames, GRAPH_FORMATS, PICTURE_FORMATS, TABLE_FORMATS } from '../domain/file-formats.ts'
import { collaborationInput } from './collaborations.ts'
import { datasetRef, language, rowLimit, text } from './common.ts'
import { derivationInput } from './derivation.ts'
import { comparisonInput, profileInput } from './cities.ts'
import { exporting } from './define.ts'
import { institutionInput } from './institutions.ts'
import { mapDrawing, multiplesDrawing, networkDrawing } from './drawings.ts'
import { rankingInput, risingInput } from './rankings.ts'

/** A file made by the core: what the screen shows, as bytes. */
export interface ExportedFile {
  fileName: string
  mime: string
  bytes: Uint8Array<ArrayBuffer>
  /** Pixels, of pictures only. */
  width: number | null
  height: number | null
}

/** The rows to export: the same query, with the same filters, as the view. */
export const tableRequest = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('rankings'),
    input: rankingInput,
    columns: z.array(z.string()).max(40).optional(),
  }),
  z.strictObject({
    of: z.literal('city'),
    input: profileInput,
  }),
  z.strictObject({ of: z.literal('compare'), input: comparisonInput }),
  z.strictObject({
    of: z.literal('collaborations'),
    input: collaborationInput.extend({ limit: rowLimit(5000) }),
  }),
  /** Of computed indexes only. */
  z.strictObject({ of: z.literal('rising'), input: risingInput }),
  z.strictObject({
    of: z.literal('institutions'),
    input: institutionInput.extend({ limit: rowLimit(5000) }),
  }),
  /** The articles behind a Share or a score. */
  z.strictObject({ of: z.literal('derivation'), input: derivationInput }),
  /** What a network draws, with positions; `language` of the drawing gives way to that of the file. */
  z.strictObject({ of: z.literal('network'), part: z.enum(['nodes', 'edges']), drawing: networkDrawing }),
  z.strictObject({ of: z.literal('map'), drawing: mapDrawing }),
])
export type TableRequest = z.infer<typeof tableRequest>

/** The figures that are drawn; what each asks for. Its builder, its answer and its words are asked for by the compiler. */
export const figureRequest = z.discriminatedUnion('of', [
  /** Bars of Share, top N of the ranking with its filters. */
  z.strictObject({
    of: z.literal('ranking-bars'),
    input: rankingInput,
    top: z.int().min(3).max(50).default(20),
    highlight: z.string().optional(),
  }),
  /** Dots of Count ÷ Share, top N of the ranking. */
  z.strictObject({
    of: z.literal('count-per-share'),
    input: rankingInput,
    top: z.int().min(3).max(50).default(20),
    highlight: z.string().optional(),
  }),
  /** Rank of a city by year; scopes are separate lines. */
  z.strictObject({
    of: z.literal('rank-history'),
    input: z.strictObject({ dataset: datasetRef, city: text }),
    subject: z.string().default('all'),
  }),
  z.strictObject({
    of: z.literal('network'),
    drawing: networkDrawing,
    colour: z.enum(COLOURS).default('none'),
    /** Id of the node being read: it and its edges take the needle's colour. */
    focus: text.optional(),
  }),
  z.strictObject({
    of: z.literal('network-multiples'),
    drawing: multiplesDrawing,
    colour: z.enum(COLOURS).default('none'),
  }),
  z.strictObject({ of: z.literal('map'), drawing: mapDrawing }),
])
export type FigureRequest = z.infer<typeof figureRequest>
export type FigureKind = FigureRequest['of']
type Figures = { [F in FigureRequest as F['of']]: F }
export type FigureOf<K extends FigureKind> = Figures[K]
/** The charts; the other figures are laid out by the core in figure units. */
export type ChartKind = Exclude<FigureRequest, { drawing: object }>['of']

const pinnedDate = z.iso.date().optional()

export const exports = {
  /** A network with positions, colours and scores, for Gephi, VOSviewer, programs that read GraphML, and scripts. */
  'exports.graph': exporting<ExportedFile>()(
    z.strictObject({
      drawing: networkDrawing,
      format: z.enum(formatNames(GRAPH_FORMATS)),
      colour: z.enum(COLOURS).default('cluster'),
      language,
      date: pinnedDate,
    }),
  ),
  /** `csv` is RFC 4180 in UTF-8; `csv-excel` adds a byte-order mark and guards cells against formulas. */
  'exports.table': exporting<ExportedFile>()(
    z.strictObject({
      table: tableRequest,
      format: z.enum(formatNames(TABLE_FORMATS)),
      language,
      date: pinnedDate,
    }),
  ),
  'exports.figure': exporting<ExportedFile>()(
    z.strictObject({
      figure: figureRequest,
      format: z.enum(formatNames(PICTURE_FORMATS)),
      language,
      /** Overrides the computed finding as the figure's title. */
      title: z.string().trim().max(300).optional(),
      theme: z.enum(['light', 'dark']).default('light'),
      /** Size on paper; text keeps its size in points at every resolution. */
      widthMm: z.number().min(40).max(1000).default(180),
      heightMm: z.number().min(30).max(1000).optional(),
      dpi: z.int().min(72).max(600).default(300),
      transparent: z.boolean().default(false),
      date: pinnedDate,
    }),
  ),
} as const
