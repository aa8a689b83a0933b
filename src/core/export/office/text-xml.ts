/** Paragraphs and runs of DrawingML. */
import type { Align, Run } from '../../../shared/plates/parts.ts'
import type { Look, RunLook } from './look.ts'
import { runAttributes, runLanguage, solid } from './look.ts'
import { el, emu, words } from './xml.ts'

const ALIGNS: Record<Align, string> = { left: 'l', center: 'ctr', right: 'r' }

export interface ParagraphLook extends RunLook {
  align: Align
  /** Exact distance of baselines in points; without it that of the face. */
  leading?: number | undefined
  /** A rim in the background's colour. */
  halo?: boolean | undefined
}

/** A paragraph; its lines are broken where they were laid out. */
export function paragraphXml(lines: readonly (readonly Run[])[], of: ParagraphLook, look: Look): string {
  const said = lines.map((runs) => runs.map((run) => runXml(run, of, look)).join(''))
  const broken = el('a:br', {}, runProperties('a:rPr', of, look))
  return el(
    'a:p',
    {},
    el(
      'a:pPr',
      { algn: ALIGNS[of.align] },
      of.leading !== undefined && el('a:lnSpc', {}, el('a:spcPts', { val: Math.round(of.leading * 100) })),
    ),
    said.join(broken),
    runProperties('a:endParaRPr', of, look),
  )
}

function runXml({ text, weight, tone, size }: Run, of: ParagraphLook, look: Look): string {
  if (text === '') return ''
  const own = { ...of, weight: weight ?? of.weight, tone: tone ?? of.tone, size: size ?? of.size }
  return el('a:r', {}, runProperties('a:rPr', own, look), words('a:t', text))
}

function runProperties(tag: string, of: ParagraphLook, look: Look): string {
  const glow = el('a:glow', { rad: emu(of.size * 0.15) }, look.colour('bg'))
  return el(
    tag,
    { ...runLanguage(look.language), ...runAttributes(of), dirty: 0 },
    solid(of.tone, look),
    of.halo === true && el('a:effectLst', {}, glow),
  )
}

/** Body of a text box without insets; its size is its own. @param wrap whether long lines break */
export const bodyProperties = (wrap = false, anchor: 't' | 'ctr' | 'b' = 'ctr'): string =>
  el(
    'a:bodyPr',
    { wrap: wrap ? 'square' : 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: 0, anchor },
    '<a:noAutofit/>',
  )
