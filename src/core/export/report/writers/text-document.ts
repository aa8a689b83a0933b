/** A report as a text document: headings, numbered captions, pictures and native tables, one language after the other. */
import type { Language } from '../../../../shared/domain/language.ts'
import type { ReaderContext } from '../../../context.ts'
import type { DocumentBlock } from '../../office/document.ts'
import { writeDocument } from '../../office/document.ts'
import { proseOf } from '../../plate/prose.ts'
import type { Prose } from '../../plate/prose.ts'
import { figureBlocks } from '../../plate/writers/docx.ts'
import type { LaidPage } from '../lay-pages.ts'
import { layPages } from '../lay-pages.ts'
import { languagesOf } from '../page-input.ts'
import { isProse, pageRoomFor } from '../paper/measures.ts'
import { linesOf, measuresHead, noteOf, Told } from '../told.ts'
import type { ReportFile, ReportWriter } from './report-writer.ts'

export const writeTextDocument: ReportWriter = async (report, context) => {
  const { asked, title, stamp, date } = report
  const blocks: DocumentBlock[] = []
  const all: LaidPage[] = []
  for (const language of languagesOf(asked.content)) {
    const pages = await laidIn(language, report, context)
    if (all.length > 0) blocks.push({ kind: 'page-break' })
    blocks.push(...(await editionBlocks(pages, language, title)))
    all.push(...pages)
  }
  const [first] = all
  if (!first) throw new Error('a report without a page')
  return writeDocument(blocks, {
    title,
    language: first.language,
    date,
    stamp: stamp(all.flatMap(({ plates }) => plates.flatMap(({ numbers }) => numbers))),
    fonts: asked.fonts,
    foot: first.plates[0]?.source ?? '',
  })
}

async function laidIn(
  language: Language,
  { asked: { content, date, fonts } }: ReportFile,
  context: ReaderContext,
): Promise<LaidPage[]> {
  const pages: LaidPage[] = []
  for (const page of content.pages) {
    const { preset, room } = pageRoomFor(page.figure.of)
    const look = { format: 'docx' as const, fonts, preset, room, date }
    // Paper is white: a document has no dark page.
    const alone = { ...content, theme: 'light' as const, pages: [page] }
    pages.push(...(await layPages(alone, look, context, [language])))
  }
  return pages
}

/** What the measures mean stands once, at the end. */
async function editionBlocks(
  pages: readonly LaidPage[],
  language: Language,
  title: string,
): Promise<DocumentBlock[]> {
  const told = new Told()
  const blocks: DocumentBlock[] = []
  const [first] = pages
  const isCover = first?.page.figure.of === 'cover'
  if (!isCover) blocks.push({ kind: 'heading', level: 1, text: title })
  for (const page of pages) blocks.push(...(await pageBlocks(page, told, page === first && isCover)))
  const definitions = told.once(pages.flatMap((page) => noteOf(page, 'method').lines))
  if (definitions.length > 0)
    blocks.push({ kind: 'heading', level: 2, text: measuresHead(language) }, ...definitions.map(body))
  return blocks
}

const body = (text: string): DocumentBlock => ({ kind: 'text', style: 'body', text })

async function pageBlocks(page: LaidPage, told: Told, isCover: boolean): Promise<DocumentBlock[]> {
  const { plates, laid } = page
  const blocks: DocumentBlock[] = []
  for (const plate of plates) {
    blocks.push({ kind: 'heading', level: isCover ? 1 : 2, text: plate.title })
    if (isProse(page.page.figure.of)) {
      blocks.push(...proseOf(plate).map(proseBlock))
      continue
    }
    blocks.push(
      isCover
        ? { kind: 'text', style: 'subtitle', text: plate.subtitle }
        : { kind: 'text', style: 'caption', label: told.numberOf(page), text: plate.subtitle },
      ...(await figureBlocks(plate, laid.options)),
      { kind: 'text', style: 'source', text: plate.source },
    )
  }
  const said = [...linesOf(laid.options.ownNotes[0] ?? ''), ...told.once(noteOf(page, 'howTo').lines)]
  return [...blocks, ...said.map(body)]
}

function proseBlock({ as, text }: Prose): DocumentBlock {
  if (as === 'text') return body(text)
  return as === 'label' ? { kind: 'text', style: 'caption', text } : { kind: 'heading', level: 3, text }
}
