/** The way from "Export" anywhere to the one export dialog: a view offers what it shows, a button or key asks for it. */
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
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
}

export interface ExportIntent {
  offer: ExportOffer
  /** What was asked for: the button of a figure asks for that figure, the view's button for the table. */
  first: 'table' | 'figure'
  /** Place of the figure in `offer.figures`. */
  figure: number
}

const offers = shallowRef<{ owner: symbol; value: ExportOffer | null }[]>([])
const intent = shallowRef<ExportIntent | null>(null)

/** For a view: what it offers, null for nothing. Withdrawn when the view goes. */
export function offerExport(make: () => ExportOffer | null): void {
  // Of a first screen that a host writes nothing can be exported, and nobody would withdraw it.
  if (typeof document === 'undefined') return
  const owner = Symbol('offer')
  watch(
    make,
    (value) => (offers.value = [...offers.value.filter((each) => each.owner !== owner), { owner, value }]),
    { immediate: true },
  )
  onScopeDispose(() => (offers.value = offers.value.filter((each) => each.owner !== owner)))
}

export function useExport() {
  const offer = computed(() => offers.value.at(-1)?.value ?? null)
  return {
    offer,
    /** What the dialog shows; null while it is closed. */
    intent,
    /** Opens the dialog; false where nothing can be exported. */
    request(first: 'table' | 'figure' = 'table', figure = 0): boolean {
      if (!offer.value) return false
      intent.value = { offer: offer.value, first, figure }
      return true
    },
    close(): void {
      intent.value = null
    },
  }
}
