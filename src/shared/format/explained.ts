/** The sentences of an explained article, the same on screen and in the terminal. */
import type { ArticleExplanation, ExplainedArticle, RefusedArticle } from '../contract/articles.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Why a record of a stored article does not count; null where it does. */
export function duplicateSentence({ standing, decidedBy }: ExplainedArticle, t: Words): string | null {
  if (standing === 'counts') return null
  if (decidedBy === null) return t('explained.duplicateMerged')
  const { id, by, counts } = decidedBy
  if (!counts) return t('explained.duplicateRefused', { id })
  return t(by === 'id' ? 'explained.duplicateById' : 'explained.duplicateByDoi', { id })
}

export function refusedSentence({ id, reason }: RefusedArticle, asked: string, t: Words): string {
  if (reason === null) return t('explained.refusedSilent', { id: id ?? asked })
  return t('explained.refusedRecord', { id: id ?? asked, reason: t(`imports.rejections.${reason}`) })
}

/** What became of it, and what has to be said of an article that is not found. */
export function standingSentences(
  { standing, by, hasWords, unlisted }: ArticleExplanation,
  t: Words,
  number: (value: number) => string,
): string[] {
  if (standing !== 'unknown') return [t(`explained.standing.${standing}`)]
  if (by === 'title') return [t(hasWords ? 'explained.unknownTitle' : 'explained.noTitles')]
  const known = t('explained.standing.unknown')
  return unlisted > 0 ? [known, t('explained.unlisted', { n: number(unlisted) })] : [known]
}

export function ruleSentences({ rules }: ArticleExplanation, t: Words): string[] {
  const either = (key: string, on: boolean) => t(`explained.${key}.${on ? 'yes' : 'no'}`)
  return [
    ...(rules.types.length > 0
      ? [t('explained.types', { types: rules.types.join(t('common.clause')) })]
      : []),
    either('retracted', rules.retracted),
    either('truncated', rules.truncated),
    either('spread', rules.spreadUnknown),
    rules.journalLists.length > 0
      ? t('explained.journals', { files: rules.journalLists.join(t('common.clause')) })
      : t('explained.allJournals'),
  ]
}
