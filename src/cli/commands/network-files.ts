/** Files of a network: pictures and graphs, the very bytes that the app's own export makes. */
import type { Colouring, LabelMode, LayoutName } from '../../shared/contract/drawings.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { GRAPH_FORMATS } from '../../shared/domain/drawing-names.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given } from '../options.ts'
import type { Session } from '../session.ts'

export const DRAWN_FORMATS = [...GRAPH_FORMATS, 'svg', 'png'] as const
type DrawnFormat = (typeof DRAWN_FORMATS)[number]

export interface DrawnOptions extends Omit<CommonOptions, 'format'> {
  format?: CommonOptions['format'] | DrawnFormat
  layout: LayoutName
  seed: number
  labels: LabelMode
  names?: 'en' | 'zh' | 'both'
  /** Without it pictures are in one colour, graph files by cluster. */
  colour?: Colouring
  width: number
  dpi: number
  theme: 'light' | 'dark'
  transparent?: boolean
}

export function isDrawnFormat(format: DrawnOptions['format']): format is DrawnFormat {
  return (DRAWN_FORMATS as readonly (string | undefined)[]).includes(format)
}

/** @throws AppError usage where a PNG would be written to a terminal, and those of `networks.draw`. */
export async function writeDrawn(
  { client, io, write }: Session,
  drawing: InputOf<'networks.draw'>,
  options: DrawnOptions,
): Promise<void> {
  const { format, lang, date, colour, width, dpi, theme, transparent = false, out } = options
  if (format === 'png' && out === undefined && io.isTerminal) {
    const reason = say(lang, 'binaryToTerminal')
    throw new AppError('usage', 'a PNG for a terminal', { values: { reason } })
  }
  const common = { language: lang, ...given({ date, colour }) }
  if (format === 'svg' || format === 'png') {
    const { language, date: day, colour: by } = { date: undefined, colour: undefined, ...common }
    const file = await client.call('exports.figure', {
      figure: { of: 'network', drawing, ...given({ colour: by }) },
      format,
      language,
      theme,
      widthMm: width,
      dpi,
      transparent,
      ...given({ date: day }),
    })
    return write(Buffer.from(file.bytes))
  }
  const file = await client.call('exports.graph', {
    drawing,
    format: format as DrawnFormat & 'gexf',
    ...common,
  })
  write(Buffer.from(file.bytes))
}
