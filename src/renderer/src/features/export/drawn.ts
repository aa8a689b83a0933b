/** The size of figures that have a shape of their own (networks, maps), and graph files. */
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { GraphFormat, PictureFormat } from '../../../../shared/domain/file-formats.ts'
import {
  formatNames,
  GRAPH_FORMATS,
  isGraphFormat,
  PICTURE_FORMATS,
} from '../../../../shared/domain/file-formats.ts'
import type { FigureOffer } from '../../stores/useExport.ts'
import { kindOf } from './figure-kinds.ts'
import type { PRESETS } from './presets.ts'

export type AnyFigureFormat = PictureFormat | GraphFormat

/** Height ÷ width of a network's figure. */
const NETWORK_SHAPE = 0.64

export const hasShape = (figure: FigureOffer | undefined): boolean =>
  figure !== undefined && kindOf(figure).ownShape

/**
 * Height ÷ width of a figure that has a shape of its own; null where the figure takes any.
 * @param seen that of its preview, which is a pixel off
 */
export function shapeOf(figure: FigureOffer | undefined, seen: number | null): number | null {
  if (!hasShape(figure)) return null
  return seen === null || Math.abs(seen - NETWORK_SHAPE) < 0.003 ? NETWORK_SHAPE : Number(seen.toFixed(3))
}

/** Millimetres to a tenth. */
export const heightFor = (width: number, shape: number): number => Math.round(width * shape * 10) / 10

/** A size as it fits the figure: its width holds, the height follows. */
export function fitted<P extends Pick<(typeof PRESETS)[number], 'width' | 'height'>>(
  preset: P,
  shape: number | null,
): { width: number; height: number } {
  const { width, height } = preset
  return shape === null ? { width, height } : { width, height: heightFor(width, shape) }
}

/** Formats that a figure comes in: a network also as a graph that other programs open. */
export const formatsOf = (figure: FigureOffer | undefined): AnyFigureFormat[] => [
  ...formatNames(PICTURE_FORMATS),
  ...(figure && kindOf(figure).isGraph ? formatNames(GRAPH_FORMATS) : []),
]

/** The network as a graph file: with the colours that are seen, clusters where none are. */
export function graphInput(
  figure: FigureOffer | undefined,
  format: AnyFigureFormat,
  rest: Pick<InputOf<'exports.graph'>, 'language' | 'date'>,
): InputOf<'exports.graph'> | null {
  if (figure?.of !== 'network' || !isGraphFormat(format)) return null
  const { colour = 'none', drawing } = figure
  return { drawing, format, colour: colour === 'none' ? 'cluster' : colour, ...rest }
}
