/** Cities side by side: series by subject, ratios and differences, and the history of ranks. */
import type { CityComparison } from '../../../../shared/contract/cities.ts'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import type { ComparedGroup } from '../../../../shared/contract/groups.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { slug } from '../../../../shared/domain/slug.ts'
import { comparedHead, comparedSpread } from '../../../../shared/format/compared-group-words.ts'
import { missingWords } from '../../../../shared/format/group-words.ts'
import { shortName } from '../../../../shared/format/names.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import type { Compared } from '../../../../shared/plates/compare/from-profiles.ts'
import { isDotted } from '../../../../shared/plates/compare/context-marks.ts'
import { compareSpec } from '../../../../shared/plates/compare/from-profiles.ts'
import { bodyParts } from '../../../../shared/plates/compare/layout.ts'
import type { ComparePage } from '../../../../shared/plates/compare/pages.ts'
import { pagesOf, panelsOn } from '../../../../shared/plates/compare/pages.ts'
import { spanWords } from '../../../../shared/plates/compare/panels.ts'
import type { CompareSpec } from '../../../../shared/plates/compare/spec.ts'
import { othersOf } from '../../../../shared/plates/compare/spec.ts'
import { plateOf } from '../../../../shared/plates/frame.ts'
import type { Plate, PlateWords } from '../../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../../context.ts'
import { compareEntities } from '../../../queries/compare.ts'
import { compareNumbers } from './compare-numbers.ts'
import { differenceTitle, leadTitle, rankTitle, sayCompare } from './compare-words.ts'
import type { PlateMaker } from './maker.ts'
import type { MakerLook, Part as Of } from './look.ts'
import { makerLook } from './look.ts'

/** What of a page its words depend on. */
type Said = Pick<ComparePage, 'of' | 'others'>

interface Asked {
  spec: CompareSpec
  profiles: readonly Compared[]
  group: ComparedGroup | null
  look: MakerLook
  /** Whether the reader gave a title of his own, which then stands on every plate. */
  titled: boolean
}

/** @throws AppError city-unknown, city-ambiguous, year-unknown. */
export const comparePlates: PlateMaker<'compare'> = (figure, request, context) => {
  const { cities: profiles, reference, by, group } = comparedOf(figure, context)
  const { bands } = figure.input
  const at = profiles.findIndex(({ city }) => city.cityId === reference)
  const intervals =
    bands && !group ? profiles.map(({ differenceIntervals }) => differenceIntervals ?? {}) : null
  const spec = compareSpec(profiles, request.language, intervals, Math.max(0, at), group)
  const look = makerLook(request, figure.input.dataset, context)
  const asked = { spec, profiles, group, look, titled: Boolean(request.title) }
  const pages = pagesOf(spec, wordsOf(asked, { of: 'both', others: [] }), look.options())
  return {
    plates: pages.map((page, i) => plateOn(asked, page, { index: i, part: partOf(asked, pages, page) })),
    filters: {
      ...(by !== 'city' && { by }),
      cities: profiles.map(({ city }) => city.cityId),
      ...(group ? { group: group.name } : { reference }),
      year: spec.year,
      ...(bands && { bands }),
    },
  }
}

/** Which of the pages of one title a page is: each finding stands for itself. */
function partOf({ titled }: Asked, pages: readonly ComparePage[], page: ComparePage): Of {
  const alike = titled ? pages : pages.filter(({ of }) => of === page.of && of !== 'table')
  return { index: Math.max(0, alike.indexOf(page)), of: alike.length }
}

/** Those compared, each once, in the order asked for: the letters are those of the view. */
function comparedOf({ input, reference }: FigureOf<'compare'>, context: ReaderContext): CityComparison {
  const cities = [...new Set(input.cities)]
  const comparison = compareEntities(
    {
      ...input,
      cities,
      also: [],
      ...(input.group === undefined && { reference: reference ?? input.reference }),
      lenient: false,
    },
    context,
  )
  const seen = new Map(comparison.cities.map((each) => [each.city.cityId, each]))
  return { ...comparison, cities: [...seen.values()] }
}

function wordsOf(asked: Asked, page: Said, part: Of = { index: 0, of: 1 }, dashed = false): PlateWords {
  const { spec, look } = asked
  const { language } = look
  const title = titleOf(asked, page)
  const subtitle = subtitleOf(spec, page, language)
  const dash = dashed ? [sayCompare(language, 'notes.dash')] : []
  return look.words(
    { title, subtitle },
    [...notesOf(spec, page, language), ...groupNotes(asked, page), ...dash],
    part,
  )
}

function titleOf({ spec, profiles, look }: Asked, { of, others }: Said): string {
  const { language } = look
  const lead = leadTitle(spec, profiles, language)
  if (of === 'ranks') return rankTitle(profiles, spec, language) ?? lead
  // Where no lines come before the table it has the comparison's own finding.
  if (of === 'both' || of === 'shares' || (spec.shares === null && others[0] === othersOf(spec)[0]))
    return lead
  return differenceTitle(spec, others, language) ?? lead
}

