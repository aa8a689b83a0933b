/** What a file of a ranking says of the group: beside the filters, in words and numbers. */
import type { CityComparison } from '../../../shared/contract/cities.ts'
import type { RankingList } from '../../../shared/contract/rankings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { comparedGroupCells } from '../../../shared/format/compared-group-words.ts'
import {
  howMany,
  missingName,
  spreadFigure,
  toldMeasures,
  togetherWords,
} from '../../../shared/format/group-words.ts'
import type { GroupList } from '../../../shared/format/group-words.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { ExportTable } from './columns.ts'

type Filters = Pick<ExportTable, 'filters'>

/** The filters, and after them whom the group has, medians and quartiles, what it has together, and who is missing. */
export function withGroup<F extends Filters>(
  told: F,
  { group, ...list }: RankingList,
  language: Language,
): F {
  return group ? { ...told, filters: [...told.filters, ...linesOf({ ...list, group }, language)] } : told
}

/** The same of a comparison that is measured against the group's medians. */
export function withComparedGroup<F extends Pick<ExportTable, 'filters' | 'more'>>(
  told: F,
  { group }: Pick<CityComparison, 'group'>,
  language: Language,
): F {
  if (!group) return told
  const filters = [...told.filters, ...comparedGroupCells(group, language)]
  return { ...told, filters, more: () => ({ group }) }
}

function linesOf(list: GroupList, language: Language): [string, string][] {
  const { group } = list
  const say = (key: string, values = {}) => translate(language, `groups.${key}`, values)
  const { here, members, missing } = group
  return [
    [say('fileMembers'), say('ofHere', { n: here, of: members })],
    ...toldMeasures(list).map((id): [string, string] => {
      const spread = group.spreads[id]
      const write = (value: number | null) => (value === null ? '' : spreadFigure(id, value, language))
      const words = spread && {
        median: write(spread.median),
        lower: write(spread.lower),
        upper: write(spread.upper),
        said: howMany(list, spread, language),
      }
      return [
        say('fileSpread', { measure: measureOf(id).name[language] }),
        words ? say(spread.lower === null ? 'fileMedian' : 'fileQuartiles', words) : '',
      ]
    }),
    [say('fileTogether'), togetherWords(group, language).replaceAll('**', '')],
    ...(missing.length > 0
      ? [
          [
            say('fileMissing'),
            missing.map((each) => missingName(each, language)).join(translate(language, 'common.comma')),
          ] satisfies [string, string],
        ]
      : []),
  ]
}
