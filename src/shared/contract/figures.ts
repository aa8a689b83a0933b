/** What can be asked to leave the app: the rows of a view, and its figures. */
import { z } from 'zod'
import { COLOURS } from '../domain/drawing-names.ts'
import { LEAST_ROWS, MOST_ROWS, USUAL_ROWS } from '../domain/figure-rows.ts'
import { changesInput } from './changes.ts'
import { collaborationInput } from './collaborations.ts'
import { datasetRef, rowLimit, text } from './common.ts'
import { derivationInput, partsInput } from './derivation.ts'
import { comparisonInput, profileInput } from './cities.ts'
import { institutionInput, institutionProfileInput } from './institutions.ts'
import { mapDrawing, multiplesDrawing, networkDrawing } from './drawings.ts'
import { rankingInput, risingInput } from './rankings.ts'

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
  /** The changes that an edition prints. */
  z.strictObject({ of: z.literal('changes'), input: changesInput }),
  z.strictObject({
    of: z.literal('institutions'),
    input: institutionInput.extend({ limit: rowLimit(5000) }),
  }),
  /** The articles behind a Share or a score. */
  z.strictObject({ of: z.literal('derivation'), input: derivationInput }),
  /** What a Share or a score consists of, by one kind. */
  z.strictObject({ of: z.literal('parts'), input: partsInput }),
  /** What a network draws, with positions; `language` of the drawing gives way to that of the file. */
  z.strictObject({ of: z.literal('network'), part: z.enum(['nodes', 'edges']), drawing: networkDrawing }),
  z.strictObject({ of: z.literal('map'), drawing: mapDrawing }),
])
export type TableRequest = z.infer<typeof tableRequest>

const top = (of: keyof typeof USUAL_ROWS) => z.int().min(LEAST_ROWS).max(MOST_ROWS).default(USUAL_ROWS[of])
/** Id of the row being read; it is drawn also where it is not among the leading ones. */
const highlight = text.optional()

/** The figures that are drawn; what each asks for. Its builder, its answer and its words are asked for by the compiler. */
export const figureRequest = z.discriminatedUnion('of', [
  /** Bars of Share, top N of the ranking with its filters. */
  z.strictObject({
    of: z.literal('ranking-bars'),
    input: rankingInput,
    top: top('ranking-bars'),
    highlight,
  }),
  /** Dots of Count ÷ Share, top N of the ranking. */
  z.strictObject({
    of: z.literal('count-per-share'),
    input: rankingInput,
    top: top('count-per-share'),
    highlight,
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
  /** From a first to a last year, on a logarithmic axis with the floor, or as slopes. Of computed indexes only. */
  z.strictObject({
    of: z.literal('rising'),
    input: risingInput,
    top: top('rising'),
    highlight,
    shape: z.enum(['tracks', 'slopes']).default('tracks'),
  }),
  /** The changes that an edition prints, by subject and period. */
  z.strictObject({ of: z.literal('printed-changes'), input: changesInput.omit({ limit: true }), highlight }),
  /** Share by subject and year with scope breaks; where there is room the subject profile beside it. */
  z.strictObject({ of: z.literal('city-series'), input: profileInput }),
  /** The city's weight of each subject against the whole index. */
  z.strictObject({ of: z.literal('city-profile'), input: profileInput }),
  /** Bars of a city's institutions, with the rest of its Share. */
  z.strictObject({
    of: z.literal('city-institutions'),
    input: institutionInput,
    top: top('city-institutions'),
    highlight,
  }),
  /** As a city's; of computed indexes only. */
  z.strictObject({ of: z.literal('institution-series'), input: institutionProfileInput }),
  z.strictObject({ of: z.literal('institution-profile'), input: institutionProfileInput }),
  /** Two to six cities: series by subject, ratios and differences from the reference. */
  z.strictObject({
    of: z.literal('compare'),
    input: comparisonInput,
    /** Id of the city that the others are measured against; without it the first. */
    reference: text.optional(),
  }),
  /** Pairs by bilateral collaboration score: grouped by city, or the partners of one. */
  z.strictObject({ of: z.literal('pairs'), input: collaborationInput, top: top('pairs'), highlight }),
  /** One number in large type, a sentence, and the bars that carry it: the chosen city against the one before or after. */
  z.strictObject({ of: z.literal('finding'), input: rankingInput, highlight }),
  /** The cover of a brief: a city's five readouts above all Shares of the ranking. */
  z.strictObject({ of: z.literal('cover'), input: profileInput }),
  /** A view's rows as a native table, at most as many as a slide holds. */
  z.strictObject({ of: z.literal('table'), table: tableRequest, highlight }),
  /** How the figures were made, and how they are cited. */
  z.strictObject({ of: z.literal('method'), dataset: datasetRef }),
  /** Words of the reader's own, a paragraph a line. */
  z.strictObject({
    of: z.literal('text'),
    dataset: datasetRef,
    body: z.strictObject({ en: z.string().max(5000), zh: z.string().max(5000) }),
  }),
])
export type FigureRequest = z.infer<typeof figureRequest>
export type FigureKind = FigureRequest['of']
type Figures = { [F in FigureRequest as F['of']]: F }
export type FigureOf<K extends FigureKind> = Figures[K]
/** The charts that Chart.js draws, on screens and in files of any size. */
export type ChartKind = 'ranking-bars' | 'count-per-share' | 'rank-history'
/** Figures that a view shows as they leave; the others are laid out for a slide or a page alone. */
export type ViewFigureKind = ChartKind | 'network' | 'network-multiples' | 'map'
