/** What every plate has around its figure: title, subtitle, mark, footer; and the frame that is left for the figure. */
import { POINTS_PER_MM } from '../domain/figure-presets.ts'
import type { TypeScale } from '../domain/figure-presets.ts'
import { fitText, wrapText } from '../figures/text.ts'
import type { Part, Rectangle, TextPart, TextRole } from './parts.ts'
import type { Plate, PlateBody, PlateOptions, PlateWarning, PlateWords } from './plate.ts'

/** The room between subtitle and footer, and the sizes of text in it. */
export interface Room {
  frame: Rectangle
  type: TypeScale
}

interface Framed extends Room {
  before: Part[]
  after: Part[]
  warnings: PlateWarning[]
}

/** Baselines of the drawn slides, as parts of the type they hold: 60 and 86.4 pt from the top, 104.4 to the frame. */
const TITLE_RISE = 26.4 / 26
const TITLE_LEADING = 31.2 / 26
const SUBTITLE_STEP = 26.4 / 15
const SUBTITLE_LEADING = 1.3
const FRAME_STEP = 18 / 15
const FOOT = { rule: 16.8 / 10.5, step: 13.8 / 10.5, gap: 9.4 }

const MOST_TITLE_LINES = 2
/** Baseline of the last line of the source above the bottom margin. */
const SOURCE_RISE = 12 / 10.5

/** Lays out all but the figure. */
export function roomOf(words: PlateWords, options: PlateOptions): Room {
  const { frame, type } = framed(words, options)
  return { frame, type }
}

/** A plate: the figure's parts inside the frame of its words. */
export function plateOf(words: PlateWords, options: PlateOptions, layOut: (room: Room) => PlateBody): Plate {
  const { before, after, warnings, ...room } = framed(words, options)
  const body = layOut(room)
  const { preset, language, theme, transparent, page, include } = options
  return {
    ...body,
    ...words,
    language,
    theme,
    transparent,
    width: preset.width,
    height: preset.height,
    on: preset.on,
    group: preset.group,
    frame: room.frame,
    page: include.page ? page : null,
    parts: [...before, ...body.parts, ...after],
    notes: [],
    warnings: [...warnings, ...(body.warnings ?? [])],
  }
}

