/** What the export dialog asks of the core: the choices made in it, as inputs of the contract. */
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { TableFormat } from '../../../../shared/domain/file-formats.ts'
import { isGraphFormat, isText, TABLE_FORMATS } from '../../../../shared/domain/file-formats.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ExportIntent, TableOffer } from '../../stores/useExport.ts'
import { useQuery } from '../../stores/useQuery.ts'
import type { AnyFigureFormat } from './drawn.ts'
import { fitted, formatsOf, graphInput, hasShape, heightFor, shapeOf } from './drawn.ts'
import { kindOf } from './figure-kinds.ts'
import { isSize, PRESETS } from './presets.ts'

export type Background = 'white' | 'transparent' | 'dark'
export type NetworkPart = 'nodes' | 'edges'

const PREVIEW_DPI = 96
const PAUSE_MS = 250

/** Today where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export const textOf = (file: { bytes: Uint8Array }): string => new TextDecoder().decode(file.bytes)

export function useExportForm(intent: ExportIntent, sessionLanguage: Language) {
  const { offer } = intent
  const hasFigure = offer.figures.length > 0
  const first = offer.figures[intent.figure] ? intent.figure : 0
  const form = reactive({
    tab: (intent.first === 'figure' && hasFigure) || !offer.table ? 'figure' : 'table',
    tableFormat: 'csv' as TableFormat,
    /** Of a network's rows. */
    part: 'nodes' as NetworkPart,
    figureFormat: 'png' as AnyFigureFormat,
    figure: first,
    language: sessionLanguage,
    /** Millimetres; what a number field holds while it is empty is no number. */
    ...(fitted(PRESETS[0], shapeOf(offer.figures[first], null)) as {
      width: number | ''
      height: number | ''
    }),
    dpi: 300,
    background: 'white' as Background,
    /** Empty: the title that the core computes. */
    title: '',
  })
  const date = today()
  const figure = computed(() => offer.figures[form.figure])
  /** Height ÷ width of the preview. */
  const seen = ref<number | null>(null)
  const shape = computed(() => shapeOf(figure.value, seen.value))
  watch([() => form.width, shape], ([width, own]) => {
    if (own !== null && width !== '') form.height = heightFor(Number(width), own)
  })
  watch(figure, (next) => {
    if (!formatsOf(next).includes(form.figureFormat)) form.figureFormat = 'png'
  })
  const sizeFits = computed(() => isSize(form.width, form.height))

  const rows = computed<TableOffer | null>(() =>
    offer.table?.of === 'network' ? { ...offer.table, part: form.part } : offer.table,
  )
  const tableInput = computed<InputOf<'exports.table'> | null>(() =>
    rows.value ? { table: rows.value, format: form.tableFormat, language: form.language, date } : null,
  )
  /** What is seen and copied: the file itself, or the same rows as CSV where the file is no text. */
  const textInput = computed(() =>
    tableInput.value && !isText(TABLE_FORMATS[form.tableFormat])
      ? { ...tableInput.value, format: 'csv' as const }
      : tableInput.value,
  )
  const imageInput = computed<InputOf<'exports.figure'> | null>(() => {
    if (!figure.value || !sizeFits.value) return null
    return {
      figure: figure.value,
      format: 'png',
      language: form.language,
      ...(form.title.trim() ? { title: form.title.trim() } : {}),
      theme: form.background === 'dark' ? 'dark' : 'light',
      widthMm: Number(form.width),
      // A figure with a shape of its own has the height that follows from its width.
      ...(hasShape(figure.value) ? {} : { heightMm: Number(form.height) }),
      dpi: form.dpi,
      transparent: form.background === 'transparent',
      date,
    }
  })
  const figureInput = computed(() =>
    imageInput.value && !isGraphFormat(form.figureFormat)
      ? { ...imageInput.value, format: form.figureFormat }
      : null,
  )
  /** Set where the format chosen is that of a graph. */
  const graph = computed(() => graphInput(figure.value, form.figureFormat, { language: form.language, date }))

  const table = useQuery('exports.table', () => (form.tab === 'table' ? textInput.value : null))
  // Drawn once the typing pauses; a picture, because an SVG in an <img> sees no fonts of the page.
  const settled = useSettled(() =>
    form.tab === 'figure' && imageInput.value ? { ...imageInput.value, dpi: PREVIEW_DPI } : null,
  )
  const picture = useQuery('exports.figure', () => settled.value)
  watch(picture.data, (file) => {
    if (file?.width && file.height) seen.value = file.height / file.width
  })
  const cited = useQuery('exports.table', () => {
    const cites = form.tab === 'table' ? rows.value : figure.value && kindOf(figure.value).rows(figure.value)
    return cites ? { table: cites, format: 'json', language: form.language, date } : null
  })
  const citation = computed<[string, string][]>(() => {
    if (!cited.data.value) return []
    const document = JSON.parse(textOf(cited.data.value)) as { citation: Record<string, string> }
    return Object.entries(document.citation)
  })

  return {
    form,
    offer,
    shape,
    sizeFits,
    tableInput,
    textInput,
    figureInput,
    imageInput,
    graphInput: graph,
    table,
    picture,
    citation,
  }
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
