/** What the Networks view exports: the figure as it is seen, the rows behind it, and the network as a graph. */
import type { Ref } from 'vue'
import type { Drawing, Multiples } from '../../../../shared/contract/drawings.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { outOfFrame } from '../../../../shared/figures/network/frame.ts'
import { offerExport } from '../../stores/useExport.ts'
import type { FigureOffer } from '../../stores/useExport.ts'
import type { NetworkControl } from './useNetworkState.ts'

export interface Shown {
  drawing: Ref<Drawing | null>
  input: Ref<InputOf<'networks.draw'> | null>
  multiples: Ref<Multiples | null>
  panels: Ref<InputOf<'networks.multiples'> | null>
}

/** @param read id of the node being read. @param finding what the view says of it */
export function useNetworkExport(
  control: NetworkControl,
  shown: Shown,
  read: Ref<string | null>,
  finding: Ref<string | null>,
): void {
  const { state } = control
  offerExport(() => {
    const { colour } = state.value
    if (shown.panels.value) {
      if (!shown.multiples.value) return null
      const figure: FigureOffer = {
        of: 'network-multiples',
        drawing: { ...shown.panels.value, screen: undefined },
        colour,
      }
      return { table: null, figures: [figure], finding: null }
    }
    const drawing = shown.drawing.value
    if (!drawing || !shown.input.value || drawing.nodes.length === 0) return null
    // The pins seen now, so that a later change of those that are kept does not change the file.
    const pins = drawing.nodes
      .filter(({ pinned }) => pinned)
      .map(({ id, x, y }) => outOfFrame({ id, x, y }, drawing.frame))
    // A file has a size of its own.
    const asked = { ...shown.input.value, pins, screen: undefined }
    return {
      table: { of: 'network', part: 'nodes', drawing: asked },
      figures: [
        { of: 'network', drawing: asked, colour, ...(read.value === null ? {} : { focus: read.value }) },
        { of: 'table', table: { of: 'network', part: 'edges', drawing: asked } },
      ],
      finding: finding.value,
    }
  })
}
