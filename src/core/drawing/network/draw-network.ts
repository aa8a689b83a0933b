/** `networks.draw`: a network as it is drawn, the same for screens, files and the command line. */
import { join } from 'node:path'
import type { Drawing, Frame } from '../../../shared/contract/drawings.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NetworkData } from '../../../shared/contract/networks.ts'
import type { ReaderContext } from '../../context.ts'
import { textMetricsIn } from '../text-metrics.ts'
import { composeDrawing } from './compose-drawing.ts'
import {
  intoFrame,
  LEAST_TEXT,
  NETWORK_FRAME,
  scaleOf,
  screenFrame,
} from '../../../shared/figures/network/frame.ts'
import { networkData, overPeriod } from './network-data.ts'
import { keptPins, pinsKeyOf } from './pins.ts'
import type { Placed } from './place-network.ts'
import { placeNetwork } from './place-network.ts'

type Input = ParsedInputOf<'networks.draw'>

/**
 * Positions are those of the whole network; hidden nodes then leave with their edges. Pins given must name nodes of it,
 * kept ones of nodes that are no more are passed over.
 * @throws AppError node-unknown, and those of the network's query.
 */
export function drawNetwork(input: Input, context: ReaderContext): Drawing {
  const { network: request, layout, seed, hidden, language } = input
  const dataset = context.open(request.input.dataset)
  const data = networkData(request, context)
  requireNodes(data, [...(input.pins ?? []).map(({ id }) => id), ...hidden])
  const pins = input.pins ?? keptPins(context.dataDir, dataset.id, pinsKeyOf({ ...data, layout, seed }))
  const how = { layout, seed, plot: NETWORK_FRAME.plot }
  const start = input.base
    ? placeNetwork(networkData(overPeriod(request, input.base), context), { ...how, pins: [] }, context)
    : undefined
  const placed = placeNetwork(data, { ...how, pins, start }, context)
  const frame = input.screen ? screenFrame(input.screen) : NETWORK_FRAME
  return composeDrawing(
    input.screen ? setInto(placed, frame) : placed,
    {
      request,
      frame,
      ...(input.screen ? { size: screenSize(data.nodes.length) } : {}),
      language,
      names: input.names ?? language,
      labels: input.labels,
      layout,
      seed,
      hidden: new Set(hidden),
      pinned: new Set(pins.map(({ id }) => id)),
    },
    dataset,
    textMetricsIn(join(context.resourcesDir, 'fonts')).width,
  )
}

/** What was laid out in the figure's own units, in those of a pane. */
function setInto(placed: Placed, frame: Frame): Placed {
  const scale = scaleOf(frame)
  const xy = placed.xy.slice()
  for (let i = 0; i < xy.length; i += 2) {
    const at = intoFrame({ x: xy[i] as number, y: xy[i + 1] as number }, frame)
    xy[i] = at.x
    xy[i + 1] = at.y
  }
  const { areaScale, widthScale, r } = placed
  const scaled = { areaScale: areaScale * scale, widthScale: widthScale * scale }
  return { ...placed, ...scaled, xy, r: r.map((each) => each * scale) }
}

/** Of names on the screen, px: of few nodes they have room to be larger. */
const screenSize = (nodes: number) => (nodes <= 25 ? LEAST_TEXT + 1 : LEAST_TEXT)

function requireNodes({ nodes }: NetworkData, ids: readonly string[]): void {
  const known = new Set(nodes.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown === undefined) return
  throw new AppError('node-unknown', `${unknown} is no node of the network`, { values: { id: unknown } })
}
