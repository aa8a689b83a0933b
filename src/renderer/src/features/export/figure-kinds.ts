/** What the slide sheet must know of each kind of figure; its name stands among the words of exports. */
import type { FigureKind } from '../../../../shared/contract/exports.ts'
import { USUAL_ROWS } from '../../../../shared/domain/figure-rows.ts'
import type { Values } from '../../../../shared/i18n/index.ts'
import type { FigureOffer, TableOffer } from '../../stores/useExport.ts'

interface FigureRow<F extends FigureOffer> {
  /** Whether its height follows from its width; else it takes any size. */
  ownShape: boolean
  /** Whether it comes also as a graph that other programs open. */
  isGraph: boolean
  /** Whether a view draws it, so that it can leave as it is seen. */
  isSeen: boolean
  /** Rows that it usually shows; absent where their number is not chosen. */
  top?: number
  /** Whether one of its rows can be pointed at. */
  highlights?: boolean
  /** Whether it can say the difference from the row above or below. */
  arrow?: boolean
  /** The rows behind it, whose citation is its own; null where no one table holds them. */
  rows(figure: F): TableOffer | null
  /** Whether its name says whom it is about. */
  named?: true
}

type Kinds = { readonly [K in FigureKind]: FigureRow<Extract<FigureOffer, { of: K }>> }

const laid = { ownShape: false, isGraph: false, isSeen: false }
const chart = { ...laid, isSeen: true }
const drawn = { ownShape: true, isGraph: false, isSeen: true }
const ranked = (of: keyof typeof USUAL_ROWS) => ({ top: USUAL_ROWS[of], highlights: true })

const ofCity = {
  ...laid,
  rows: ({ input }: { input: { city: string } }): TableOffer => ({ of: 'city', input }),
  named: true,
} as const

interface Called {
  dataset?: string | undefined
  year?: number | undefined
}

/** Its rows are one of the ranking: no table is of one institution alone. */
const ofInstitution = {
  ...laid,
  rows: ({ input: { dataset, year } }: { input: Called }): TableOffer => ({
    of: 'rankings',
    input: { by: 'institution', ...(dataset && { dataset }), ...(year && { year }) },
  }),
  named: true,
} as const

const KINDS: Kinds = {
  'ranking-bars': {
    ...chart,
    ...ranked('ranking-bars'),
    arrow: true,
    rows: ({ input }) => ({ of: 'rankings', input }),
  },
  'count-per-share': {
    ...chart,
    ...ranked('count-per-share'),
    rows: ({ input }) => ({ of: 'rankings', input }),
  },
  'rank-history': {
    ...chart,
    rows: ({ input }) => ({ of: 'city', input }),
    named: true,
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
  rising: { ...laid, ...ranked('rising'), rows: ({ input }) => ({ of: 'rising', input }) },
  'printed-changes': { ...laid, rows: ({ input }) => ({ of: 'changes', input }) },
  'city-series': ofCity,
  'city-profile': ofCity,
  'institution-series': ofInstitution,
  'institution-profile': ofInstitution,
  'city-institutions': {
    ...laid,
    ...ranked('city-institutions'),
    rows: ({ input }) => ({ of: 'institutions', input }),
  },
  compare: { ...laid, rows: ({ input }) => ({ of: 'compare', input }) },
  pairs: { ...laid, ...ranked('pairs'), rows: ({ input }) => ({ of: 'collaborations', input }) },
  finding: { ...laid, highlights: true, arrow: true, rows: ({ input }) => ({ of: 'rankings', input }) },
  cover: { ...laid, rows: ({ input }) => ({ of: 'city', input }) },
  table: { ...laid, highlights: true, rows: ({ table }) => table },
  method: { ...laid, rows: () => null },
  text: { ...laid, rows: () => null },
}

export const kindOf = <F extends FigureOffer>(figure: F): FigureRow<F> =>
  KINDS[figure.of] as unknown as FigureRow<F>

/**
 * The name of a figure among those of its view.
 * @param about name of the city or institution that the view is about, in the reader's language
 */
export function nameOfFigure(
  t: (key: string, values?: Values) => string,
  figure: FigureOffer,
  about: string | null,
): string {
  const key =
    figure.of === 'rising' && figure.shape === 'slopes'
      ? 'sheet.slopes'
      : `exports.dialog.figures.${figure.of}`
  return t(key, kindOf(figure).named ? { name: about ?? calledIn(figure) } : {})
}

/** As the request calls whom it is about. */
function calledIn(figure: FigureOffer): string {
  if (!('input' in figure)) return ''
  const { city, institution } = figure.input as { city?: string; institution?: string }
  return city ?? institution ?? ''
}
