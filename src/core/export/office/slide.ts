/** A plate as a slide: its part, its notes, and how both are related. */
import type { Part } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { Deck, SlidePage } from './deck.ts'
import { addNotes } from './notes-xml.ts'
import type { Placement } from './place.ts'
import { fitted, placedParts } from './place.ts'
import { slideName, TREE_ROOT } from './slide-names.ts'
import { slideParts } from './slide-parts.ts'
import { el, namespaces } from './xml.ts'

const SLIDE_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'

/** Where the plate stands on the deck's slides. */
export function placementOf(plate: Plate, deck: Pick<Deck, 'base'>): Placement {
  const { on } = plate
  const sheet = on ?? plate
  const at = fitted(sheet, deck.base)
  return on ? { ...at, dx: at.dx + on.x * at.scale, dy: at.dy + on.y * at.scale } : at
}

/** Adds the slide and its notes. @param index from 0; @param first number of the deck's first slide */
export async function addSlide(plate: Plate, index: number, first: number, deck: Deck): Promise<void> {
  const { target, base } = deck
  const part = slideName(index + 1)
  const moved = { ...plate, parts: placedParts(plate.parts, placementOf(plate, deck)) }
  target.relate(part, 'slideLayout', base.layout)
  const page: SlidePage = {
    deck,
    plate: moved,
    look: base.look(plate),
    part,
    ids: { last: 1 },
    grouped: false,
    number: first + index,
  }
  const shapes = await slideParts(onSlide(moved), page)
  const notes = addNotes(plate, index, deck)
  if (notes !== null) target.relate(part, 'notesSlide', notes)
  target.add(
    part,
    el(
      'p:sld',
      namespaces('a', 'r', 'p'),
      el('p:cSld', {}, base.background(plate), el('p:spTree', {}, TREE_ROOT, shapes)),
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
    ),
    SLIDE_TYPE,
  )
}

/** A figure for a part of a slide is one group, so that it is moved as a whole. */
function onSlide({ on, parts, title, alt }: Plate): readonly Part[] {
  return on ? [{ kind: 'group', name: title, alt, parts: [...parts] }] : parts
}
