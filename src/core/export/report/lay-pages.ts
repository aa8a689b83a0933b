/** The pages of a report laid out one after the other, each in every language of the report in turn. */
import type { ReportContent, ReportPage } from '../../../shared/contract/reports.ts'
import type { FigurePreset } from '../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../context.ts'
import type { CitationLine } from '../citation.ts'
import { layOut } from '../plate/answer-plate.ts'
import type { Laid } from '../plate/answer-plate.ts'
import type { PageLook } from './page-input.ts'
import { languagesOf, pageInput } from './page-input.ts'

export interface LaidPage {
  page: ReportPage
  language: Language
  /** From 1; a page of several plates has several. */
  number: number
  plates: Plate[]
  citation: readonly CitationLine[]
  laid: Laid
}

type Look = Omit<PageLook, 'language' | 'page' | 'theme'> & {
  /** Another size than that of the preset. */
  room?: FigurePreset
}

/** @throws AppError of a page's figure. */
export async function layPages(
  content: ReportContent,
  look: Look,
  context: ReaderContext,
  languages: readonly Language[] = languagesOf(content),
): Promise<LaidPage[]> {
  const pages: LaidPage[] = []
  let number = 1
  for (const page of content.pages) {
    for (const language of languages) {
      const laid = await layOut(
        pageInput(page, { ...look, language, theme: content.theme, page: number }),
        context,
        look.room,
      )
      pages.push({ page, language, number, plates: laid.plates, citation: laid.options.citation, laid })
      number += laid.plates.length
    }
  }
  return pages
}
