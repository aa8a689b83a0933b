/** Speaker notes: the reader's own first, then the plate's, each under its head. */
import { translate } from '../../../shared/i18n/index.ts'
import type { NoteSection, Plate } from '../../../shared/plates/plate.ts'
import type { Deck } from './deck.ts'
import { runLanguage } from './look.ts'
import { slideName, TREE_ROOT } from './slide-names.ts'
import { el, namespaces, words } from './xml.ts'

const NOTES_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml'

/** Adds the notes of a slide and says the name of their part; null where there are none. */
export function addNotes(plate: Plate, index: number, { target, base, options }: Deck): string | null {
  const own = options.ownNotes[index]?.trim() ?? ''
  const sections = options.notes ? plate.notes : []
  if (own === '' && sections.length === 0) return null
  const name = `ppt/notesSlides/notesSlide${index + 1}.xml`
  target.relate(name, 'notesMaster', base.notesMaster)
  target.relate(name, 'slide', slideName(index + 1))
  target.add(name, notesXml(plate, own, sections), NOTES_TYPE)
  return name
}

/** The little slide above the notes. */
export const slideImage = (id: number, name: string, attributes: { idx?: number }, place = ''): string =>
  el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      el('p:nvPr', {}, el('p:ph', { type: 'sldImg', ...attributes })),
    ),
    el('p:spPr', {}, place),
  )

function notesXml(plate: Plate, own: string, sections: readonly NoteSection[]): string {
  const say = (key: string) => translate(plate.language, `exports.office.${key}`)
  const language = runLanguage(plate.language)
  const paragraph = (text: string, bold: boolean) =>
    el(
      'a:p',
      {},
      text !== '' && el('a:r', {}, el('a:rPr', { ...language, b: bold ? 1 : undefined }), words('a:t', text)),
      el('a:endParaRPr', language),
    )
  const lines = (text: string) => text.split(/\r?\n/).map((line) => paragraph(line, false))
  const body = [
    ...(own === '' ? [] : lines(own)),
    ...sections.flatMap(({ head, text }) => [paragraph(head, true), ...lines(text)]),
  ]
  const notes = el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id: 3, name: say('notes') }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { type: 'body', idx: 1 })),
    ),
    '<p:spPr/>',
    el('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', ...body),
  )
  return el(
    'p:notes',
    namespaces('a', 'r', 'p'),
    el('p:cSld', {}, el('p:spTree', {}, TREE_ROOT, slideImage(2, say('slide'), {}), notes)),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )
}
