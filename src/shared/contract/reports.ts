import { z } from 'zod'
import { formatNames, REPORT_FORMATS } from '../domain/file-formats.ts'
import type { LANGUAGES } from '../domain/language.ts'
import { PAGE_SIZE_NAMES, REPORT_LANGUAGES, TEMPLATE_NAMES } from '../domain/report-choices.ts'
import type { DatasetStamp } from './common.ts'
import { datasetRef, text } from './common.ts'
import { command, exporting, query } from './define.ts'
import type { ExportedFile } from './exports.ts'
import { figureRequest } from './figures.ts'

/** Words that the reader wrote, in either language; empty means the computed ones. */
const ownWords = (most: number) =>
  z
    .strictObject({
      en: z.string().max(most).default(''),
      zh: z.string().max(most).default(''),
    })
    .prefault({})

/** A number of a page as it was when the page was last renewed. */
const pageNumber = z.strictObject({
  label: z.string().max(300),
  value: z.number(),
  decimals: z.int().min(0).max(6),
  of: z.enum(['printed', 'computed', 'sample']),
})

export const reportPage = z.strictObject({
  /** Made by whoever adds the page; no two pages of a report share one. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  figure: figureRequest,
  title: ownWords(300),
  subtitle: ownWords(500),
  alt: ownWords(300),
  notes: ownWords(5000),
  /** Address of the view it came from; null of pages of a template. */
  view: z.string().max(4000).startsWith('/').nullable().default(null),
  /** Version of the dataset at which `numbers` were taken; empty where never. */
  version: z.string().max(100).default(''),
  numbers: z.array(pageNumber).max(2000).default([]),
})
export type ReportPage = z.infer<typeof reportPage>

export type ReportTemplate = (typeof TEMPLATE_NAMES)[number]
export type PageSize = (typeof PAGE_SIZE_NAMES)[number]

export const reportContent = z.strictObject({
  name: z.string().max(200).default(''),
  template: z.enum(TEMPLATE_NAMES).nullable().default(null),
  size: z.enum(PAGE_SIZE_NAMES).default('16:9'),
  language: z.enum(REPORT_LANGUAGES).default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  pages: z
    .array(reportPage)
    .max(200)
    .refine((pages) => new Set(pages.map(({ id }) => id)).size === pages.length, 'two pages of one id')
    .default([]),
})
export type ReportContent = z.infer<typeof reportContent>

/** A dataset's report as it is kept beside the dataset's file. */
export interface Report extends DatasetStamp {
  content: ReportContent
  /** ISO date-time of the last change; null where nothing is kept yet. */
  savedAt: string | null
  /** What was kept cannot be read: the next save puts it aside (`report.damaged-1.json`) and begins anew. */
  damaged: boolean
}

/** A page as it stands now. */
export interface PageState {
  id: string
  /** Computed words in both languages: what stands where the reader wrote none. */
  title: Record<(typeof LANGUAGES)[number], string>
  subtitle: Record<(typeof LANGUAGES)[number], string>
  alt: Record<(typeof LANGUAGES)[number], string>
  /** Numbers by where they come from. */
  numbers: { printed: number; sample: number; computed: number }
  /** Numbers that are no longer what the page says. */
  changed: { label: string; on: number | null; now: number | null; decimals: number }[]
  /** Code of an error that stands in the way of the page: a city that is no longer there, say. */
  problem: { code: string; values: Record<string, string | number> } | null
  /** Smallest label of the page in points. */
  smallest: number | null
}

export interface ReportCheck extends DatasetStamp {
  pages: PageState[]
}

/** The same brief for any city. */
const brief = {
  dataset: datasetRef,
  language: z.enum(REPORT_LANGUAGES).default('en'),
  size: z.enum(PAGE_SIZE_NAMES).default('16:9'),
  theme: z.enum(['light', 'dark']).default('light'),
  format: z.enum(formatNames(REPORT_FORMATS)).default('pptx'),
  date: z.iso.date().optional(),
}

export const reports = {
  'reports.show': query<Report>()(z.strictObject({ dataset: datasetRef })),
  /** Keeps the report beside the dataset's file. @throws dataset-unknown; disk-full, file-unreadable. */
  'reports.save': command<Report>()(z.strictObject({ dataset: datasetRef, content: reportContent })),
  /** What a template gives for cities: pages that can be changed like any other. @throws city-unknown. */
  'reports.compose': query<{ content: ReportContent }>()(
    z.strictObject({
      dataset: datasetRef,
      template: z.enum(TEMPLATE_NAMES),
      cities: z.array(text).max(6).default([]),
      language: z.enum(REPORT_LANGUAGES).default('en'),
      size: z.enum(PAGE_SIZE_NAMES).default('16:9'),
    }),
  ),
  /** Each page of the content against the dataset at hand. */
  'reports.check': exporting<ReportCheck>()(z.strictObject({ dataset: datasetRef, content: reportContent })),
  /** A page with its numbers as they are now, for "Update page". */
  'reports.renew': exporting<{ page: ReportPage }>()(
    z.strictObject({ dataset: datasetRef, page: reportPage }),
  ),
  /** The whole report as one file. @throws report-empty; those of the figures. */
  'exports.report': exporting<ExportedFile>()(
    z.strictObject({
      dataset: datasetRef,
      content: reportContent,
      format: z.enum(formatNames(REPORT_FORMATS)),
      fonts: z.enum(['office', 'own']).default('office'),
      /** Template of the office (.potx), as the host knows it. */
      template: z.string().max(64).optional(),
      date: z.iso.date().optional(),
    }),
  ),
  /**
   * Makes the brief of one city and keeps it at hand for `exports.briefs`: a batch shows its progress by these and can be
   * left between two. @throws those of `reports.compose` and `exports.report`.
   */
  'reports.brief': exporting<{ city: string; pages: number; bytes: number }>()(
    z.strictObject({ ...brief, city: text }),
  ),
  /** The briefs of several cities as one archive, a file a city; what is not at hand is made. */
  'exports.briefs': exporting<ExportedFile>()(
    z.strictObject({ ...brief, cities: z.array(text).min(1).max(500) }),
  ),
} as const