function framed(words: PlateWords, options: PlateOptions): Framed {
  const { preset, measure, include } = options
  const { type, margin } = preset
  const left = margin.side
  const right = preset.width - margin.side
  const width = right - left
  const warnings: PlateWarning[] = []

  const titleLines = evenLines(words.title, width, (text) => measure(text, type.title, 600))
  if (titleLines.length > MOST_TITLE_LINES) {
    warnings.push('title-long')
    const rest = titleLines.slice(MOST_TITLE_LINES - 1).join(' ')
    titleLines.splice(MOST_TITLE_LINES - 1)
    titleLines.push(fitText(rest, width, (text) => measure(text, type.title, 600)))
  }
  const titleY = margin.top + type.title * TITLE_RISE
  const titleEnd = titleY + (titleLines.length - 1) * type.title * TITLE_LEADING

  const markWidth = widthOfMark(options, type)
  const subtitleRoom = width - (markWidth > 0 ? markWidth + type.label : 0)
  const subtitleLines = evenLines(words.subtitle, subtitleRoom, (text) => measure(text, type.subtitle, 400))
  if (subtitleLines.length > 2) {
    warnings.push('subtitle-long')
    const rest = subtitleLines.slice(1).join(' ')
    subtitleLines.splice(1)
    subtitleLines.push(fitText(rest, subtitleRoom, (text) => measure(text, type.subtitle, 400)))
  }
  const subtitleY = titleEnd + type.subtitle * SUBTITLE_STEP
  const subtitleEnd = subtitleY + Math.max(0, subtitleLines.length - 1) * type.subtitle * SUBTITLE_LEADING
  const top = subtitleEnd + type.subtitle * FRAME_STEP

  const number = include.page && options.page !== null ? String(options.page) : ''
  const numberWidth = number === '' ? 0 : measure(number, type.source, 400) + type.source * 2
  const sourceLines = include.source
    ? wrapText(words.source, width - numberWidth, (text) => measure(text, type.source, 400))
    : []
  if (sourceLines.length > 3) warnings.push('source-long')
  const lastSource = preset.height - margin.bottom - type.source * SOURCE_RISE
  const footLines = Math.max(sourceLines.length, number === '' ? 0 : 1)
  const firstSource = lastSource - Math.max(0, footLines - 1) * type.source * FOOT.step
  const ruleY = firstSource - type.source * FOOT.rule
  const bottom = footLines > 0 ? ruleY - FOOT.gap : preset.height - margin.bottom

  const text = (
    role: TextRole,
    lines: readonly string[],
    part: Pick<TextPart, 'x' | 'y' | 'size' | 'leading' | 'tone' | 'align' | 'weight'> & { room?: number },
  ): TextPart => ({ kind: 'text', role, lines: lines.map((line) => [{ text: line }]), ...part })

  const before: Part[] = [
    text('title', titleLines, {
      x: left,
      y: titleY,
      size: type.title,
      leading: type.title * TITLE_LEADING,
      tone: 'ink',
      align: 'left',
      weight: 600,
      room: width,
    }),
    text('subtitle', subtitleLines, {
      x: left,
      y: subtitleY,
      size: type.subtitle,
      leading: type.subtitle * SUBTITLE_LEADING,
      tone: 'ink2',
      align: 'left',
      weight: 400,
      room: subtitleRoom,
    }),
    ...(options.mark === null ? [] : markParts(options.mark, right, subtitleY, markWidth, type)),
  ]
  const after: Part[] = []
  if (footLines > 0)
    after.push({ kind: 'line', x1: left, y1: ruleY, x2: right, y2: ruleY, tone: 'line2', width: 0.6 })
  if (sourceLines.length > 0)
    after.push(
      text('source', sourceLines, {
        x: left,
        y: firstSource,
        size: type.source,
        leading: type.source * FOOT.step,
        tone: 'ink3',
        align: 'left',
        weight: 400,
        room: width - numberWidth,
      }),
    )
  if (number !== '')
    after.push(
      text('page', [number], {
        x: right,
        y: firstSource,
        size: type.source,
        leading: type.source * FOOT.step,
        tone: 'ink3',
        align: 'right',
        weight: 400,
      }),
    )
  return {
    frame: { x: left, y: top, width, height: bottom - top },
    type,
    before,
    after,
    warnings,
  }
}

/** A second line shorter than this part of the room is a word or two that were left over. */
const SHORT_LINE = 0.35
/** Parts of the room that the first of two lines may take instead. */
const NARROWER = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
const AFTER_SIGN = /[,;:，；：、]$/

/** As `wrapText`; where a word or two would be left to a second line, the two are broken evenly, after a sign if they can. */
export function evenLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines = wrapText(text, width, measure)
  if (lines.length !== 2 || measure(lines[1] ?? '') >= width * SHORT_LINE) return lines
  const even = NARROWER.map((part) => wrapText(text, width * part, measure)).filter(
    (broken) => broken.length === 2,
  )
  return even.find(([first = '']) => AFTER_SIGN.test(first)) ?? even[0] ?? lines
}

const MARK_INSET = 5.4

/** Taken by the mark at the right end of the subtitle; 0 without one. */
export const widthOfMark = ({ mark, measure }: PlateOptions, { label }: TypeScale): number =>
  mark === null ? 0 : measure(mark, label, 400) + 2 * MARK_INSET

/** The dashed box that says what is printed and what is sample. */
function markParts(mark: string, right: number, y: number, width: number, type: TypeScale): Part[] {
  const height = type.label * 1.45
  const middle = y - type.subtitle * 0.33
  return [
    {
      kind: 'group',
      name: mark,
      parts: [
        {
          kind: 'rect',
          box: { x: right - width, y: middle - height / 2, width, height },
          stroke: { tone: 'line3', width: 0.75, dash: 'dash' },
        },
        {
          kind: 'text',
          role: 'mark',
          x: right - width / 2,
          y: middle + type.label * 0.35,
          lines: [[{ text: mark }]],
          leading: type.label * 1.3,
          size: type.label,
          weight: 400,
          tone: 'ink2',
          align: 'center',
        },
      ],
    },
  ]
}

/** Millimetres of a length in points, for words and rulers. */
export const toMm = (points: number): number => points / POINTS_PER_MM
