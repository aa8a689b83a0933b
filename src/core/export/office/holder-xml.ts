/** Placeholders of a slide: title, subtitle, source and page number, which take place and look from the layout. */
import { translate } from '../../../shared/i18n/index.ts'
import { joinLines } from '../../../shared/figures/text.ts'
import type { Rectangle, TextPart } from '../../../shared/plates/parts.ts'
import type { Holder, SlidePage } from './deck.ts'
import type { Look } from './look.ts'
import { runLanguage } from './look.ts'
import { naming } from './naming.ts'
import { named, preset, transform } from './shape-xml.ts'
import { lineTexts, textBox } from './text-box.ts'
import { el, words } from './xml.ts'

/** The words are kept whole, so that they break anew in another face. */
export function holderShape(part: TextPart, holder: Holder, page: SlidePage): string {
  const box = textBox(part, page.deck.faces)
  const keeps = keepsPlace(box, holder, page)
  const { type, idx } = holder
  const name = naming(page, translate(page.plate.language, `exports.office.${part.role}`))
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      named(name),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { type, sz: type === 'title' ? undefined : 'quarter', idx })),
    ),
    el('p:spPr', {}, !keeps && transform(box), !keeps && preset('rect')),
    el('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', paragraph(part, holder, page)),
  )
}

/** In the office's template a title stays where the template has it, unless it would touch what is below. */
function keepsPlace(box: Rectangle, holder: Holder, { deck, plate }: SlidePage): boolean {
  if (holder.size === 'layout') return true
  if (holder.box === null) return false
  if (!deck.base.theirs) return sameBox(box, holder.box)
  const below = plate.parts.find((part): part is TextPart => part.kind === 'text' && part.role === 'subtitle')
  const bottom = holder.box.y + holder.box.height
  return holder.type !== 'title' || !below || bottom <= textBox(below, deck.faces).y + 1
}

const sameBox = (a: Rectangle, b: Rectangle): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.05)

/** Size is said where it is not the layout's; face, weight and colour are always the layout's. */
function paragraph(part: TextPart, { size }: Holder, { look, number }: SlidePage): string {
  const same = size === 'layout' || (size !== null && Math.abs(size - part.size) < 0.05)
  const attributes = {
    ...runLanguage(look.language),
    sz: same ? undefined : Math.round(part.size * 100),
    dirty: 0,
  }
  const text = joinLines(lineTexts(part))
  const properties = el('a:rPr', attributes)
  const field = part.role === 'page' && number !== null && String(number) === text
  const content = field ? pageField(text, look) : el('a:r', {}, properties, words('a:t', text))
  return el('a:p', {}, text !== '' && content, el('a:endParaRPr', attributes))
}

/** The slide's number, counted by the program that shows it. */
export const pageField = (text: string, look: Look): string =>
  el(
    'a:fld',
    { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
    el('a:rPr', runLanguage(look.language)),
    words('a:t', text),
  )
