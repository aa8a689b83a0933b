/** What the export dialog asks of the core: the choices made in it, as inputs of the contract. */
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ExportIntent, FigureOffer, TableOffer } from '../../composables/useExport.ts'
import { useQuery } from '../../composables/useQuery.ts'
import { base64ToBytes } from '../../transport/files.ts'
import { isSize } from './presets.ts'

export type Background = 'white' | 'transparent' | 'dark'
export type TableFormat = InputOf<'exports.table'>['format']
export type FigureFormat = InputOf<'exports.figure'>['format']

const PREVIEW_DPI = 96
const PAUSE_MS = 250

/** Today where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The rows behind a figure: their citation is the figure's. */
function tableOf(figure: FigureOffer): TableOffer {
  if (figure.of === 'rank-history') return { of: 'city', input: figure.input }
  if (figure.of === 'network') return { of: 'network', part: 'nodes', drawing: figure.drawing }
  if (figure.of === 'map') return { of: 'map', drawing: figure.drawing }
  if (figure.of === 'network-multiples') {
    const { panels, ...rest } = figure.drawing
    return {
      of: 'network',
      part: 'nodes',
      drawing: { ...rest, network: panels[0] as (typeof panels)[number] },
    }
  }
  return { of: 'rankings', input: figure.input }
}

export const textOf = (file: { base64: string }): string =>
  new TextDecoder().decode(base64ToBytes(file.base64))

export function useExportForm(intent: ExportIntent, sessionLanguage: Language) {
  const { offer } = intent
  const hasFigure = offer.figures.length > 0
  const form = reactive({
    tab: (intent.first === 'figure' && hasFigure) || !offer.table ? 'figure' : 'table',
    tableFormat: 'csv' as TableFormat,
    figureFormat: 'png' as FigureFormat,
    figure: offer.figures[intent.figure] ? intent.figure : 0,
    language: sessionLanguage,
    /** Millimetres; what a number field holds while it is empty is no number. */
    width: 300 as number | '',
    height: 162 as number | '',
    dpi: 300,
    background: 'white' as Background,
    /** Empty: the title that the core computes. */
    title: '',
  })
  const date = today()
  const sizeFits = computed(() => isSize(form.width, form.height))

  const tableInput = computed<InputOf<'exports.table'> | null>(() =>
    offer.table ? { table: offer.table, format: form.tableFormat, language: form.language, date } : null,
  )
  const figureInput = computed<InputOf<'exports.figure'> | null>(() => {
    const figure = offer.figures[form.figure]
    if (!figure || !sizeFits.value) return null
    return {
      figure,
      format: form.figureFormat,
      language: form.language,
      ...(form.title.trim() ? { title: form.title.trim() } : {}),
      theme: form.background === 'dark' ? 'dark' : 'light',
      widthMm: Number(form.width),
      heightMm: Number(form.height),
      dpi: form.dpi,
      transparent: form.background === 'transparent',
      date,
    }
  })
  const imageInput = computed(() => figureInput.value && { ...figureInput.value, format: 'png' as const })

  const table = useQuery('exports.table', () => (form.tab === 'table' ? tableInput.value : null))
  // Drawn once the typing pauses; a picture, because an SVG in an <img> sees no fonts of the page.
  const settled = useSettled(() =>
    form.tab === 'figure' && imageInput.value ? { ...imageInput.value, dpi: PREVIEW_DPI } : null,
  )
  const picture = useQuery('exports.figure', () => settled.value)
  const cited = useQuery('exports.table', () => {
    const figure = offer.figures[form.figure]
    const rows = form.tab === 'table' ? offer.table : figure && tableOf(figure)
    return rows ? { table: rows, format: 'json', language: form.language, date } : null
  })
  const citation = computed<[string, string][]>(() => {
    if (!cited.data.value) return []
    const document = JSON.parse(textOf(cited.data.value)) as { citation: Record<string, string> }
    return Object.entries(document.citation)
  })

  return { form, offer, sizeFits, tableInput, figureInput, imageInput, table, picture, citation }
}

/** A value as it stands once it has not changed for a moment; the first is there at once. */
function useSettled<T>(value: () => T) {
  const settled = shallowRef(value())
  const timer = ref<ReturnType<typeof setTimeout>>()
  watch(
    () => JSON.stringify(value()),
    () => {
      clearTimeout(timer.value)
      timer.value = setTimeout(() => (settled.value = value()), PAUSE_MS)
    },
  )
  onScopeDispose(() => clearTimeout(timer.value))
  return settled
}
