/** The changes that an edition prints as a figure of rows: under a head for each subject and period. */
import type { ChangeList, PrintedChange } from '../contract/changes.ts'
import type { Language } from '../domain/language.ts'
import { shortName } from '../format/names.ts'
import { formatSigned } from '../format/numbers.ts'
import { markBefore } from '../format/qualifiers.ts'
import type { Values } from '../i18n/index.ts'
import { translate } from '../i18n/index.ts'
import { changePct } from '../measures/change.ts'
import type { ChangeGroup } from './change-groups.ts'
import { changeKey, groupsOf } from './change-groups.ts'
import type { RowItem, RowsSpec } from './row-spec.ts'

export interface ChangeOptions {
  language: Language
  /** The edition whose page this is; what another prints says which. */
  edition: string
  /** As `changeKey` writes it. */
  highlight: string | undefined
}

export const changeWord = (language: Language, key: string, values?: Values): string =>
  translate(language, `plates.changes.${key}`, values)

const subjectWord = (language: Language, subject: string): string =>
  subject === 'all'
    ? translate(language, 'rising.printed.allSubjects')
    : translate(language, `plates.city.subjects.${subject}`)

/** @param list whole: the groups are in its order */
export function changeRows(list: ChangeList, options: ChangeOptions): RowsSpec {
  const { language } = options
  const percents = list.rows.filter(({ unit }) => unit === 'percent').map(({ value }) => value)
  return {
    language,
    marks: 'bars',
    rows: groupsOf(list.rows).flatMap((group) => [
      headOf(group, options),
      ...group.rows.map((row) => itemOf(row, options)),
    ]),
    heads: {
      place: '',
      name: changeWord(language, 'heads.name'),
      value: changeWord(language, 'heads.value'),
    },
    decimals: changePct.decimals,
    from: Math.min(0, ...percents),
    to: Math.max(0, ...percents),
    subject: list.filters.subject,
    difference: null,
    reference: null,
    absent: translate(language, 'common.notPublished'),
  }
}

function headOf(
  { key, subject, from, to, edition }: ChangeGroup,
  { language, edition: own }: ChangeOptions,
): RowItem {
  const values = { subject: subjectWord(language, subject), from, to, edition }
  return {
    kind: 'group',
    key: `group/${key}`,
    place: '',
    names: [changeWord(language, String(edition) === own ? 'group' : 'groupOf', values)],
    value: null,
    text: '',
    highlighted: false,
    hollow: false,
    numbers: [],
  }
}

/** A change in Share stands among the rows without a bar: the axis is of percentages. */
function itemOf(row: PrintedChange, { language, highlight }: ChangeOptions): RowItem {
  const { unit, value, decimals, qualifier, subject, from, to } = row
  const printed = markBefore(qualifier) + formatSigned(value, decimals, language)
  const key = changeKey(row)
  const name = shortName(row, language)
  const named = { city: name, subject: subjectWord(language, subject), from, to }
  const label =
    unit === 'percent'
      ? translate(language, 'plates.city.numberChange', named)
      : changeWord(language, 'numberShare', named)
  return {
    kind: 'row',
    key,
    place: '',
    names: [name],
    value,
    text: changeWord(language, unit, { value: printed }),
    highlighted: key === highlight,
    hollow: false,
    ...(unit === 'share' && { sum: true as const }),
    numbers: [{ label, value, decimals, of: row.provenance }],
  }
}
