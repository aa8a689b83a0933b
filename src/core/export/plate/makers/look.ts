/** What every maker of plates begins with: the look of the request, and what the dataset says of itself. */
import type { Language } from '../../../../shared/domain/language.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { PlateOptions, PlateWords } from '../../../../shared/plates/plate.ts'
import type { OpenDataset, ReaderContext } from '../../../context.ts'
import { readDatasetRow } from '../../../datasets/summary.ts'
import { articlesIn, indexYears } from '../../../queries/computed/totals.ts'
import type { PlateLook } from './maker.ts'

export interface MakerLook {
  dataset: OpenDataset
  language: Language
  /** Of the plate at `index`, from 0: the first has the page number asked for, each further one the next. */
  options(index?: number): PlateOptions
  /**
   * The computed words with the reader's own title and subtitle in their place, and where the numbers are from. `notes` are
   * whole sentences that follow the source: how the rows are named, what is computed. Of several plates each title says
   * which it is.
   */
  words(computed: Pick<PlateWords, 'title' | 'subtitle'>, notes?: readonly string[], part?: Part): PlateWords
  /** Where the numbers are from, alone. */
  source(notes?: readonly string[]): string
}

/** A plate of several, `index` from 0. */
export interface Part {
  index: number
  of: number
}

/** @param id of the dataset. @throws AppError dataset-unknown … */
export function makerLook(look: PlateLook, id: string, context: ReaderContext): MakerLook {
  const { language, preset, theme, transparent, measure, include, page } = look
  const dataset = context.open(id)
  const say = (key: string, values = {}) => translate(language, `plates.common.${key}`, values)
  const source = (notes: readonly string[] = []) =>
    sourceSentences(dataset, language, notes).join(say('betweenSentences'))
  return {
    dataset,
    language,
    source,
    options: (index = 0) => ({
      preset,
      language,
      theme,
      transparent,
      measure,
      include: {
        source: include.source,
        page: include.page,
        legend: include.legend,
        labels: include.labels,
      },
      // A picture on a page of the reader's own takes that page's number.
      page: preset.group === 'slide' && preset.on === undefined ? page + index : null,
      mark: dataset.kind === 'sample' ? say('markSample') : null,
    }),
    words(computed, notes = [], part) {
      const title = look.title || computed.title
      const several = part && part.of > 1
      return {
        title: several ? say('titlePart', { title, part: part.index + 1, of: part.of }) : title,
        subtitle: look.subtitle || computed.subtitle,
        source: source(notes),
      }
    },
  }
}

/** In the reader's words: no hash, which stands in the metadata. */
function sourceSentences(dataset: OpenDataset, language: Language, notes: readonly string[]): string[] {
  const row = readDatasetRow(dataset.db, dataset.id)
  const say = (key: string, values = {}) => translate(language, `plates.common.${key}`, values)
  const shown = notes.filter((note) => note !== '')
  if (row.kind === 'sample') return [say('sourceSample'), ...shown]
  if (row.kind === 'published') {
    const licence = row.licence === '' ? '' : say('licence', { licence: row.licence })
    return [say('source', { source: row.citation, licence }), ...shown]
  }
  const years = indexYears(dataset)
  const articles = years.reduce((sum, year) => sum + (articlesIn(dataset, year) ?? 0), 0)
  const [first = 0, last = first] = [years[0], years.at(-1)]
  const span = first === last ? String(first) : say('years', { from: first, to: last })
  const name = nameIn(language, row.name, row.name_zh)
  return [
    say('sourceComputed', { name, articles: formatNumber(articles, 0, language), years: span }),
    ...shown,
  ]
}
