/** The way from "Export" anywhere to the one slide sheet: a view offers what it shows, a button or key asks for it. */
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { InputOf } from '../../../shared/contract/index.ts'

/** As the contract takes them: what has a usual value may be left out. */
export type TableOffer = InputOf<'exports.table'>['table']
export type FigureOffer = InputOf<'exports.figure'>['figure']

/** What a view can export as it stands, filters included. */
export interface ExportOffer {
  table: TableOffer | null
  figures: FigureOffer[]
  /** Computed finding of the view: the first title of an exported figure. */
  finding: string | null
  /** The city or institution that the view is about. */
  about?: Pick<EntityLabel, 'name' | 'nameZh'>
}

/** What goes into the report where nothing was chosen: the first figure, else the rows. */
export const pageOf = ({ figures: [first], table }: ExportOffer): FigureOffer | null =>
  first ?? (table && { of: 'table', table })

export interface ExportIntent {
  offer: ExportOffer
  /** What was asked for: the figure, or the rows. */
  first: 'table' | 'figure'
  /** Place of the figure in `offer.figures`. */
  figure: number
}

const offers = shallowRef<{ owner: symbol; value: ExportOffer | null }[]>([])
const intent = shallowRef<ExportIntent | null>(null)
/** An offer that is on its way with its view, and until when it is waited for. */
let awaited: { is: (offer: ExportOffer) => boolean; until: number } | null = null
const MOST_WAIT = 10_000
/** The figure that goes into the report next; each time one is asked for it is another object. */
const forReport = shallowRef<{ figure: FigureOffer } | null>(null)

/** For a view: what it offers, null for nothing. Withdrawn when the view goes. */
export function offerExport(make: () => ExportOffer | null): void {
  // Of a first screen that a host writes nothing can be exported, and nobody would withdraw it.
  if (typeof document === 'undefined') return
  const owner = Symbol('offer')
  watch(
    make,
    (value) => {
      offers.value = [...offers.value.filter((each) => each.owner !== owner), { owner, value }]
      if (!value || !awaited?.is(value)) return
      if (Date.now() <= awaited.until) intent.value = { offer: value, first: 'figure', figure: 0 }
      awaited = null
    },
    { immediate: true },
  )
  onScopeDispose(() => (offers.value = offers.value.filter((each) => each.owner !== owner)))
}

export function useExport() {
  const offer = computed(() => offers.value.at(-1)?.value ?? null)
  return {
    offer,
    /** What the sheet shows; null while it is closed. */
    intent,
    /** Opens the sheet; false where nothing can be exported. */
    request(first: 'table' | 'figure' = 'figure', figure = 0): boolean {
      if (!offer.value) return false
      intent.value = { offer: offer.value, first, figure }
      return true
    },
    /** Opens the sheet as soon as a view offers what is meant, at once where it does so already; after 10 s no longer. */
    requestWhen(is: (offer: ExportOffer) => boolean): void {
      if (offer.value && is(offer.value)) this.request()
      else awaited = { is, until: Date.now() + MOST_WAIT }
    },
    forReport,
    /** Sends the view's first figure, else its rows, into the report; false where it has neither. */
    toReport(): boolean {
      const figure = offer.value && pageOf(offer.value)
      if (figure) forReport.value = { figure }
      return figure !== null
    },
    /** Opens the sheet for a list that is not the view's own. */
    requestTable(table: TableOffer): void {
      intent.value = {
        offer: { table, figures: [{ of: 'table', table }], finding: null },
        first: 'table',
        figure: 0,
      }
    },
    close(): void {
      intent.value = null
    },
  }
}
