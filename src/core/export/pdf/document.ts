/** A PDF that is read aloud as well as seen: PDF/UA-1, tagged, with its language, its title, and whole embedded faces. */
import PDFDocument from 'pdfkit'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'
import { escapeXml } from '../figure/svg.ts'
import { trueTypeFace } from '../fonts/faces.ts'
import { STAMP_NAME, stampText } from '../stamp.ts'
import type { FileStamp } from '../stamp.ts'

export interface PdfOptions {
  title: string
  /** What the file is cited by, a line each. */
  subject: string
  language: Language
  /** Written as the date of creation and of change. */
  date: Date
  stamp: FileStamp
  fontsDir: string
  metrics: TextMetrics
}

export type Pdf = InstanceType<typeof PDFDocument>
export type Structure = ReturnType<Pdf['struct']>

/** What the library does when a file ends; its types do not name it. */
interface Ending {
  info: Record<string, unknown>
  appendXML(xml: string): void
  endMetadata(): void
}

/** Namespace of the view in the metadata. */
const VIEW_NAMESPACE = 'urn:science-cities:view'

export interface OpenPdf {
  doc: Pdf
  /** Everything that is read stands in it, in reading order. */
  root: Structure
  metrics: TextMetrics
  /** Ends the file. */
  bytes(): Promise<Buffer<ArrayBuffer>>
}

export function openPdf({ title, subject, language, date, stamp, fontsDir, metrics }: PdfOptions): OpenPdf {
  const said = stampText(stamp)
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    // The types know the archive subsets alone.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGE_MARKS[language].svg,
    autoFirstPage: false,
    // None of the library's faces: they are not embedded.
    font: '',
    margin: 0,
    info: {
      Title: title,
      Subject: subject,
      Creator: 'Science Cities',
      Producer: 'Science Cities',
      CreationDate: date,
      ModDate: date,
      ...{ [STAMP_NAME]: said },
    },
  })
  for (const weight of [400, 600] as const) doc.registerFont(String(weight), trueTypeFace(fontsDir, weight))
  const ending = doc as unknown as Ending
  const endMetadata = ending.endMetadata.bind(doc)
  // The library puts the file's properties into XML as they are.
  ending.endMetadata = () => {
    const escaped = Object.entries(ending.info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ])
    ending.info = Object.fromEntries(escaped) as Ending['info']
    ending.appendXML(
      `<rdf:Description rdf:about="" xmlns:sc="${VIEW_NAMESPACE}"><sc:${STAMP_NAME}>${escapeXml(said)}</sc:${STAMP_NAME}></rdf:Description>`,
    )
    endMetadata()
  }
  const chunks: Buffer[] = []
  const written = new Promise<Buffer<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => {
      resolve(Buffer.concat(chunks))
    })
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  return {
    doc,
    root,
    metrics,
    bytes() {
      root.end()
      doc.end()
      return written
    },
  }
}

/** Draws what is seen but not read: rules, grounds, page numbers. */
export function artifact(doc: Pdf, type: 'Layout' | 'Pagination' | 'Page', draw: () => void): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}
