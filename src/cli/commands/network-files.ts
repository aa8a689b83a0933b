/** Files of a network: pictures and graphs, the very bytes that the app's own export makes. */
import type { Naming } from '../../shared/domain/language.ts'
import type { Colouring, LabelMode, LayoutName } from '../../shared/contract/drawings.ts'
import type { FigureFormat, GraphFormat } from '../../shared/domain/file-formats.ts'
import { isFigureFormat, isGraphFormat } from '../../shared/domain/file-formats.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { FigureOptions } from '../figures.ts'
import { writeFigure } from '../figures.ts'
import { given } from '../options.ts'
import type { Session } from '../session.ts'
import { writeMade } from '../session.ts'

type DrawnFormat = GraphFormat | FigureFormat

export interface DrawnOptions extends Omit<FigureOptions, 'format' | 'top'> {
  format?: FigureOptions['format'] | DrawnFormat
  /** Without it that which is usual for the kind of network. */
  layout?: LayoutName
  seed: number
  labels: LabelMode
  names?: Naming
  /** Without it pictures are in one colour, graph files by cluster. */
  colour?: Colouring
}

export function isDrawnFormat(format: DrawnOptions['format']): format is DrawnFormat {
  return isGraphFormat(format) || isFigureFormat(format)
}

/** @throws AppError usage where what is no text would be written to a terminal, and those of `networks.draw`. */
export async function writeDrawn(
  session: Session,
  drawing: InputOf<'networks.draw'>,
  options: DrawnOptions & { format: DrawnFormat },
): Promise<void> {
  const { format, lang: language, date, colour, highlight: focus } = options
  if (!isFigureFormat(format)) {
    const graph = { drawing, format, language, ...given({ date, colour }) }
    return writeMade(session, 'exports.graph', graph)
  }
  const figure = { of: 'network' as const, drawing, ...given({ colour, focus }) }
  await writeFigure(session, figure, { ...options, format }, format)
}
