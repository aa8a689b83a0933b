/** The master of the notes' pages: the slide above, the words below, always dark on light as they are printed. */
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Fonts } from './look.ts'
import { solid, themeLook } from './look.ts'
import { slideImage } from './notes-xml.ts'
import { COLOUR_MAP } from './colour-map.ts'
import type { OfficePackage } from './package.ts'
import { preset, transform } from './shape-xml.ts'
import { TREE_ROOT } from './slide-names.ts'
import { THEME_TYPE, themeXml } from './theme-xml.ts'
import { el, namespaces, words } from './xml.ts'

/** An upright page, in points. */
export const NOTES_SIZE = { width: 540, height: 720 }
const NAME = 'ppt/notesMasters/notesMaster1.xml'
const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml'
const IMAGE = { x: 42.5, y: 42.5, width: 455, height: 256 }
const BODY = { x: 42.5, y: 320, width: 455, height: 360 }
const SIZE = 12

/** Adds it with a theme of its own and says its name. */
export function addNotesMaster(target: OfficePackage, fonts: Fonts, language: Language): string {
  const theme = 'ppt/theme/themeOfNotes.xml'
  target.add(theme, themeXml('light', fonts), THEME_TYPE)
  target.add(NAME, notesMasterXml(language), TYPE)
  target.relate(NAME, 'theme', theme)
  return NAME
}

function notesMasterXml(language: Language): string {
  const look = themeLook(language, 'light')
  const say = (key: string) => translate(language, `exports.office.${key}`)
  const image = slideImage(2, say('slide'), { idx: 2 }, transform(IMAGE) + preset('rect'))
  const body = el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id: 3, name: say('notes') }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { type: 'body', sz: 'quarter', idx: 3 })),
    ),
    el('p:spPr', {}, transform(BODY), preset('rect')),
    el(
      'p:txBody',
      {},
      '<a:bodyPr/><a:lstStyle/>',
      el('a:p', {}, el('a:r', {}, '<a:rPr/>', words('a:t', say('notes')))),
    ),
  )
  const run = el(
    'a:defRPr',
    { sz: SIZE * 100 },
    solid('ink', look),
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>',
  )
  const ground = el('p:bg', {}, el('p:bgPr', {}, solid('bg', look), '<a:effectLst/>'))
  return el(
    'p:notesMaster',
    namespaces('a', 'r', 'p'),
    el('p:cSld', {}, ground, el('p:spTree', {}, TREE_ROOT, image, body)),
    COLOUR_MAP,
    el('p:notesStyle', {}, el('a:lvl1pPr', { algn: 'l' }, run)),
  )
}
