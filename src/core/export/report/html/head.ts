/** The head of a report's web page: whose brief it is, in five readouts, or what the report is called. */
import type { CityProfile } from '../../../../shared/contract/cities.ts'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import type { ReportContent } from '../../../../shared/contract/reports.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { ReaderContext } from '../../../context.ts'
import { theRegion } from '../../plate/makers/cover.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { listRankings } from '../../../queries/rankings.ts'
import { rankingInput } from '../../../../shared/contract/rankings.ts'
import type { LaidPage } from '../lay-pages.ts'
import { escape, say } from './markup.ts'

const READ = ['rank', 'share', 'count', 'countPerShare', 'regionSharePct'] as const

export interface Head {
  title: string
  markup: string
}

export function headOf(
  content: ReportContent,
  pages: readonly LaidPage[],
  language: Language,
  date: string | undefined,
  context: ReaderContext,
): Head {
  const cover = pages.find(({ page }) => page.figure.of === 'cover')
  const profile = cover ? profileOf(cover, context) : null
  const words = cover?.plates[0]
  const title =
    cover?.page.title[language].trim() ||
    (profile ? shortName(profile.city, language) : content.name.trim()) ||
    say(language, 'untitled')
  const stand = words && words.title !== title ? words.title : (words?.subtitle ?? '')
  const kind = content.template ? say(language, `kinds.${content.template}`) : say(language, 'kinds.report')
  const over = date === undefined ? kind : say(language, 'dated', { kind, date: dateIn(date, language) })
  const markup = [
    `<p class="over"><span>Science Cities${translate(language, 'common.comma')}${escape(over)}</span><span>${escape(say(language, 'oneFile'))}</span></p>`,
    `<h1>${escape(title)}</h1>`,
    stand === '' ? '' : `<p class="stand">${escape(stand)}</p>`,
    profile ? readouts(profile, language, context) : '',
  ]
  return { title, markup: markup.filter((part) => part !== '').join('\n') }
}

function profileOf({ page }: LaidPage, context: ReaderContext): CityProfile {
  return cityProfile((page.figure as FigureOf<'cover'>).input, context)
}

function readouts(profile: CityProfile, language: Language, context: ReaderContext): string {
  const { headline, year, dataset } = profile
  const { total } = listRankings(rankingInput.parse({ dataset, year, limit: 1 }), context)
  const region = nameIn(language, headline.regionName, headline.regionNameZh)
  const read = READ.map((id) => {
    const value = headline[id]
    const label =
      id === 'regionSharePct'
        ? say(language, 'partOf', { region: theRegion(region, language) })
        : measureOf(id).name[language]
    const figure = value === null ? translate(language, 'common.np') : formatFigure(id, value, language)
    const unit =
      value !== null && id === 'regionSharePct' ? say(language, 'percent', { value: figure }) : figure
    const of = formatNumber(total, 0, language)
    const rest = id === 'rank' ? ` <small>${escape(say(language, 'of', { of }))}</small>` : ''
    const head = id === 'share' ? say(language, 'inYear', { label, year: String(year) }) : label
    return `<div><dt>${escape(head)}</dt><dd${id === 'share' ? ' class="needle"' : ''}>${escape(unit)}${rest}</dd></div>`
  })
  return `<dl class="readouts">${read.join('')}</dl>`
}

function dateIn(date: string, language: Language): string {
  const locale = { en: 'en-GB', zh: 'zh-CN' }[language]
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}
