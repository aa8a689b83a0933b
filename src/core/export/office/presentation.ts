/** A deck: the presentation's part around master, slides and notes. */
import type { Plate } from '../../../shared/plates/plate.ts'
import type { WriteOptions } from '../plate/writers/writer.ts'
import type { Deck } from './deck.ts'
import { NOTES_SIZE } from './notes-master.ts'
import { ownBase } from './own-base.ts'
import { addProperties, OfficePackage, ROOT } from './package.ts'
import { addSlide } from './slide.ts'
import { slideName } from './slide-names.ts'
import { NO_STYLE } from './table-xml.ts'
import { templateBase } from './template-base.ts'
import { el, emu, namespaces } from './xml.ts'

const PRESENTATION = 'ppt/presentation.xml'
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.'
const STYLES = 'ppt/tableStyles.xml'
const FIRST_SLIDE_ID = 256

/** A deck of plates, one a slide. @throws AppError template-… where the office's template cannot be used */
export async function writeDeck(plates: readonly Plate[], options: WriteOptions): Promise<Uint8Array> {
  const [first] = plates
  if (!first) throw new Error('no plate to write')
  const target = new OfficePackage()
  const faces = { fonts: options.fonts, metrics: options.metrics }
  const { template, fonts } = options
  const base = template ? templateBase(template, first, target, fonts) : ownBase(first, target, fonts, faces)
  const deck: Deck = { target, base, options, faces, charts: 0, pictures: 0 }
  const number = first.page ?? 1
  for (const [index, plate] of plates.entries()) {
    options.signal?.throwIfAborted()
    await addSlide(plate, index, number, deck)
  }
  addPresentation(plates.length, number, deck)
  addProperties(target, {
    title: options.title ?? first.title,
    subject: first.subtitle,
    language: first.language,
    date: options.date,
    stamp: options.stamp,
    slides: plates.length,
  })
  return target.bytes()
}

function addPresentation(slides: number, first: number, { target, base }: Deck): void {
  const relate = (type: string, name: string) => target.relate(PRESENTATION, type, name)
  target.relate(ROOT, 'officeDocument', PRESENTATION)
  const masters = base.masters.map((name) => relate('slideMaster', name))
  const notes = relate('notesMaster', base.notesMaster)
  const ids = Array.from({ length: slides }, (_, i) => relate('slide', slideName(i + 1)))
  relate('theme', base.theme)
  relate('tableStyles', STYLES)
  target.add(STYLES, el('a:tblStyleLst', { ...namespaces('a'), def: NO_STYLE }), `${TYPE}tableStyles+xml`)
  target.add(
    PRESENTATION,
    el(
      'p:presentation',
      { ...namespaces('a', 'r', 'p'), firstSlideNum: first === 1 ? undefined : first, saveSubsetFonts: 1 },
      el(
        'p:sldMasterIdLst',
        {},
        ...masters.map((id, i) => el('p:sldMasterId', { id: base.masterIds[i], 'r:id': id })),
      ),
      el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notes })),
      el('p:sldIdLst', {}, ...ids.map((id, i) => el('p:sldId', { id: FIRST_SLIDE_ID + i, 'r:id': id }))),
      el('p:sldSz', { cx: emu(base.width), cy: emu(base.height) }),
      el('p:notesSz', { cx: emu(NOTES_SIZE.width), cy: emu(NOTES_SIZE.height) }),
    ),
    `${TYPE}presentation.main+xml`,
  )
}
