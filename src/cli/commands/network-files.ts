/** Files of a network: pictures and graphs, the very bytes that the app's own export makes. */
import type { Naming } from '../../shared/domain/language.ts'
import type { Colouring, LabelMode, LayoutName } from '../../shared/contract/drawings.ts'
import type { GraphFormat, PictureFormat } from '../../shared/domain/file-formats.ts'
import { isGraphFormat, isPictureFormat } from '../../shared/domain/file-formats.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { CommonOptions } from '../io.ts'
import { given } from '../options.ts'
import type { Session } from '../session.ts'
import { writeMade } from '../session.ts'

type DrawnFormat = GraphFormat | PictureFormat

export interface DrawnOptions extends Omit<CommonOptions, 'format'> {
  format?: CommonOptions['format'] | DrawnFormat
  layout: LayoutName
  seed: number
  labels: LabelMode
  names?: Naming
  /** Without it pictures are in one colour, graph files by cluster. */
  colour?: Colouring
  width: number
  dpi: number
  theme: 'light' | 'dark'
  transparent?: boolean
}

export function isDrawnFormat(format: DrawnOptions['format']): format is DrawnFormat {
  return isGraphFormat(format) || isPictureFormat(format)
}

/** @throws AppError usage where what is no text would be written to a terminal, and those of `networks.draw`. */
export async function writeDrawn(
  session: Session,
  drawing: InputOf<'networks.draw'>,
  options: DrawnOptions & { format: DrawnFormat },
): Promise<void> {
  const { format, lang: language, date, colour, width, dpi, theme, transparent = false } = options
  if (!isPictureFormat(format)) {
    const graph = { drawing, format, language, ...given({ date, colour }) }
    return writeMade(session, 'exports.graph', graph)
  }
  const figure = { of: 'network' as const, drawing, ...given({ colour }) }
  const paper = { theme, widthMm: width, dpi, transparent, ...given({ date }) }
  await writeMade(session, 'exports.figure', { figure, format, language, ...paper })
}
