/** What the export dialog must know of each kind of figure; its name stands among the words of exports. */
import type { FigureKind } from '../../../../shared/contract/exports.ts'
import type { Values } from '../../../../shared/i18n/index.ts'
import type { FigureOffer, TableOffer } from '../../stores/useExport.ts'

interface FigureRow<F extends FigureOffer> {
  /** Whether its height follows from its width; else it takes any size. */
  ownShape: boolean
  /** Whether it comes also as a graph that other programs open. */
  isGraph: boolean
  /** The rows behind it, whose citation is its own; null where no one table holds them. */
  rows(figure: F): TableOffer | null
  /** What stands in its name. */
  named?(figure: F): Values
}

type Kinds = { readonly [K in FigureKind]: FigureRow<Extract<FigureOffer, { of: K }>> }

const chart = { ownShape: false, isGraph: false }
const drawn = { ownShape: true, isGraph: false }

const KINDS: Kinds = {
  'ranking-bars': { ...chart, rows: ({ input }) => ({ of: 'rankings', input }) },
  'count-per-share': { ...chart, rows: ({ input }) => ({ of: 'rankings', input }) },
  'rank-history': {
    ...chart,
    rows: ({ input }) => ({ of: 'city', input }),
    named: ({ input }) => ({ city: input.city }),
  },
  network: { ...drawn, isGraph: true, rows: ({ drawing }) => ({ of: 'network', part: 'nodes', drawing }) },
  'network-multiples': {
    ...drawn,
    // Years side by side are cited as the period they are of.
    rows({ drawing: { panels, base, ...rest } }) {
      const first = panels[0]
      if (!base || !first) return null
      const network = { of: first.of, input: { ...first.input, ...base } } as typeof first
      return { of: 'network', part: 'nodes', drawing: { ...rest, network } }
    },
  },
  map: { ...drawn, rows: ({ drawing }) => ({ of: 'map', drawing }) },
}

export const kindOf = <F extends FigureOffer>(figure: F): FigureRow<F> =>
  KINDS[figure.of] as unknown as FigureRow<F>
