/** What all slides of a deck share: the package, the slide's size and layout, and the counters of charts and pictures. */
import type { Rectangle, TextRole } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { WriteOptions } from '../plate/writers/writer.ts'
import type { Look } from './look.ts'
import type { OfficePackage } from './package.ts'
import type { TextFaces } from './text-box.ts'

/** Texts that are placeholders of the layout, so that outlines, readers and other templates find them. */
export const HELD_ROLES = ['title', 'subtitle', 'source', 'page'] as const
export type HeldRole = (typeof HELD_ROLES)[number]
export const isHeld = (role: TextRole): role is HeldRole => (HELD_ROLES as readonly string[]).includes(role)

/** A placeholder of the layout. */
export interface Holder {
  /** Attributes of `p:ph`. */
  type: string
  idx: string | undefined
  /** Where the layout has it, in points; a text elsewhere says its own place. Null where the layout does not say. */
  box: Rectangle | null
  /** Size of its text in points; a text of another size says so. Null: not known; `layout`: always the layout's. */
  size: number | 'layout' | null
}

/** Master, layout and colours of a deck: ours, or those of the office's template. */
export interface DeckBase {
  /** Of the slide, in points. */
  width: number
  height: number
  /** Names of the parts of the masters, and the ids that the presentation knows them by. */
  masters: string[]
  masterIds: (string | number)[]
  theme: string
  /** Name of the part of the slides' layout, and of the master of their notes. */
  layout: string
  notesMaster: string
  holders: Partial<Record<HeldRole, Holder>>
  /** Whether holders keep the layout's place and face, as in a template of the office. */
  theirs: boolean
  look(plate: Plate): Look
  /** XML of a background of the slide's own; empty where the master's is right. */
  background(plate: Plate): string
}

export interface Deck {
  target: OfficePackage
  base: DeckBase
  options: WriteOptions
  faces: TextFaces
  charts: number
  pictures: number
}

/** The slide that is being written. */
export interface SlidePage {
  deck: Deck
  /** Its parts stand where they stand on the slide. */
  plate: Plate
  look: Look
  /** Name of its part, from which charts and pictures are related. */
  part: string
  /** Id of the last shape; 1 is the slide's tree. Shared by all that writes the slide. */
  ids: { last: number }
  /** Parts stand in one group: nothing is a placeholder, and tables are drawn, as no group may hold one. */
  grouped: boolean
  /** The slide's number; null where it is not the plate's, so that no field may count it. */
  number: number | null
}
