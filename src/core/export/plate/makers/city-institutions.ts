import type { Language } from '../../../../shared/domain/language.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { cityInstitutions } from '../../../../shared/figures/city-institutions.ts'
import { rowsDescription } from '../../../../shared/figures/ranked-words.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { altText } from '../../../../shared/plates/alt-text.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { OpenDataset } from '../../../context.ts'
import { findIndexCity } from '../../../queries/computed/find-entity.ts'
import { listInstitutions } from '../../../queries/computed/list-institutions.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'
import { rowsPlates } from './rows.ts'

/** @throws AppError not-computed of a published edition, input-invalid without a city, and what the query throws. */
export const cityInstitutionsPlates: PlateMaker<'city-institutions'> = (
  { input, top, highlight },
  look,
  context,
) => {
  const list = listInstitutions({ ...input, offset: 0, limit: 'all' }, context)
  if (input.city === undefined)
    throw new AppError('input-invalid', 'no city', {
      values: { method: 'exports.figure', field: 'city', reason: '' },
    })
  const maker = makerLook(look, input.dataset, context)
  const { language } = maker
  const city = cityName(maker.dataset, input.city, language)
  const { spec, read, shown } = cityInstitutions(list, { language, top, highlight, city })
  const { subject, year } = list.filters
  const say = (key: string, values = {}) => translate(language, `plates.city.${key}`, values)
  const inSubject = translate(language, `common.subjectsIn.${subject}`)
  const whole = list.reconciliation?.cityShare ?? 0
  const title =
    read && whole > 0
      ? say(subject === 'all' ? 'title.institution' : 'title.institutionIn', {
          name: nameIn(language, read.name, read.nameZh),
          percent: formatFigure('regionSharePct', (100 * read.shareInCity) / whole, language),
          city,
          subject: inSubject,
        })
      : say('title.institutionNone', { city })
  const subtitle = say('subtitleInstitutions', {
    city,
    subject: inSubject,
    year,
    n: formatNumber(shown, 0, language),
    of: formatNumber(list.total, 0, language),
  })
  const rows = spec.rows.filter(({ kind, sum }) => kind === 'row' && !sum)
  const told = [...new Set([rows[0], rows.find(({ highlighted }) => highlighted), rows.at(-1)])]
  const alt = altText(language, {
    kind: say('kinds.institutions'),
    title,
    subtitle,
    rows: told.flatMap((row) => (row ? [`${row.names[0]} ${row.text}`] : [])),
    of: list.rows[0]?.provenance ?? null,
  })
  const plates = rowsPlates(
    {
      kind: 'city-institutions',
      spec,
      title,
      subtitles: () => [subtitle],
      notes: [say('noteSum')],
      alt: () => alt,
      description: (some, said) => rowsDescription(some, said, spec.absent),
      howTo: say('howToInstitutions'),
      measures: ['share'],
      numbers: [],
      words: {
        table: translate(language, 'city.institutions'),
        tableAlt: subtitle,
        chart: translate(language, 'city.shareHere'),
        chartAlt: alt,
      },
      aside: '',
      fileStem: [list.filters.city, 'institutions', subject === 'all' ? '' : subject, String(year)]
        .filter(Boolean)
        .join('-'),
    },
    maker,
  )
  return { plates, filters: list.filters }
}

const cityName = (dataset: OpenDataset, city: string, language: Language): string =>
  shortName(findIndexCity(dataset, city).label, language)
