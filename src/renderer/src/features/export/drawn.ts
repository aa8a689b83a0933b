/** Figures that are drawn by the core with a shape of their own (networks, maps): their size, rows and graph files. */
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { GraphFormat, PictureFormat } from '../../../../shared/domain/file-formats.ts'
import {
  formatNames,
  GRAPH_FORMATS,
  isGraphFormat,
  PICTURE_FORMATS,
} from '../../../../shared/domain/file-formats.ts'
import type { FigureOffer, TableOffer } from '../../stores/useExport.ts'
import type { PRESETS } from './presets.ts'

export type AnyFigureFormat = PictureFormat | GraphFormat

/** Height ÷ width of a network's figure. */
const NETWORK_SHAPE = 0.64

export const hasShape = (figure: FigureOffer | undefined): boolean =>
  figure !== undefined && ['network', 'network-multiples', 'map'].includes(figure.of)

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
  ...(figure?.of === 'network' ? formatNames(GRAPH_FORMATS) : []),
]

/**
 * The rows behind a drawn figure: their citation is the figure's. Years side by side are cited as the period they are
 * of; null where no one table holds the rows.
 */
export function rowsOf(figure: FigureOffer): TableOffer | null {
  if (figure.of === 'network') return { of: 'network', part: 'nodes', drawing: figure.drawing }
  if (figure.of === 'map') return { of: 'map', drawing: figure.drawing }
  if (figure.of !== 'network-multiples') return null
  const { panels, base, ...rest } = figure.drawing
  const first = panels[0]
  if (!base || !first) return null
  const network = { of: first.of, input: { ...first.input, ...base } } as typeof first
  return { of: 'network', part: 'nodes', drawing: { ...rest, network } }
}

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
