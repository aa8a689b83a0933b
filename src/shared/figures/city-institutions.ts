/** Institutions of a city by their part of its Share, with what is left of it, so that the rows add up. */
import type { InstitutionList, InstitutionRow } from '../contract/institutions.ts'
import type { Language } from '../domain/language.ts'
import { nameIn } from '../domain/language.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import { share } from '../measures/output.ts'
import type { RowItem, RowsSpec } from './row-spec.ts'

export interface CityInstitutions {
  spec: RowsSpec
  /** The row that the title speaks of: the one asked for, else the first. */
  read: InstitutionRow | null
  shown: number
}

/** @param list whole, so that the row being read is found wherever it stands */
export function cityInstitutions(
  list: InstitutionList,
  {
    language,
    top,
    highlight,
    city,
  }: { language: Language; top: number; highlight?: string | undefined; city: string },
): CityInstitutions {
  const say = (key: string, values = {}) => translate(language, `city.${key}`, values)
  const place = new Map(list.rows.map((row, i) => [row.id, i + 1]))
  const leading = list.rows.slice(0, top)
  const asked = list.rows.find(({ id }) => id === highlight)
  const read = asked ?? list.rows[0] ?? null
  const outside = asked && !leading.includes(asked) ? asked : null
  const skipped = outside ? (place.get(outside.id) ?? 0) - leading.length - 1 : 0
  const shown = [...leading, ...(outside ? [outside] : [])]
  const item = (row: InstitutionRow): RowItem => ({
    kind: 'row',
    key: row.id,
    place: formatNumber(place.get(row.id) ?? 0, 0, language),
    names: [nameIn(language, row.name, row.nameZh)],
    value: row.shareInCity,
    text: formatFigure('share', row.shareInCity, language),
    highlighted: row === read,
    hollow: row.provenance === 'sample',
    numbers: [
      {
        label: translate(language, 'plates.city.numberInstitution', {
          name: nameIn(language, row.name, row.nameZh),
          city,
          year: list.filters.year,
        }),
        value: row.shareInCity,
        decimals: share.decimals,
        of: row.provenance,
      },
    ],
  })
  const sum = (key: string, name: string, value: number): RowItem => ({
    kind: 'row',
    key,
    place: '',
    names: [name],
    value,
    text: formatFigure('share', value, language),
    highlighted: false,
    hollow: false,
    sum: true,
    numbers: [{ label: name, value, decimals: share.decimals, of: list.rows[0]?.provenance ?? 'computed' }],
  })
  const sums: RowItem[] = []
  const { reconciliation } = list
  if (reconciliation) {
    const others = reconciliation.institutions - shown.reduce((total, row) => total + row.shareInCity, 0)
    const n = formatNumber(list.total - shown.length, 0, language)
    if (list.total > shown.length)
      sums.push(sum('others', say('otherInstitutions', { n }), Math.max(0, others)))
    sums.push(
      sum('without', say('withoutInstitution'), reconciliation.withoutInstitution),
      sum('sum', say('sum'), reconciliation.cityShare),
    )
  }
  const gap: RowItem[] =
    skipped > 0
      ? [
          {
            kind: 'gap',
            key: 'gap',
            place: '',
            names: [
              translate(language, 'plates.rising.skipped', {
                n: formatNumber(skipped, 0, language),
                units: translate(language, 'figures.units.institution'),
              }),
            ],
            value: null,
            text: '',
            highlighted: false,
            hollow: false,
            numbers: [],
          },
        ]
      : []
  return {
    read,
    shown: shown.length,
    spec: {
      language,
      marks: 'bars',
      rows: [...leading.map(item), ...gap, ...(outside ? [item(outside)] : []), ...sums],
      heads: { place: '#', name: say('institution'), value: translate(language, 'common.share') },
      decimals: share.decimals,
      from: 0,
      to: Math.max(0, ...shown.map(({ shareInCity }) => shareInCity)),
      subject: list.filters.subject,
      difference: null,
      reference: null,
      absent: translate(language, 'common.notPublished'),
    },
  }
}