function subtitleOf(spec: CompareSpec, page: Said, language: Language): string {
  const { year, cities } = spec
  const panels = panelsOn(spec, page)
  if (!panels)
    return sayCompare(language, 'subtitles.table', {
      year: String(year),
      reference: cities[spec.reference]?.name ?? '',
    })
  const years = spanWords(panels.slots, language)
  if (panels.of === 'rank') return sayCompare(language, 'subtitles.ranks', { years })
  return sayCompare(language, panels.panels.length > 2 ? 'subtitles.series' : 'subtitles.seriesOne', {
    years,
  })
}

function notesOf(spec: CompareSpec, page: Said, language: Language): string[] {
  const { of } = page
  const panels = panelsOn(spec, page)
  const hasGap = panels?.slots.some((slot) => 'gap' in slot) ?? false
  const hasTable = of === 'both' || of === 'table'
  const hasInterval = hasTable && spec.rows.some(({ halves }) => halves !== null)
  return [
    hasGap ? sayCompare(language, 'notes.scope') : '',
    panels && isDotted(panels) ? sayCompare(language, 'notes.dotted') : '',
    hasInterval ? sayCompare(language, 'notes.interval') : '',
  ]
}

/** Whose median M is, what its band is, and who is missing. */
function groupNotes({ spec, group, look }: Asked, page: Said): string[] {
  if (!group) return []
  const { language } = look
  const isBand = panelsOn(spec, page)?.panels.some(({ quartiles = [] }) => quartiles.some(Boolean))
  const { year } = spec
  return [
    comparedHead(group, language).replaceAll('**', ''),
    comparedSpread(group, { id: 'share', subject: 'all', year }, language) ?? '',
    isBand ? translate(language, 'compareGroup.band') : '',
    missingNote(group, language),
  ]
}

const missingNote = (group: ComparedGroup, language: Language): string => {
  const words = missingWords(group, language)
  return words === null ? '' : words + translate(language, 'came.stop')
}

function plateOn(asked: Asked, page: ComparePage, { index, part }: { index: number; part: Of }): Plate {
  const { spec, look, profiles, group } = asked
  const { language } = look
  const options = look.options(index)
  const numbers = compareNumbers({ profiles, spec, group }, page, language)
  let dashed = false
  const lay = (words: PlateWords) =>
    plateOf(words, options, (room) => {
      const { parts, plan } = bodyParts(spec, page, room, words, options)
      dashed = plan?.dashed ?? false
      return {
        kind: 'compare',
        parts,
        alt: altOf(asked, words, page),
        description: numbers
          .map(({ label, value, decimals }) => `${label}: ${formatNumber(value, decimals, language)}`)
          .join('\n'),
        howTo: howToOf(spec, page, language),
        measures: panelsOn(spec, page)?.of === 'rank' ? ['rank', 'share'] : ['share', 'countPerShare'],
        numbers,
        labels: { drawn: spec.cities.length, of: spec.cities.length },
        fileStem: [
          ...profiles.map(({ city }) => slug(shortName(city, 'en'))),
          'comparison',
          profiles[0]?.year,
        ]
          .filter(Boolean)
          .join('-'),
      }
    })
  const plate = lay(wordsOf(asked, page, part))
  // A dash that had to stand in for words is told in the source line.
  return dashed ? lay(wordsOf(asked, page, part, true)) : plate
}

function howToOf(spec: CompareSpec, { of }: Said, language: Language): string {
  const values = { reference: spec.cities[spec.reference]?.name ?? '' }
  const first = spec.shares ? 'series' : 'ranks'
  const keys = { both: [first, 'table'], shares: ['series'], table: ['table'], ranks: ['ranks'] }[of]
  return keys.map((key) => sayCompare(language, `howTo.${key}`, values)).join(language === 'zh' ? '' : ' ')
}

const MOST_ALT = 300

/** Kind, finding, what is compared, and each city's number. */
function altOf({ spec, profiles, look }: Asked, words: PlateWords, { of }: Said): string {
  const { language } = look
  const stop = language === 'zh' ? '。' : '. '
  const shown = spec.cities.map(({ letter, name }, at) => {
    const value = of === 'ranks' ? (profiles[at]?.headline.rank ?? null) : (spec.rows[0]?.values[at] ?? null)
    const measure = measureOf(of === 'ranks' ? 'rank' : 'share')
    const said =
      value === null
        ? translate(language, 'figures.notPublished')
        : formatNumber(value, measure.decimals, language)
    return sayCompare(language, 'list', { letter, city: name, value: said })
  })
  const all =
    [
      sayCompare(language, 'kind'),
      words.title,
      words.subtitle,
      shown.join(translate(language, 'figures.list')),
    ].join(stop) + stop.trim()
  return all.length <= MOST_ALT ? all : `${all.slice(0, MOST_ALT - 1)}…`
}
