/** The cover of a city's brief: its five readouts above the Shares of the whole ranking. */
import type { CityProfile } from '../../../../shared/contract/cities.ts'
import type { RankingList } from '../../../../shared/contract/rankings.ts'
import { LANGUAGE_MARKS, nameIn } from '../../../../shared/domain/language.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { slug } from '../../../../shared/domain/slug.ts'
import { shortScope } from '../../../../shared/figures/names.ts'
import { plateName, rankedWord } from '../../../../shared/figures/ranked-rows.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { RankingMeasureId } from '../../../../shared/measures/ranking.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import type { CoverSpec } from '../../../../shared/plates/cover.ts'
import { coverParts } from '../../../../shared/plates/cover.ts'
import { plateOf } from '../../../../shared/plates/frame.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { listRankings } from '../../../queries/rankings.ts'
import { makerLook } from './look.ts'
import type { PlateLook, PlateMaker } from './maker.ts'

const say = (language: Language, key: string, values = {}) =>
  translate(language, `plates.pages.cover.${key}`, values)

const READOUTS: readonly RankingMeasureId[] = ['rank', 'share', 'count', 'countPerShare', 'regionSharePct']

/** A cover's name and the line below it, in sizes of a slide's title and subtitle. */
const NAME = 60 / 26
const LINE = 21.6 / 15

export const coverPlates: PlateMaker<'cover'> = (figure, look, context) => {
  const { language } = look
  const { input } = figure
  const profile = cityProfile(input, context)
  const { year } = profile
  const list = listRankings(
    {
      dataset: input.dataset,
      by: 'city',
      subject: 'all',
      year,
      search: '',
      also: [],
      offset: 0,
      limit: 'all',
    },
    context,
  )
  const large = larger(look)
  const maker = makerLook(large, input.dataset, context)
  const name = plateName(profile.city, language)
  const scope = shortScope(profile.headline.scope, language)
  const note =
    scope === '' ? '' : say(language, 'scope', { subject: translate(language, 'common.subjects.all'), scope })
  const words = maker.words({ title: name, subtitle: say(language, 'subtitle', { year }) }, [note])
  const spec = coverSpec(profile, list, name, look, language)
  const said = spec.readouts.map(({ label, value, after }) => `${label} ${value} ${after}`.trim())
  const options = maker.options()
  const alt = cutAlt(
    say(language, 'alt', {
      title: titleOf(profile, name, list, language),
      readouts: said.join(translate(language, 'figures.list')),
      n: list.total,
      of: rankedWord(language, `altOf.${profile.headline.provenance}`),
    }),
  )
  const plate = plateOf(words, options, (room) => ({
    kind: 'cover',
    parts: coverParts({ ...spec, subtitle: words.subtitle, alt }, room, options),
    alt,
    description: [titleOf(profile, name, list, language), ...said].join('\n'),
    howTo: say(language, 'howTo'),
    measures: READOUTS.map((id) => measureOf(id).indicator),
    numbers: numbersOf(profile, name, language),
    labels: { drawn: READOUTS.length, of: READOUTS.length },
    fileStem: `${slug(plateName(profile.city, 'en'))}-cover-${year}`,
  }))
  return { plates: [plate], filters: { city: profile.city.cityId, year } }
}

/** The name of the city stands in letters that are read from afar. */
function larger(look: PlateLook): PlateLook {
  const { type } = look.preset
  return {
    ...look,
    preset: { ...look.preset, type: { ...type, title: type.title * NAME, subtitle: type.subtitle * LINE } },
  }
}

function titleOf(
  { headline, year }: CityProfile,
  name: string,
  list: RankingList,
  language: Language,
): string {
  if (headline.share === null || headline.rank === null) return say(language, 'titlePlain', { name, year })
  const share = formatFigure('share', headline.share, language)
  return say(language, 'title', { name, share, rank: headline.rank, n: list.total })
}

function coverSpec(
  { headline, city }: CityProfile,
  list: RankingList,
  name: string,
  { date }: PlateLook,
  language: Language,
): Omit<CoverSpec, 'subtitle'> {
  const region = nameIn(language, city.regionName, city.regionNameZh)
  const rows = list.rows.filter(({ rank }) => rank !== null)
  const named =
    headline.share === null
      ? name
      : say(language, 'named', { name, value: formatFigure('share', headline.share, language) })
  return {
    readouts: READOUTS.map((id) => {
      const value = headline[id]
      const text = value === null ? translate(language, 'common.np') : formatFigure(id, value, language)
      const percent = id === 'regionSharePct' && value !== null
      return {
        label:
          id === 'regionSharePct'
            ? say(language, 'part', { region: theRegion(region, language) })
            : measureOf(id).name[language],
        value: percent ? say(language, 'percent', { value: text }) : text,
        after:
          id === 'rank' && value !== null
            ? say(language, 'of', { n: formatNumber(list.total, 0, language) })
            : '',
        chosen: id === 'share',
      }
    }),
    date: date === undefined ? '' : dateWords(date, language),
    head: say(language, 'all', { n: formatNumber(rows.length, 0, language) }),
    columns: rows.map(({ share, id }) => ({ value: share, chosen: id === headline.id })),
    named,
    group: say(language, 'group'),
    alt: '',
  }
}

/** As it stands in a sentence: "part of the United States". */
export const theRegion = (region: string, language: Language): string =>
  language === 'en' && /^(United|Netherlands|Philippines|Chinese mainland)/.test(region)
    ? `the ${region}`
    : region

/** "29 November 2026", of a date as it was asked for. */
const dateWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LANGUAGE_MARKS[language].locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

function numbersOf({ headline, year }: CityProfile, name: string, language: Language): PlateNumber[] {
  return READOUTS.flatMap((id): PlateNumber[] => {
    const value = headline[id]
    if (value === null) return []
    const { decimals, name: what } = measureOf(id)
    const label = rankedWord(language, 'numbers.value', { name, what: what[language], year })
    const derived = id === 'countPerShare' && headline.provenance === 'printed'
    return [{ label, value, decimals, of: derived ? 'computed' : headline.provenance }]
  })
}
