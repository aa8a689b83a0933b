/** The articles behind a number for the terminal: each with its authors, their affiliations and fractions. */
import type {
  DerivedAffiliation,
  DerivedArticle,
  Derivation,
  NumberParts,
  PartRow,
} from '../shared/contract/derivation.ts'
import { NOBODY } from '../shared/domain/step-kinds.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import { formatNumber } from '../shared/format/numbers.ts'
import { measureOf } from '../shared/measures/by-id.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import { formatTable } from './table.ts'

export function derivationText(derivation: Derivation, language: Language): string {
  const { entity, partner, filters, total, rows } = derivation
  const names = [entity, partner].filter((label) => label !== null)
  const head = say(language, partner ? 'derivedScore' : 'derivedShare', {
    entity: names.map(({ name, nameZh }) => nameIn(language, name, nameZh)).join(' – '),
    subject: translate(language, `common.subjectsIn.${filters.subject}`),
    years: filters.from === filters.to ? String(filters.from) : `${filters.from}–${filters.to}`,
    value: formatNumber(total.share, 4, language),
    articles: formatNumber(total.articles, 0, language),
  })
  const notes = derivation.hasWords ? '' : `${say(language, 'withoutWords')}\n`
  return [`${head}\n${notes}`, ...rows.map((article) => articleText(article, language))].join('\n')
}

/** A row a part, and below them whether they add up to the number; subjects overlap and are not added up. */
export function partsText(parts: NumberParts, language: Language): string {
  const { by, rows, total, residual, filters } = parts
  const t = (key: string, values?: Record<string, string | number>) => translate(language, key, values)
  const nameOf = ({ id, label }: PartRow) =>
    label
      ? nameIn(language, label.name, label.nameZh)
      : id === NOBODY
        ? t(`lens.nobody.${by}`)
        : by === 'subject'
          ? t(`common.subjects.${id}`)
          : id
  const measure = measureOf(filters.partner === null ? 'share' : 'score').name[language]
  const table = formatTable(rows, [
    { head: t(`lens.by.${by}`), value: nameOf },
    { head: measure, value: ({ share }) => formatNumber(share, 4, language), align: 'right' },
    { head: t('common.count'), value: ({ articles }) => formatNumber(articles, 0, language), align: 'right' },
  ])
  const sum =
    residual === null
      ? t('lens.parts.overlap')
      : `${t('lens.parts.sum')} ${formatNumber(total.share, 4, language)}${t('common.clause')}${t('lens.parts.residual', { value: formatNumber(residual, 2, language) })}`
  return `${table}${sum}\n`
}

function articleText(article: DerivedArticle, language: Language): string {
  const { id, doi, title, journal, year, fraction, partnerFraction, authorCount } = article
  const part = partnerFraction === null ? fraction : `${fraction} + ${partnerFraction}`
  const of = say(language, 'partOf', { part, authors: formatNumber(authorCount, 0, language) })
  const told = [title, journal, doi].filter((text) => text !== null)
  return [
    `${id}  ${year}  ${of}`,
    ...told.map((text) => `  ${text}`),
    ...authorLines(article, language),
    '',
  ].join('\n')
}

function authorLines({ authors, authorsListed }: DerivedArticle, language: Language): string[] {
  const lines = authors.flatMap(({ name, affiliations, raw }) =>
    affiliations.length === 0
      ? [{ name, place: raw[0] ?? say(language, 'noAffiliation'), fraction: '', counts: null }]
      : affiliations.map((affiliation, at) => ({
          name: at === 0 ? name : '',
          place: placeText(affiliation, language),
          fraction: affiliation.fraction,
          counts: affiliation.counts,
        })),
  )
  if (lines.length === 0) return []
  const head = (id: string) => say(language, `columns.${id}`)
  const table = formatTable(lines, [
    { head: '', value: ({ counts }) => (counts === null ? ' ' : '*') },
    { head: head('author'), value: ({ name }) => name ?? '–' },
    { head: head('affiliation'), value: ({ place }) => place },
    { head: head('fraction'), value: ({ fraction }) => fraction, align: 'right' },
  ])
  const shown = table.trimEnd().split('\n')
  if (authors.length < authorsListed)
    shown.push(say(language, 'authorsShown', { shown: authors.length, total: authorsListed }))
  return shown.map((line) => `  ${line}`)
}

function placeText({ institution, city, region, printed }: DerivedAffiliation, language: Language): string {
  const names = [institution, city].map((label) => label && nameIn(language, label.name, label.nameZh))
  const told = [...names, region].filter((text) => text !== null)
  const mark = printed ? ` (${translate(language, 'derivation.printed')})` : ''
  return told.length > 0 ? told.join(', ') + mark : '–'
}
