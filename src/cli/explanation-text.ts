/** How an article is counted, for the terminal. */
import type {
  ArticleExplanation,
  ExplainedArticle,
  ExplainedAuthor,
  ExplainedPart,
} from '../shared/contract/articles.ts'
import type { Language } from '../shared/domain/language.ts'
import { nameIn } from '../shared/domain/language.ts'
import {
  duplicateSentence,
  refusedSentence,
  ruleSentences,
  standingSentences,
} from '../shared/format/explained.ts'
import { formatNumber } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { formatTable } from './table.ts'

export function explanationText(answer: ArticleExplanation, language: Language): string {
  const t = (key: string, values?: Record<string, string | number>) => translate(language, key, values)
  const count = (value: number) => formatNumber(value, 0, language)
  const refused = answer.refused.flatMap((each) => [
    refusedSentence(each, answer.asked, t),
    ...(each.where ? [`  ${t('explained.at', { ...each.where })}: ${each.where.detail}`] : []),
  ])
  const more = answer.truncated ? [t('explained.more', { n: count(answer.articles.length) })] : []
  const rules = ruleSentences(answer, t).map((rule) => `  ${rule}`)
  return [
    [...standingSentences(answer, t, count), ...refused].join('\n'),
    ...answer.articles.map((article) => articleText(article, language)),
    ...more,
    [t('explained.rules'), ...rules].join('\n'),
  ]
    .map((block) => `${block}\n`)
    .join('\n')
}

function articleText(article: ExplainedArticle, language: Language): string {
  const t = (key: string, values?: Record<string, string | number>) => translate(language, key, values)
  const { id, year, title, journal, doi, authorCount, authors, authorsListed, subjects } = article
  const replaced = duplicateSentence(article, t)
  const named = subjects.map((each) => t(`common.subjects.${each}`)).join(t('common.clause'))
  const n = formatNumber(authorCount, 0, language)
  const lines = [
    ...(replaced === null ? [] : [replaced]),
    ...[title, journal, doi].filter((text) => text !== null),
    subjects.length > 0 ? t('explained.subjects', { subjects: named }) : t('explained.noSubjects'),
    authorCount === 1 ? t('explained.oneAuthor') : t('explained.authors', { n }),
    ...(authors.length > 0 ? authorTable(authors, language) : [t('derivation.noWords')]),
    ...(authors.length < authorsListed
      ? [t('explained.authorsShown', { n: authors.length, of: authorsListed })]
      : []),
    '',
    ...partTable(article, language),
  ]
  return [`${id}  ${year}`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
}

function authorTable(authors: readonly ExplainedAuthor[], language: Language): string[] {
  const t = (key: string, values?: Record<string, string | number>) => translate(language, key, values)
  const rows = authors.flatMap(({ name, raw, affiliations, fraction, affiliationCount }, index) => {
    const author = name ?? t('derivation.unnamed', { n: index + 1 })
    if (affiliations.length === 0) {
      const part = fraction === '0' ? t('explained.spreadOver') : fraction
      return [{ author, place: raw[0] ?? t('derivation.noAffiliation'), part }]
    }
    return affiliations.map((each, at) => ({
      author: at === 0 ? author : '',
      place: placeText(each, language),
      part: affiliationCount === 1 ? each.fraction : `${fraction} · 1/${affiliationCount} = ${each.fraction}`,
    }))
  })
  return formatTable(rows, [
    { head: t('derivation.author'), value: ({ author }) => author },
    { head: t('derivation.affiliation'), value: ({ place }) => place },
    { head: t('derivation.part'), value: ({ part }) => part, align: 'right' },
  ])
    .trimEnd()
    .split('\n')
}

function partTable({ parts, sum }: ExplainedArticle, language: Language): string[] {
  const t = (key: string) => translate(language, key)
  const total = parts.reduce((all, { share }) => all + share, 0)
  const rows = [
    ...parts.map((part) => ({
      place: isNothing(part) ? t('explained.nothingKnown') : placeText(part, language),
      fraction: part.fraction,
      share: part.share,
    })),
    { place: t('explained.sum'), fraction: sum, share: total },
  ]
  return formatTable(rows, [
    { head: t('explained.place'), value: ({ place }) => place },
    { head: t('derivation.part'), value: ({ fraction }) => fraction, align: 'right' },
    { head: t('common.share'), value: ({ share }) => formatNumber(share, 4, language), align: 'right' },
  ])
    .trimEnd()
    .split('\n')
}

const isNothing = ({ institution, city, region }: ExplainedPart) => !institution && !city && !region

function placeText(
  { institution, city, country, metro, printed }: Omit<ExplainedPart, 'share' | 'fraction'>,
  language: Language,
): string {
  const nameOf = (label: { name: string; nameZh: string | null }) =>
    nameIn(language, label.name, label.nameZh)
  const told = [institution, city, country].flatMap((label) => (label ? [nameOf(label)] : []))
  const notes = [
    ...(metro ? [translate(language, 'explained.metroIn', { metro: nameOf(metro) })] : []),
    ...(printed ? [translate(language, 'derivation.printed')] : []),
  ]
  const place = told.length > 0 ? told.join(', ') : translate(language, 'derivation.unknownPlace')
  return notes.length > 0 ? `${place} (${notes.join('; ')})` : place
}
