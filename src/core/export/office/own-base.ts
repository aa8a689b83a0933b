/** Master, layout and theme of our own decks: placeholders where the frame of a plate has its words. */
import { FIGURE_PRESETS } from '../../../shared/domain/figure-presets.ts'
import type { FigurePreset } from '../../../shared/domain/figure-presets.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { TextPart } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { plateOf } from '../../../shared/plates/frame.ts'
import { COLOUR_MAP } from './colour-map.ts'
import type { DeckBase, HeldRole, Holder } from './deck.ts'
import { isHeld } from './deck.ts'
import { pageField } from './holder-xml.ts'
import type { Fonts, Look } from './look.ts'
import { plainLook, solid, themeLook } from './look.ts'
import { addNotesMaster } from './notes-master.ts'
import type { OfficePackage } from './package.ts'
import { preset, transform } from './shape-xml.ts'
import { TREE_ROOT } from './slide-names.ts'
import type { TextFaces } from './text-box.ts'
import { textBox } from './text-box.ts'
import { bodyProperties } from './text-xml.ts'
import { THEME_TYPE, themeXml } from './theme-xml.ts'
import { el, namespaces, words } from './xml.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.'
const MASTER = 'ppt/slideMasters/slideMaster1.xml'
const LAYOUT = 'ppt/slideLayouts/slideLayout1.xml'

/** Ids of masters and layouts are counted together, from 2^31. */
const FIRST_MASTER_ID = 2 ** 31

const PLACES: Record<HeldRole, { type: string; idx: string | undefined }> = {
  title: { type: 'title', idx: undefined },
  subtitle: { type: 'body', idx: '13' },
  source: { type: 'body', idx: '14' },
  page: { type: 'sldNum', idx: '12' },
}

/** @param first the plate that the whole deck takes size and theme from */
export function ownBase(first: Plate, target: OfficePackage, fonts: Fonts, faces: TextFaces): DeckBase {
  const { width, height } = first.on ?? first
  const look = themeLook(first.language, first.theme)
  const held = heldTexts(first, faces)
  const theme = 'ppt/theme/theme1.xml'
  target.add(theme, themeXml(first.theme, fonts), THEME_TYPE)
  target.add(MASTER, masterXml(held, first, look, faces), `${PRESENTATION}slideMaster+xml`)
  target.relate(MASTER, 'slideLayout', LAYOUT)
  target.relate(MASTER, 'theme', theme)
  target.add(LAYOUT, layoutXml(held, first, look, faces), `${PRESENTATION}slideLayout+xml`)
  target.relate(LAYOUT, 'slideMaster', MASTER)
  const holders: Partial<Record<HeldRole, Holder>> = {}
  for (const part of held)
    holders[part.role] = { ...PLACES[part.role], box: textBox(part, faces), size: part.size }
  return {
    width,
    height,
    masters: [MASTER],
    masterIds: [FIRST_MASTER_ID],
    theme,
    layout: LAYOUT,
    notesMaster: addNotesMaster(target, fonts, first.language),
    holders,
    theirs: false,
    // A plate of the other theme keeps its own colours, on a ground of its own.
    look: ({ language, theme: own }) =>
      own === first.theme ? themeLook(language, own) : plainLook(language, own, fonts),
    background: ({ language, theme: own }) =>
      own === first.theme ? '' : ground(plainLook(language, own, fonts)),
  }
}

const ground = (look: Look): string => el('p:bg', {}, el('p:bgPr', {}, solid('bg', look), '<a:effectLst/>'))

type HeldText = TextPart & { role: HeldRole }

/** Words of the frame as plates of the deck's size have them, for the layout to hold. */
function heldTexts(first: Plate, { metrics }: TextFaces): HeldText[] {
  const say = (role: HeldRole) => translate(first.language, `exports.office.${role}`)
  const empty = plateOf(
    { title: say('title'), subtitle: say('subtitle'), source: say('source') },
    {
      preset: presetOfSlide(first),
      language: first.language,
      theme: first.theme,
      transparent: false,
      measure: metrics.width,
      include: { source: true, page: true, legend: true, labels: true },
      page: 1,
      mark: null,
    },
    () => ({
      kind: '',
      alt: '',
      description: '',
      howTo: '',
      measures: [],
      numbers: [],
      labels: { drawn: 0, of: 0 },
      fileStem: '',
      parts: [],
    }),
  )
  return empty.parts.filter((part): part is HeldText => part.kind === 'text' && isHeld(part.role))
}

