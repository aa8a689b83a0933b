/** Plates as a text document: title, native tables, pictures with their words, source and notes. */
import { LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import type { Part, TablePart } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateScene } from '../../../../shared/plates/to-scene.ts'
import { rasterise } from '../../figure/rasterise.ts'
import { writeSvg } from '../../figure/svg.ts'
import type { DocumentBlock } from '../../office/document.ts'
import { writeDocument } from '../../office/document.ts'
import { figureAlone } from '../figure-alone.ts'
import { proseOf } from '../prose.ts'
import type { PlateWriter, WriteOptions } from './writer.ts'

export const writePlatesDocx: PlateWriter = async (plates, options) => {
  const [first] = plates
  if (!first) throw new Error('no plate to write')
  const blocks: DocumentBlock[] = []
  for (const [i, plate] of plates.entries()) {
    options.signal?.throwIfAborted()
    const own = options.ownNotes[i] ?? ''
    blocks.push(
      { kind: 'heading', level: 1, text: plate.title },
      ...(await plateBlocks(plate, options)),
      ...(options.notes ? noteBlocks(plate, own) : []),
    )
  }
  const bytes = writeDocument(blocks, {
    title: options.title ?? first.title,
    language: first.language,
    date: options.date,
    stamp: options.stamp,
    fonts: options.fonts,
    foot: first.source,
  })
  return { bytes, width: null, height: null, suffix: '' }
}

/** Pixels an inch of the pictures. */
const DPI = 220

type PictureOptions = Pick<WriteOptions, 'metrics' | 'fontsDir'>

/** A plate below its title: what it shows in a line, the figure or its tables, and the source. */
async function plateBlocks(plate: Plate, options: PictureOptions): Promise<DocumentBlock[]> {
  const said = (text: string, style: 'subtitle' | 'source'): DocumentBlock[] =>
    text === '' ? [] : [{ kind: 'text', style, text }]
  return [
    ...said(plate.subtitle, 'subtitle'),
    ...(await figureBlocks(plate, options)),
    ...said(plate.source, 'source'),
  ]
}

/** The figure alone: native tables, words, or a picture. */
export async function figureBlocks(plate: Plate, options: PictureOptions): Promise<DocumentBlock[]> {
  const { parts } = figureAlone(plate)
  const tables = parts.filter((part): part is TablePart => part.kind === 'table')
  const isTables = tables.length > 0 && parts.every(({ kind }) => kind === 'table' || kind === 'line')
  if (isTables) return tables.map((table) => ({ kind: 'table', table, theme: 'light' }))
  const prose = parts.every((part) => part.kind === 'line' || isBody(part)) ? proseOf(plate) : []
  if (prose.length > 0) return prose.map(({ text }) => ({ kind: 'text', style: 'body', text }))
  return parts.length > 0 ? [await picture(plate, options)] : []
}

function noteBlocks(plate: Plate, own: string): DocumentBlock[] {
  const sections = plate.notes.filter(({ text }) => text !== plate.title)
  return [
    ...(own === '' ? [] : [{ kind: 'text', style: 'body', text: own } as const]),
    ...sections.flatMap(({ head, text }): DocumentBlock[] => [
      { kind: 'heading', level: 3, text: head },
      { kind: 'text', style: 'body', text },
    ]),
  ]
}

const isBody = (part: Part): boolean => part.kind === 'text' && part.role === 'body'

/** The figure without the words that stand in the document itself, cut to where it is drawn. */
async function picture(plate: Plate, { metrics, fontsDir }: PictureOptions): Promise<DocumentBlock> {
  const { parts, view } = figureAlone(plate, true)
  const scene = plateScene({ ...plate, theme: 'light', transparent: true, parts }, metrics.width)
  const write = (wide: number, high: number) =>
    writeSvg(scene, {
      view,
      width: String(wide),
      height: String(high),
      language: LANGUAGE_MARKS[plate.language].svg,
      title: plate.title,
      description: plate.alt,
      citation: [],
      covers: metrics.covers,
    })
  const pixels = (points: number) => Math.max(1, Math.round((points / 72) * DPI))
  const { png } = await rasterise(write(pixels(view.width), pixels(view.height)), fontsDir)
  return {
    kind: 'picture',
    name: plate.title,
    alt: plate.alt,
    png,
    svg: write(Math.round(view.width * 1.3333), Math.round(view.height * 1.3333)),
    width: view.width,
    height: view.height,
  }
}
