/** `reports.check` and `reports.renew`: each page against the dataset at hand, before anything is written. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { PageState, ReportContent, ReportPage } from '../../../shared/contract/reports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { inEveryLanguage, LANGUAGES } from '../../../shared/domain/language.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { Handlers } from '../../dispatch.ts'
import type { ReaderContext } from '../../context.ts'
import { layOut } from '../plate/answer-plate.ts'
import { sizesOf } from '../plate/preview.ts'
import { changesOf, snapshotOf } from './changes.ts'
import type { PageLook } from './page-input.ts'
import { pageInput, presetFor } from './page-input.ts'

type Handler<M extends 'reports.check' | 'reports.renew'> = Handlers<'export', ReaderContext>[M]

/** A page that cannot be laid out says why, and the others are checked all the same. */
export const checkReport: Handler<'reports.check'> = async ({ dataset, content }, context) => {
  const { id, version } = context.open(dataset)
  const pages: PageState[] = []
  for (const page of content.pages) pages.push(await checkPage(page, content, context))
  return { dataset: id, version, pages }
}

/** The page with its numbers as they are now. @throws AppError of the figure. */
export const renewPage: Handler<'reports.renew'> = async ({ dataset, page }, context) => {
  const { version } = context.open(dataset)
  const numbers = (await computedPlates(page, 'en', context)).flatMap((plate) => plate.numbers)
  return { page: { ...page, version, numbers: snapshotOf(numbers) } }
}

async function checkPage(
  page: ReportPage,
  content: ReportContent,
  context: ReaderContext,
): Promise<PageState> {
  try {
    const computed = {} as Record<Language, Plate[]>
    for (const language of LANGUAGES) computed[language] = await computedPlates(page, language, context)
    const numbers = computed.en.flatMap((plate) => plate.numbers)
    const counted = (of: string) => numbers.filter((number) => number.of === of).length
    return {
      id: page.id,
      ...words((language) => computed[language][0]),
      numbers: { printed: counted('printed'), sample: counted('sample'), computed: counted('computed') },
      changed: page.version === '' ? [] : changesOf(page.numbers, numbers),
      problem: null,
      smallest: await smallestLabel(page, content, computed.en, context),
    }
  } catch (error) {
    return { ...empty(page.id), problem: problemOf(error, page) }
  }
}

/**
 * As the words and numbers of a page are computed: without the reader's own, on a wide slide whatever the report's size, so
 * that another size changes no number.
 */
async function computedPlates(
  page: ReportPage,
  language: Language,
  context: ReaderContext,
): Promise<Plate[]> {
  const { plates } = await layOut(
    pageInput(page, { ...LOOK, language, preset: COMPUTED_ON, computed: true }),
    context,
  )
  return plates
}

const COMPUTED_ON = 'slide-full'
const LOOK = {
  format: 'svg',
  theme: 'light',
  page: 1,
  fonts: 'own',
  date: undefined,
} satisfies Partial<PageLook>

/** Points, of the page at the report's own size. */
async function smallestLabel(
  page: ReportPage,
  { size }: ReportContent,
  computed: readonly Plate[],
  context: ReaderContext,
): Promise<number | null> {
  const preset = presetFor(size, 'pdf')
  const plates =
    preset === COMPUTED_ON
      ? computed
      : (await layOut(pageInput(page, { ...LOOK, language: 'en', preset }), context)).plates
  const labels = plates.flatMap((plate) =>
    sizesOf(plate).flatMap(({ role, points }) => (role === 'label' || role === 'body' ? [points] : [])),
  )
  return labels.length > 0 ? Math.min(...labels) : null
}

const words = (plateIn: (language: Language) => Plate | undefined) => ({
  title: inEveryLanguage((language) => plateIn(language)?.title ?? ''),
  subtitle: inEveryLanguage((language) => plateIn(language)?.subtitle ?? ''),
  alt: inEveryLanguage((language) => plateIn(language)?.alt ?? ''),
})

const empty = (id: string): PageState => ({
  id,
  ...words(() => undefined),
  numbers: { printed: 0, sample: 0, computed: 0 },
  changed: [],
  problem: null,
  smallest: null,
})

function problemOf(error: unknown, { figure }: ReportPage): PageState['problem'] {
  if (error instanceof AppError) return { code: error.code, values: error.details.values ?? {} }
  // A fault of ours in one page must not hide the others; it is logged as any unforeseen failure is.
  console.error(`a page of ${figure.of} failed:`, error)
  return { code: 'internal', values: { method: 'reports.check' } }
}
