import type { SlidePage } from './deck.ts'
import type { Naming } from './shape-xml.ts'

const MOST_NAME = 60

/** A name in the list of the slide's shapes, with the next id. */
export function naming(page: SlidePage, name: string, more: Pick<Naming, 'alt' | 'decorative'> = {}): Naming {
  const short = Array.from(name.replace(/\s+/g, ' ').trim()).slice(0, MOST_NAME).join('')
  return { id: ++page.ids.last, name: short, ...more }
}
