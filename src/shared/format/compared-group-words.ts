/** What a comparison says of the group whose medians all are measured against: on screens, in a terminal and in files alike. */
import type { ComparedGroup } from '../contract/groups.ts'
import type { Language } from '../domain/language.ts'
import { ALL_SUBJECTS } from '../domain/subjects.ts'
import type { Spread } from '../domain/quartiles.ts'
import { translate } from '../i18n/index.ts'
import { measureOf } from '../measures/by-id.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import { countKnown, missingWords, spreadFigure } from './group-words.ts'

/** `7 of 8 published`, or of an index `known`. */
export const spreadCount = (
  { members, provenance }: ComparedGroup,
  { n }: Spread,
  language: Language,
): string => countKnown(n, members, provenance !== 'printed', language)

/** `M is the median of Our eight, 7 of 8 here`; `**…**` marks the name. */
export const comparedHead = ({ name, here, members }: ComparedGroup, language: Language): string =>
  translate(language, 'compareGroup.head', { name, n: here, of: members })

const figuresOf = (id: RankingMeasureId, { median, lower, upper }: Spread, language: Language) => ({
  median: spreadFigure(id, median, language),
  lower: lower === null ? '' : spreadFigure(id, lower, language),
  upper: upper === null ? '' : spreadFigure(id, upper, language),
})

/** `Share, 2023: median 412.33, quartiles 201.11 to 655.20 (7 of 8 published).`; null where nobody has the figure. */
export function comparedSpread(
  group: ComparedGroup,
  { id, subject, year }: { id: RankingMeasureId; subject: string; year: number },
  language: Language,
): string | null {
  const spread = group.spreads[subject]?.[id]
  if (!spread) return null
  return translate(language, spread.lower === null ? 'compareGroup.spreadFew' : 'compareGroup.spread', {
    ...figuresOf(id, spread, language),
    measure: measureIn(id, subject, language),
    year: String(year),
    said: spreadCount(group, spread, language),
  })
}

/** Beside a median: its quartiles, and of how many they are. */
export function quartilesTitle(
  group: ComparedGroup,
  id: RankingMeasureId,
  spread: Spread,
  language: Language,
): string {
  const key = spread.lower === null ? 'compareGroup.spreadTitleFew' : 'compareGroup.spreadTitle'
  return translate(language, key, {
    ...figuresOf(id, spread, language),
    said: spreadCount(group, spread, language),
  })
}

/** Of all subjects the measure alone. */
const measureIn = (id: RankingMeasureId, subject: string, language: Language): string =>
  subject === 'all'
    ? measureOf(id).name[language]
    : translate(language, 'compareGroup.of', {
        measure: measureOf(id).name[language],
        subject: translate(language, `common.subjects.${subject}`),
      })

/** All of it, a sentence a line, for a terminal and for what stands under a view. */
export function comparedGroupLines(
  group: ComparedGroup,
  { subject, year }: { subject: string; year: number },
  language: Language,
): string[] {
  const spreads = (['share', 'count', 'rank'] as const).map((id) =>
    comparedSpread(group, { id, subject, year }, language),
  )
  const missing = missingWords(group, language)
  return [
    comparedHead(group, language),
    ...spreads,
    missing && missing + translate(language, 'came.stop'),
  ].flatMap((line) => line?.replaceAll('**', '') ?? [])
}

/** Head and text, a line each, for files: every Share and Count that differences are measured from. */
export function comparedGroupCells(group: ComparedGroup, language: Language): [string, string][] {
  const say = (key: string, values = {}) => translate(language, `groups.${key}`, values)
  const spreads = ALL_SUBJECTS.flatMap((subject) =>
    (['share', 'count'] as const).flatMap((id): [string, string][] => {
      const spread = group.spreads[subject]?.[id]
      if (!spread) return []
      const words = { ...figuresOf(id, spread, language), said: spreadCount(group, spread, language) }
      return [
        [
          say('fileSpread', { measure: measureIn(id, subject, language) }),
          say(spread.lower === null ? 'fileMedian' : 'fileQuartiles', words),
        ],
      ]
    }),
  )
  const missing = missingWords(group, language)
  return [
    [say('fileMembers'), say('ofHere', { n: group.here, of: group.members })],
    ...spreads,
    ...(missing === null ? [] : [[say('fileMissing'), missing] satisfies [string, string]]),
  ]
}
