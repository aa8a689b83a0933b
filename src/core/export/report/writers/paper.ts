/** A report as an A4 PDF that is read like a paper: text and figures in columns, one language after the other. */
import { PALETTES } from '../../../../shared/figures/palette.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ReaderContext } from '../../../context.ts'
import { openPdf } from '../../pdf/document.ts'
import type { LaidPage } from '../lay-pages.ts'
import { layPages } from '../lay-pages.ts'
import { languagesOf } from '../page-input.ts'
import { drawEdition } from '../paper/document.ts'
import { roomsFor } from '../paper/measures.ts'
import type { PaperPage } from '../paper/sections.ts'
import type { ReportFile, ReportWriter } from './report-writer.ts'

export const writePaper: ReportWriter = async (report, context) => {
  const { asked, title, stamp, date } = report
  const languages = languagesOf(asked.content)
  const editions = new Map<Language, PaperPage[]>()
  for (const language of languages) editions.set(language, await paperPages(report, language, context))
  const all = [...editions.values()].flat()
  const [first] = all
  if (!first) throw new Error('a report without a page')
  const { citation, fontsDir, metrics } = first.laid.options
  const pdf = openPdf({
    title,
    subject: citation.map(([label, value]) => `${label}: ${value}`).join('\n'),
    language: first.language,
    date,
    stamp: stamp(all.flatMap(({ plates }) => plates.flatMap(({ numbers }) => numbers))),
    fontsDir,
    metrics,
  })
  const pen = { pdf, palette: PALETTES[asked.content.theme], measure: metrics.width }
  let from = 1
  for (const [language, pages] of editions)
    from += drawEdition(pen, { pages, language, title, several: languages.length > 1, from })
  return pdf.bytes()
}

async function paperPages(
  report: ReportFile,
  language: Language,
  context: ReaderContext,
): Promise<PaperPage[]> {
  const pages: PaperPage[] = []
  for (const page of report.asked.content.pages)
    pages.push(...(await paperPage(page, report, language, context)))
  return pages
}

type Page = LaidPage['page']

/** In the narrowest room that holds its names. */
async function paperPage(
  page: Page,
  { asked: { content, date, fonts } }: ReportFile,
  language: Language,
  context: ReaderContext,
): Promise<PaperPage[]> {
  const rooms = roomsFor(page.figure.of)
  for (const [i, { span, preset, room }] of rooms.entries()) {
    const look = { format: 'pdf' as const, fonts, preset, room, date }
    const laid = await layPages({ ...content, pages: [page] }, look, context, [language])
    const isCut = laid.some(({ plates }) => plates.some(({ warnings }) => warnings.includes('names-cut')))
    if (!isCut || i === rooms.length - 1) return laid.map((each) => ({ ...each, span }))
  }
  return []
}
