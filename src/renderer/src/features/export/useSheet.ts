/** The state of the slide sheet: what is chosen, the preview of it, and the files that it would write. */
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import type { ExportRequest } from '../../../../shared/contract/export-methods.ts'
import type { FigurePreview } from '../../../../shared/contract/exports.ts'
import { isFigureFormat, isText, TABLE_FORMATS } from '../../../../shared/domain/file-formats.ts'
import { PX_PER_POINT } from '../../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { ExportIntent } from '../../stores/useExport.ts'
import { useQuery } from '../../stores/useQuery.ts'
import { kindOf } from './figure-kinds.ts'
import { NO_ROWS, readRows } from './rows.ts'
import { chosenRow, firstLook, reconcile, usualTop } from './sheet-form.ts'
import type { SheetForm } from './sheet-form.ts'
import type { Along } from './sheet-request.ts'
import { figureInput, isTooLarge, languagesOf, requestIn, seenLanguage, tableInput } from './sheet-request.ts'
import { wholePage } from './stage.ts'

const PAUSE_MS = 200

/** Today where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

export const textOf = (file: { bytes: Uint8Array }): string => new TextDecoder().decode(file.bytes)

export type SheetState = ReturnType<typeof useSheet>
export type SeenPage = Pick<FigurePreview['pages'][number], 'svg' | 'width' | 'height' | 'on' | 'frame'>

/** @param view address of the view, for the files to lead back to */
export function useSheet(intent: ExportIntent, sessionLanguage: Language, view: string) {
  const { offer } = intent
  const along: Along = { date: today(), view }
  const at = offer.figures[intent.figure] ? intent.figure : 0
  const first = offer.figures[at]
  const form = reactive<SheetForm>({
    ...firstLook(sessionLanguage),
    tab: first && (intent.first === 'figure' || !offer.table) ? 'figure' : 'table',
    figure: at,
    part: 'nodes',
    tableFormat: 'csv',
    allRows: true,
    separator: '',
    decimal: '',
    title: { en: '', zh: '' },
    subtitle: { en: '', zh: '' },
    top: usualTop(first),
    highlight: chosenRow(first),
    shown: sessionLanguage,
    vision: 'all',
    template: null,
  })
  const figure = computed(() => offer.figures[form.figure])
  const kind = computed(() => figure.value && kindOf(figure.value))
  watch(figure, (next) => {
    Object.assign(form, { top: usualTop(next), highlight: chosenRow(next) })
    form.title = { en: '', zh: '' }
    form.subtitle = { en: '', zh: '' }
    if (form.preset === 'view' && next && !kindOf(next).isSeen) form.preset = 'slide-full'
    if (!isFigureFormat(form.format) && !(next && kindOf(next).isGraph)) form.format = 'pptx'
  })
  watch(
    () => form.preset,
    () => reconcile(form, 'preset'),
  )
  watch(
    () => form.format,
    () => reconcile(form, 'format'),
  )

  const language = computed(() => seenLanguage(form))
  const isFigure = computed(() => form.tab === 'figure')
  const seen = computed(() => {
    if (!isFigure.value || !figure.value) return null
    // A graph file has no picture of its own: what is seen is the figure.
    const format = isFigureFormat(form.format) ? form.format : 'svg'
    return figureInput(figure.value, form, language.value, { ...along, format })
  })
  const settled = useSettled(() => seen.value)
  const preview = useQuery('exports.preview', () => (settled.value?.preset ? settled.value : null))
  const picture = useQuery('exports.figure', () =>
    settled.value && !settled.value.preset ? { ...settled.value, format: 'svg' } : null,
  )
  const asked = computed(() => (seen.value?.preset ? preview : picture))
  const pages = computed<SeenPage[]>(() => {
    if (!isFigure.value) return []
    if (seen.value?.preset) return preview.data.value?.pages ?? []
    const file = picture.data.value
    if (!file) return []
    const [width, height] = sizeOfSvg(textOf(file), Number(form.width), Number(form.height))
    return [{ svg: textOf(file), ...wholePage(width, height) }]
  })

  const rowsOf = computed(() =>
    isFigure.value && figure.value ? (kind.value?.rows(figure.value as never) ?? null) : offer.table,
  )
  const cited = useQuery('exports.table', () => {
    const table = rowsOf.value ?? offer.table
    if (!table) return null
    return { table, format: 'json', language: language.value, date: along.date }
  })
  const rows = computed(() => (cited.data.value ? readRows(cited.data.value.bytes) : NO_ROWS))
  /** Whether the list leaves out rows of the table. */
  const isCut = computed(() => !isFigure.value && rows.value.count < rows.value.of)
  /** What is seen of the table, and copied: the file itself, or the same rows as CSV where the file is no text. */
  const table = useQuery('exports.table', () => {
    if (isFigure.value || !offer.table) return null
    // The beginning is the same of all rows and of those that the list shows.
    const input = tableInput(offer.table, { ...form, allRows: false }, language.value, along)
    return isText(TABLE_FORMATS[form.tableFormat]) ? input : { ...input, format: 'csv' }
  })

  const requests = computed<ExportRequest[]>(() =>
    languagesOf(form)
      .map((each) => requestIn(each, form, { figure: figure.value, table: offer.table }, along))
      .filter((each) => each !== null),
  )
  const tooLarge = computed(() => isTooLarge(form))
  const fileName = computed(() => {
    if (!isFigure.value) return named(table.data.value?.fileName, TABLE_FORMATS[form.tableFormat].extension)
    if (!isFigureFormat(form.format)) return named(preview.data.value?.fileName, form.format)
    return (seen.value?.preset ? preview.data.value : picture.data.value)?.fileName ?? ''
  })

  return {
    form,
    offer,
    along,
    figure,
    kind,
    language,
    isFigure,
    seen,
    preview,
    asked,
    pages,
    rows,
    isCut,
    table,
    requests,
    tooLarge,
    fileName,
  }
}

const named = (name: string | undefined, extension: string): string =>
  name ? name.replace(/\.[a-z]+$/, `.${extension}`) : ''

/** Points of a picture by what it says of itself, else as asked. */
function sizeOfSvg(svg: string, widthMm: number, heightMm: number): [number, number] {
  const box = /viewBox="[^"]*? ([\d.]+) ([\d.]+)"/.exec(svg)
  const width = (widthMm / 25.4) * 96
  const height = box ? (width * Number(box[2])) / Number(box[1]) : (heightMm / 25.4) * 96
  return [width / PX_PER_POINT, height / PX_PER_POINT]
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
