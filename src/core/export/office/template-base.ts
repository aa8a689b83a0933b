/** The office's own template as the base of a deck: its masters, layouts, theme and their pictures, and nothing else. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { Tone } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { DeckBase } from './deck.ts'
import type { Fonts, Look } from './look.ts'
import { themeLook } from './look.ts'
import { addNotesMaster } from './notes-master.ts'
import type { OfficePackage } from './package.ts'
import { fitted } from './place.ts'
import type { Archive } from './read-archive.ts'
import { readArchive, relationsIn, typesIn, unreadable, xmlOf } from './read-archive.ts'
import { readTemplate } from './template-layout.ts'
import { el, val } from './xml.ts'

/** A figure made smaller than this has labels that nobody reads from a seat. */
const LEAST_SCALE = 0.7

/** @throws AppError template-unreadable, template-layout, template-size. */
export function templateBase(bytes: Uint8Array, first: Plate, target: OfficePackage, fonts: Fonts): DeckBase {
  const archive = readArchive(bytes)
  const template = readTemplate(archive)
  const { width, height, layout, theme, masters, title, page, ground } = template
  const { scale } = fitted(first.on ?? first, template)
  if (scale < LEAST_SCALE)
    throw new AppError('template-size', 'slides of the template are too small or too narrow')
  copyParts(
    archive,
    masters.map(({ name }) => name),
    target,
  )
  return {
    width,
    height,
    layout,
    masters: masters.map(({ name }) => name),
    masterIds: masters.map(({ id }) => id),
    theme,
    notesMaster: addNotesMaster(target, fonts, first.language),
    holders: {
      title: { type: 'title', idx: title.idx, box: title.box, size: null },
      ...(page ? { page: { type: 'sldNum', idx: page.idx, box: null, size: 'layout' } } : {}),
    },
    theirs: true,
    look: ({ language }) => templateLook(language, ground),
    background: () => '',
  }
}

/** Relations that lead to other parts of a master; all else (slides, scripts, objects) stays behind. */
const TAKEN = /\/(?:slideLayout|slideMaster|theme|image|hdphoto|tags|customXml)$/

/** Copies what can be reached from the masters. Names are kept, so that their references hold. */
function copyParts(archive: Archive, masters: readonly string[], target: OfficePackage): void {
  const typeOf = typesIn(archive)
  const waiting = [...masters]
  while (waiting.length > 0) {
    const name = waiting.pop() ?? ''
    if (target.has(name)) continue
    const bytes = archive[name]
    const type = typeOf(name)
    if (!bytes || type === undefined) throw unreadable(`${name} is missing`)
    if (/xml$/.test(type)) xmlOf(archive, name) // refuses declared entities
    target.add(name, bytes, type)
    for (const relation of relationsIn(archive, name)) {
      const taken = !relation.external && TAKEN.test(relation.type) && archive[relation.target] !== undefined
      const isLink = relation.external && /\/hyperlink$/.test(relation.type)
      // What is named must lead somewhere; a program takes this target for a thing that is not there.
      const to = taken || isLink ? relation.target : 'NULL'
      target.relateAs(name, relation.id, { type: relation.type, target: to, external: !taken })
      if (taken) waiting.push(relation.target)
    }
  }
}

/** Shades of the theme's colours as Office offers them, so that every tone follows the office's own. */
const SHADES: Record<FigureTheme, Partial<Record<Tone, [place: string, mod: number, off: number]>>> = {
  light: {
    data2: ['accent1', 60, 40],
    data3: ['accent1', 40, 60],
    needleText: ['accent2', 75, 0],
    wash: ['accent2', 20, 80],
  },
  dark: {
    data2: ['accent1', 75, 0],
    data3: ['accent1', 50, 0],
    needleText: ['accent2', 60, 40],
    wash: ['accent2', 50, 0],
  },
}
const SUBJECT_WORDS: Partial<Record<Tone, string>> = {
  'chemistry-text': 'accent3',
  'physical-sciences-text': 'accent4',
  'biological-sciences-text': 'accent5',
  'earth-environmental-sciences-text': 'accent6',
}

function templateLook(language: Language, ground: FigureTheme): Look {
  const plain = themeLook(language, ground)
  const shade = (place: string, mod: number, off: number): string =>
    el('a:schemeClr', { val: place }, val('a:lumMod', mod * 1000), off > 0 && val('a:lumOff', off * 1000))
  return {
    ...plain,
    colour: (tone) => {
      const own = SHADES[ground][tone]
      if (own) return shade(...own)
      const subject = SUBJECT_WORDS[tone]
      if (subject === undefined) return plain.colour(tone)
      return ground === 'light' ? shade(subject, 75, 0) : shade(subject, 60, 40)
    },
  }
}
