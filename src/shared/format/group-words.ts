/** What a ranking says of the group that it was asked for: on screens, in a terminal and in files alike. */
import type { MissingMember, RankingGroup } from '../contract/groups.ts'
import type { RankingList } from '../contract/rankings.ts'
import type { Language } from '../domain/language.ts'
import { nameIn } from '../domain/language.ts'
import type { Spread } from '../domain/quartiles.ts'
import { translate } from '../i18n/index.ts'
import type { MeasureId } from '../measures/by-id.ts'
import { measureOf } from '../measures/by-id.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import { formatFigure } from './figures.ts'
import { formatNumber, printedDecimals } from './numbers.ts'

/** Told of every group, where the dataset has the figure. */
const ALWAYS: readonly RankingMeasureId[] = ['share', 'count']

export type GroupList = Pick<RankingList, 'filters'> & { group: RankingGroup; index: RankingList['index'] }

/** The measures whose median is told: Share, Count, and the one by which the rows stand. */
export function toldMeasures({ group, filters }: GroupList): RankingMeasureId[] {
  // By rank a ranking stands anyway: a rank's median says little.
  const sorted = RANKING_MEASURES.find(({ id }) => id === filters.sort && id !== 'rank')?.id
  const wanted = new Set([...ALWAYS, ...(sorted === undefined ? [] : [sorted])])
  return [...wanted].filter((id) => group.spreads[id] !== undefined)
}

/** `Our eight, 7 of 8 here`; `**…**` marks the name. */
export const groupHead = ({ name, here, members }: RankingGroup, language: Language): string =>
  translate(language, 'groups.head', { name, n: here, of: members })

/** A median or quartile as the measure is written; between two whole numbers with the decimals that it has. */
export function spreadFigure(id: MeasureId, value: number, language: Language): string {
  const { decimals } = measureOf(id)
  if (decimals > 0 || Number.isInteger(value)) return formatFigure(id, value, language)
  const own = printedDecimals(value)
  return formatNumber(value, own, language)
}

/** `Share: median 412.33, quartiles 201.11 to 655.20 (7 of 8 published)`; null where nobody has the figure. */
export function spreadWords(list: GroupList, id: RankingMeasureId, language: Language): string | null {
  const spread = list.group.spreads[id]
  if (!spread) return null
  return translate(language, spread.lower === null ? 'groups.spreadFew' : 'groups.spread', {
    measure: measureOf(id).name[language],
    median: spreadFigure(id, spread.median, language),
    lower: spread.lower === null ? '' : spreadFigure(id, spread.lower, language),
    upper: spread.upper === null ? '' : spreadFigure(id, spread.upper, language),
    said: howMany(list, spread, language),
  })
}

/** `7 of 8 published`; of an index, whose figures nobody printed, `known`. */
export const howMany = ({ group, index }: GroupList, { n }: Spread, language: Language): string =>
  countKnown(n, group.members, index !== null, language)

export const countKnown = (n: number, of: number, isIndex: boolean, language: Language): string =>
  translate(language, isIndex ? 'groups.knownOf' : 'groups.publishedOf', { n, of })

/** What the group has together, or why that is not told. */
export function togetherWords({ together, lacks }: RankingGroup, language: Language): string {
  if (!together) return translate(language, `groups.lacks.${lacks ?? 'rows'}`)
  return translate(language, 'groups.together', {
    share: formatFigure('share', together.share, language),
    count: formatFigure('count', together.count, language),
  })
}

/** The members without a row, each with the reason; null where there is none. */
export function missingWords({ missing }: Pick<RankingGroup, 'missing'>, language: Language): string | null {
  if (missing.length === 0) return null
  const names = missing.map((each) => missingName(each, language))
  return translate(language, 'groups.missing', { names: names.join(translate(language, 'common.comma')) })
}

export function missingName({ pasted, name, reason, instead }: MissingMember, language: Language): string {
  if (reason === 'not-here' && instead)
    return translate(language, 'groups.reason.instead', {
      name,
      instead: nameIn(language, instead.name, instead.nameZh),
    })
  return translate(language, `groups.reason.${reason}`, { name: pasted })
}

/** All of it, a sentence a line, for a terminal. */
export function groupLines(list: GroupList, language: Language): string[] {
  const plain = (text: string) => text.replaceAll('**', '')
  const lines = [
    groupHead(list.group, language),
    ...toldMeasures(list).map((id) => spreadWords(list, id, language)),
    togetherWords(list.group, language),
    missingWords(list.group, language),
  ]
  return lines.flatMap((line) => (line === null ? [] : plain(line)))
}
