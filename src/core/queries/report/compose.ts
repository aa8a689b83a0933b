/** `reports.compose`: what a template gives of a dataset, as pages that can be changed like any other. */
import type { z } from 'zod'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { ReportContent, ReportTemplate } from '../../../shared/contract/reports.ts'
import { reportContent } from '../../../shared/contract/reports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { shortName } from '../../../shared/format/names.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import { readDatasetRow } from '../../datasets/summary.ts'
import { cityBrief } from './city-brief.ts'
import { comparison } from './comparison.ts'
import { edition } from './edition.ts'
import { Offer } from './offer.ts'
import type { FigureDraft } from './offer.ts'

type Asked = ParsedInputOf<'reports.compose'>

/** Cities of a template where none, or too few, are named: the leading ones. */
const USUAL: Record<ReportTemplate, number> = { 'city-brief': 1, edition: 0, comparison: 3 }
const LEAST: Record<ReportTemplate, number> = { 'city-brief': 1, edition: 0, comparison: 2 }

/** @throws AppError dataset-unknown, figures-missing; city-unknown, city-ambiguous of the cities named. */
export function composeReport(input: Asked, context: ReaderContext): { content: ReportContent } {
  const offer = new Offer(context.open(input.dataset), context)
  const cities = citiesOf(offer, input)
  const drafts = pagesOf(offer, input.template, cities)
  const content: z.input<typeof reportContent> = {
    name: nameOf(input, offer, cities),
    template: input.template,
    size: input.size,
    language: input.language,
    pages: drafts.map((figure, i) => ({ id: `${figure.of}-${i + 1}`, figure })),
  }
  return { content: reportContent.parse(content) }
}

function citiesOf(offer: Offer, { template, cities: named }: Asked): RankingRow[] {
  const found = [
    ...new Map(named.map((name) => offer.city(name)).map((row) => [row.id, row] as const)).values(),
  ]
  if (found.length >= LEAST[template]) return found
  const others = offer.ranking().rows.filter(({ id }) => found.every((row) => row.id !== id))
  return [...found, ...others.slice(0, USUAL[template] - found.length)]
}

function pagesOf(offer: Offer, template: ReportTemplate, cities: readonly RankingRow[]): FigureDraft[] {
  if (template === 'edition') return edition(offer)
  if (template === 'comparison') return comparison(offer, cities)
  return cities.flatMap((city) => cityBrief(offer, city))
}

function nameOf({ template, language }: Asked, offer: Offer, cities: readonly RankingRow[]): string {
  const written: Language = language === 'zh' ? 'zh' : 'en'
  const { name, name_zh: nameZh } = readDatasetRow(offer.dataset.db, offer.dataset.id)
  return translate(written, `report.core.names.${template}`, {
    cities: cities.map((row) => shortName(row, written)).join(translate(written, 'common.comma')),
    dataset: nameIn(written, name, nameZh),
  }).slice(0, 200)
}
