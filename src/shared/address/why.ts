/**
 * The figure whose derivation is open, as it stands in the address: `city~beijing~~chemistry~2022~2023`, then, where it says
 * more, the measure, the base year and the steps down: `…~share~~institution.I20231570~article.W4386123`. What of the measure
 * it is, and among what, stands behind the measure: `…~share.difference`, `…~share.printed.top100.csv:7:share`.
 */
import type { EntityName } from '../contract/common.ts'
import type { MeasureId } from '../measures/by-id.ts'
import { isExplained } from '../measures/by-id.ts'
import type { FigureForm } from '../domain/figure-forms.ts'
import { isFigureForm } from '../domain/figure-forms.ts'
import { isYear } from '../domain/years.ts'

/** A step down from the number, the article included. */
export interface WhyStep {
  by: 'subject' | 'year' | 'article' | EntityName
  id: string
}

export interface Why {
  kind: EntityName
  id: string
  /** Of a collaboration score the other entity. */
  partner: string | null
  subject: string
  from: number
  to: number
  /** Share, of two a score, where nothing else is said. */
  measure: MeasureId
  /** Base year of adjusted Share, where it is not the last year. */
  base: number | null
  path: readonly WhyStep[]
  /** What of the measure it is; without it the measure itself. */
  form?: FigureForm
  /** The statement, the group or the reach that the form names. */
  among?: string
}

const KINDS: readonly string[] = ['city', 'metro', 'country', 'institution'] satisfies EntityName[]
const STEPS: readonly string[] = ['subject', 'year', 'article', ...KINDS]
const MOST_STEPS = 5
// `~` parts; encodeURIComponent leaves it as it is.
const pack = (part: string | number | null) => encodeURIComponent(part ?? '').replaceAll('~', '%7E')

/** The measure that stands where an address names none. */
export const usualMeasure = (partner: string | null): MeasureId => (partner === null ? 'share' : 'score')

export function writeWhy(why: Why): string {
  const { kind, id, partner, subject, from, to, measure, base, path, form, among } = why
  const of = form && [measure, form, ...(among === undefined ? [] : [among])].join('.')
  const more = [
    of ?? (measure === usualMeasure(partner) ? '' : measure),
    base,
    ...path.map((step) => `${step.by}.${step.id}`),
  ].map(pack)
  while (more.at(-1) === '') more.pop()
  return [...[kind, id, partner, subject, from, to].map(pack), ...more].join('~')
}

/** Null where the address names no figure. */
export function readWhy(text: string | undefined): Why | null {
  if (!text) return null
  let parts: string[]
  try {
    parts = text.split('~').map(decodeURIComponent)
  } catch {
    return null
  }
  const [kind = '', id = '', partner = '', subject = 'all', from = '', to = '', measure = '', base = ''] =
    parts
  if (!KINDS.includes(kind) || id === '' || !isYear(Number(from)) || !isYear(Number(to))) return null
  return {
    kind: kind as EntityName,
    id,
    partner: partner || null,
    subject: subject || 'all',
    from: Number(from),
    to: Number(to),
    ...readMeasure(measure, partner || null),
    base: isYear(Number(base)) ? Number(base) : null,
    path: parts.slice(8, 8 + MOST_STEPS).flatMap(readStep),
  }
}

/** The measure, and behind it what of it is meant. */
function readMeasure(text: string, partner: string | null): Pick<Why, 'measure' | 'form' | 'among'> {
  const [measure = '', form = '', ...among] = text.split('.')
  return {
    measure: isExplained(measure) ? measure : usualMeasure(partner),
    ...(isFigureForm(form) && { form, ...(among.length > 0 && { among: among.join('.') }) }),
  }
}

function readStep(text: string): WhyStep[] {
  const dot = text.indexOf('.')
  const [by, id] = [text.slice(0, dot), text.slice(dot + 1)]
  return STEPS.includes(by) && id !== '' ? [{ by: by as WhyStep['by'], id }] : []
}
