/** A page of a report as the export of its figure. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { PageSize, ReportContent, ReportPage } from '../../../shared/contract/reports.ts'
import type { FigureFormat, ReportFormat } from '../../../shared/domain/file-formats.ts'
import type { FigurePresetName } from '../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGES } from '../../../shared/domain/language.ts'
import { exports } from '../../../shared/contract/exports.ts'

export type FigureInput = ParsedInputOf<'exports.figure'>

/** Slides of a size; a page of paper holds the figure at the width of its text. */
const PRESETS: Record<PageSize, FigurePresetName> = {
  '16:9': 'slide-full',
  '4:3': 'slide-4x3',
  a4: 'a4-page',
}

/** A presentation has no pages of paper, a document no slides. */
export function presetFor(size: PageSize, format: ReportFormat): FigurePresetName {
  if (format === 'docx') return 'a4-page'
  return format === 'pptx' && size === 'a4' ? 'slide-full' : PRESETS[size]
}

export const languagesOf = ({ language }: Pick<ReportContent, 'language'>): readonly Language[] =>
  language === 'both' ? LANGUAGES : [language]

export interface PageLook {
  language: Language
  preset: FigurePresetName
  format: FigureFormat
  theme: ReportContent['theme']
  /** Number of the first of its plates. */
  page: number
  fonts: FigureInput['fonts']
  date: string | undefined
  /** The office's own template, as the host knows it. */
  template?: string | undefined
  /** Without the reader's own words: as computed. */
  computed?: boolean
}

/** What the reader wrote stands in place of what is computed, in the language it was written in. */
export function pageInput(
  { figure, title, subtitle, alt, notes, view }: ReportPage,
  { language, preset, format, theme, page, fonts, date, template, computed = false }: PageLook,
): FigureInput {
  const own = (key: string, words: Record<Language, string>) =>
    computed || words[language].trim() === '' ? {} : { [key]: words[language] }
  return exports['exports.figure'].input.parse({
    figure,
    format,
    language,
    preset,
    theme,
    page,
    fonts,
    ...own('title', title),
    ...own('subtitle', subtitle),
    ...own('alt', alt),
    ...own('notes', notes),
    ...(view !== null && { view }),
    ...(date !== undefined && { date }),
    ...(template !== undefined && { template }),
  })
}