/** The slide's own sizes of text; a size that is no preset's has those of the first plate's words. */
function presetOfSlide(first: Plate): FigurePreset {
  const { width, height } = first.on ?? first
  const known = Object.values<FigurePreset>(FIGURE_PRESETS).find(
    (each) => Math.abs(each.width - width) < 0.5 && Math.abs(each.height - height) < 0.5,
  )
  if (known) return known
  const size = (role: HeldRole, usual: number) =>
    first.parts.find((part): part is TextPart => part.kind === 'text' && part.role === role)?.size ?? usual
  const { type, margin } = FIGURE_PRESETS['slide-full']
  return {
    group: first.group,
    width,
    height,
    margin: first.frame.x > 0 ? margin : { side: 0, top: 0, bottom: 0 },
    type: {
      ...type,
      title: size('title', type.title),
      subtitle: size('subtitle', type.subtitle),
      source: size('source', type.source),
    },
  }
}

/** Style of the first level of a placeholder's text. */
function levelStyle(
  { size, weight, tone, align }: Pick<TextPart, 'size' | 'weight' | 'tone' | 'align'>,
  look: Look,
): string {
  return el(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align === 'right' ? 'r' : 'l' },
    '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>',
    el(
      'a:defRPr',
      { sz: Math.round(size * 100), b: weight === 600 ? 1 : 0 },
      solid(tone, look),
      '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>',
    ),
  )
}

function holderXml(
  part: HeldText,
  id: number,
  place: { type: string; idx: string | undefined },
  look: Look,
  faces: TextFaces,
): string {
  const [run] = part.lines[0] ?? []
  const text = run?.text ?? ''
  const content =
    part.role === 'page' ? pageField('‹#›', look) : el('a:r', {}, '<a:rPr/>', words('a:t', text))
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: translate(look.language, `exports.office.${part.role}`) }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { ...place, sz: place.type === 'title' ? undefined : 'quarter' })),
    ),
    el('p:spPr', {}, transform(textBox(part, faces)), preset('rect')),
    el(
      'p:txBody',
      {},
      bodyProperties(true),
      el('a:lstStyle', {}, levelStyle(part, look)),
      el('a:p', {}, content, el('a:endParaRPr', {})),
    ),
  )
}

/** A master has one title, one body and a number; our two further texts are the layout's. */
function masterXml(held: readonly HeldText[], { frame }: Plate, look: Look, faces: TextFaces): string {
  const places = {
    title: PLACES.title,
    subtitle: { type: 'body', idx: '1' },
    page: { type: 'sldNum', idx: '4' },
  }
  const shapes = held.flatMap((part, i) => {
    if (part.role === 'source') return []
    const box = part.role === 'subtitle' ? { ...part, y: frame.y + part.size, room: frame.width } : part
    return [holderXml(box, i + 2, places[part.role], look, faces)]
  })
  const style = (tag: string, role: HeldRole) => {
    const part = held.find((each) => each.role === role)
    return el(tag, {}, part ? levelStyle(part, look) : false)
  }
  return el(
    'p:sldMaster',
    namespaces('a', 'r', 'p'),
    el('p:cSld', {}, ground(look), el('p:spTree', {}, TREE_ROOT, ...shapes)),
    COLOUR_MAP,
    el('p:sldLayoutIdLst', {}, el('p:sldLayoutId', { id: FIRST_MASTER_ID + 1, 'r:id': 'rId1' })),
    el(
      'p:txStyles',
      {},
      style('p:titleStyle', 'title'),
      style('p:bodyStyle', 'subtitle'),
      style('p:otherStyle', 'subtitle'),
    ),
  )
}

function layoutXml(held: readonly HeldText[], { language }: Plate, look: Look, faces: TextFaces): string {
  return el(
    'p:sldLayout',
    { ...namespaces('a', 'r', 'p'), preserve: 1, userDrawn: 1 },
    el(
      'p:cSld',
      { name: translate(language, 'exports.office.layout') },
      el(
        'p:spTree',
        {},
        TREE_ROOT,
        ...held.map((part, i) => holderXml(part, i + 2, PLACES[part.role], look, faces)),
      ),
    ),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )
}
