/** What is done to a report's pages: pure steps from one content to the next. */
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ReportContent, ReportPage } from '../../../../shared/contract/reports.ts'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { newPageId } from '../../stores/useReport.ts'

export const indexOf = (content: ReportContent, id: string | null): number =>
  content.pages.findIndex((page) => page.id === id)

/** The page moved by `steps`, as far as the ends allow. */
export function movePage(content: ReportContent, id: string, steps: number): ReportContent {
  const from = indexOf(content, id)
  return from < 0 ? content : putPage(content, id, from + steps)
}

/** The page at place `to`, from 0; the others close up. */
export function putPage(content: ReportContent, id: string, to: number): ReportContent {
  const page = content.pages[indexOf(content, id)]
  if (!page) return content
  const others = content.pages.filter((each) => each.id !== id)
  const place = Math.max(0, Math.min(others.length, to))
  return { ...content, pages: [...others.slice(0, place), page, ...others.slice(place)] }
}

export const takeOut = (content: ReportContent, id: string): ReportContent => ({
  ...content,
  pages: content.pages.filter((page) => page.id !== id),
})

/** A page after the one named, or at the end. */
export function insertAfter(content: ReportContent, id: string | null, page: ReportPage): ReportContent {
  const at = indexOf(content, id)
  const place = at < 0 ? content.pages.length : at + 1
  return { ...content, pages: [...content.pages.slice(0, place), page, ...content.pages.slice(place)] }
}

export const replacePage = (content: ReportContent, page: ReportPage): ReportContent => ({
  ...content,
  pages: content.pages.map((each) => (each.id === page.id ? page : each)),
})

/** With the numbers that a page had at a version of the dataset; its words stay as they are. */
export const withNumbers = (
  content: ReportContent,
  id: string,
  numbers: Pick<ReportPage, 'version' | 'numbers'>,
): ReportContent => ({
  ...content,
  pages: content.pages.map((each) => (each.id === id ? { ...each, ...numbers } : each)),
})

const NOTHING = { en: '', zh: '' } as const

/** A page of its own words and figure, without a snapshot yet. */
function newPage(figure: ReportPage['figure']): ReportPage {
  return {
    id: newPageId(),
    figure,
    title: { ...NOTHING },
    subtitle: { ...NOTHING },
    alt: { ...NOTHING },
    notes: { ...NOTHING },
    view: null,
    version: '',
    numbers: [],
  }
}

/** Pages that no view offers and no query stands behind. */
export const plainPage = (of: 'text' | 'method', dataset: string): ReportPage =>
  newPage(of === 'text' ? { of, dataset, body: { ...NOTHING } } : { of, dataset })

const PRESETS: Record<ReportContent['size'], FigurePresetName> = {
  '16:9': 'slide-full',
  '4:3': 'slide-4x3',
  a4: 'a4-page',
}

/** How a page is asked for to be seen. @param number from 1 */
export function previewOf(
  page: ReportPage,
  content: Pick<ReportContent, 'size' | 'theme'>,
  language: Language,
  number: number,
): InputOf<'exports.preview'> {
  const title = page.title[language]
  const subtitle = page.subtitle[language]
  return {
    figure: page.figure,
    format: 'pptx',
    preset: PRESETS[content.size],
    language,
    theme: content.theme,
    page: number,
    ...(title === '' ? {} : { title }),
    ...(subtitle === '' ? {} : { subtitle }),
  }
}

/** Whether a page no longer says what its data say. */
export const isStale = (state: { changed: readonly unknown[] } | undefined): boolean =>
  (state?.changed.length ?? 0) > 0
