/** The reckoning of each measure of an index: the same figures as its rows, set into the formula of its definition. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { FigureRef, NumberTerm } from '../../../shared/contract/explained-numbers.ts'
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import type { MeasureId } from '../../../shared/measures/by-id.ts'
import { toShare } from '../../counting/exact.ts'
import { adjustedChange } from '../../indicators/change.ts'
import { specialisation } from '../../indicators/specialisation.ts'
import { figuresOf } from '../computed/entity-space.ts'
import { findEntity } from '../computed/find-entity.ts'
import { fullShare, regionUnitsOf, rowOf } from '../computed/rows.ts'
import { articlesIn, indexYears } from '../computed/totals.ts'
import { unitsElsewhere } from '../computed/units-elsewhere.ts'
import { cellsOf } from '../computed/cells.ts'
import type { AskedFigure } from './asked-figure.ts'
import type { Behind } from './narrow.ts'
import { behind, stepsOf, unitsOf } from './narrow.ts'
import type { Made } from './terms.ts'
import { figureTerm, made, nothingMade, term } from './terms.ts'

const RECKON: Readonly<Partial<Record<MeasureId, (about: AskedFigure) => Made>>> = {
  share: (about) => nothingMade(shareIn(about)),
  count: (about) => nothingMade(countIn(about)),
  score: scoreOf,
  countPerShare: (about) =>
    made(
      about.asked.from < about.asked.to ? perShare(about) : row(about).countPerShare,
      '{count} ÷ {share}',
      [countTerm(about), shareTerm(about)],
      (a, b) => a / b,
    ),
  adjustedShare: (about) =>
    made(
      row(about).adjustedShare,
      '{share} × {articlesBase} ÷ {articles}',
      [shareTerm(about), total('articlesBase', about, about.base), total('articles', about, about.asked.to)],
      (share, base, articles) => (share * base) / articles,
    ),
  change: (about) =>
    made(
      changeOf(about).absolute,
      '{shareTo} × {articlesBase} ÷ {articlesTo} − {shareFrom} × {articlesBase} ÷ {articlesFrom}',
      changeTerms(about),
      (to, base, allTo, from, allFrom) => (to * base) / allTo - (from * base) / allFrom,
    ),
  changePct: (about) =>
    made(
      changeOf(about).percent,
      '100 × (({shareTo} ÷ {articlesTo}) ÷ ({shareFrom} ÷ {articlesFrom}) − 1)',
      changeTerms(about).filter((each) => each?.role !== 'articlesBase'),
      (to, allTo, from, allFrom) => 100 * (to / allTo / (from / allFrom) - 1),
    ),
  rank: (about) => {
    const { rank } = row(about)
    return made(rank, '1 + {above}', [rank === null ? null : term('above', above(about))], (more) => 1 + more)
  },
  rankChange: (about) => {
    const { asked } = about
    const now = rankIn(about, asked.to)
    const before = rankIn(about, asked.from)
    const value = now === null || before === null ? null : before - now
    return made(
      value,
      '{rankFrom} − {rankTo}',
      [
        before === null ? null : figureTerm('rankFrom', before, figure(about, 'rank', asked.from)),
        now === null ? null : figureTerm('rankTo', now, figure(about, 'rank')),
      ],
      (from, to) => from - to,
    )
  },
  regionSharePct: regionShare,
  perMillion: (about) => {
    const { perMillion, population } = row(about)
    const inhabitants =
      population &&
      term('inhabitants', population.inhabitants, {
        year: population.year,
        note: [population.area, population.source].filter(Boolean).join(' · '),
      })
    return made(
      perMillion,
      '10⁶ × {share} ÷ {inhabitants}',
      [shareTerm(about), inhabitants],
      (a, b) => (1e6 * a) / b,
    )
  },
  internationalPct: (about) => reach(about, 'internationalPct'),
  domesticPct: (about) => reach(about, 'domesticPct'),
  localPct: (about) => reach(about, 'localPct'),
  specialisation: specialised,
}

export function reckon(about: AskedFigure): Made {
  return RECKON[about.asked.measure]?.(about) ?? nothingMade(null)
}

const row = ({ dataset, asked, entity, subject, base }: AskedFigure, reach = false) =>
  rowOf(dataset, asked.kind, entity, { subject, year: asked.to, base, reach })

/** Another figure of the same entity. */
const figure = ({ asked }: AskedFigure, measure: MeasureId, year = asked.to): FigureRef => ({
  ...asked,
  measure,
  from: year,
  to: year,
})

const years = ({ dataset, asked }: AskedFigure) =>
  indexYears(dataset).filter((year) => year >= asked.from && year <= asked.to)

const cell = ({ dataset, asked, entity, subject }: AskedFigure, year: number) =>
  figuresOf(dataset, asked.kind, entity, subject, year)

function shareIn(about: AskedFigure): number | null {
  const cells = years(about).flatMap((year) => cell(about, year) ?? [])
  if (cells.length === 0) return null
  const [only] = cells
  if (cells.length === 1 && only) return fullShare(only)
  return toShare(cells.reduce((sum, { units }) => sum + units, 0))
}

function countIn(about: AskedFigure): number | null {
  if (about.asked.partner !== null) return jointly(about)?.articles.length ?? null
  const cells = years(about).flatMap((year) => cell(about, year) ?? [])
  return cells.length === 0 ? null : cells.reduce((sum, { articles }) => sum + articles, 0)
}

const rankIn = (about: AskedFigure, year: number): number | null => cell(about, year)?.rank ?? null

function shareTerm(about: AskedFigure): NumberTerm | null {
  const share = shareIn(about)
  return share === null ? null : figureTerm('share', share, figure(about, 'share'))
}

function countTerm(about: AskedFigure): NumberTerm | null {
  const count = countIn(about)
  return count === null ? null : figureTerm('count', count, figure(about, 'count'))
}

/** N: all articles of the index in a year. */
function total(
  role: 'articles' | 'articlesBase' | 'articlesFrom' | 'articlesTo',
  { dataset }: AskedFigure,
  year: number,
): NumberTerm | null {
  const articles = articlesIn(dataset, year)
  return articles === null ? null : term(role, articles, { year })
}

/** Share of an end of a change: with no article there it is 0, as long as the index has the year. */
function shareAt(about: AskedFigure, year: number): number | null {
  const found = cell(about, year)
  if (found) return year === about.asked.to ? fullShare(found) : toShare(found.units)
  return articlesIn(about.dataset, year) === null ? null : 0
}

function changeOf(about: AskedFigure) {
  const { dataset, asked, base } = about
  const end = (year: number) => ({ share: shareAt(about, year), articles: articlesIn(dataset, year) })
  return adjustedChange(end(asked.from), end(asked.to), articlesIn(dataset, base))
}

function changeTerms(about: AskedFigure): (NumberTerm | null)[] {
  const { from, to } = about.asked
  const share = (role: 'shareFrom' | 'shareTo', year: number) => {
    const value = shareAt(about, year)
    return value === null ? null : figureTerm(role, value, figure(about, 'share', year))
  }
  return [
    share('shareTo', to),
    total('articlesBase', about, about.base),
    total('articlesTo', about, to),
    share('shareFrom', from),
    total('articlesFrom', about, from),
  ]
}

/** How many have a larger Share, to the hundredth by which ranks are made. */
function above({ dataset, asked, entity, subject }: AskedFigure): number {
  const cells = cellsOf(dataset, asked.kind, subject, asked.to)
  const own = cells.hundredths[cells.at[entity] ?? -1] ?? Infinity
  let more = 0
  for (let i = 0; i < cells.size; i++) if ((cells.hundredths[i] as number) > own) more += 1
  return more
}

function regionShare(about: AskedFigure): Made {
  const { dataset, asked, subject, entity } = about
  const { regionSharePct, region, regionName, regionNameZh } = row(about)
  const elsewhere = unitsElsewhere(dataset, asked.kind, subject, asked.to).get(asked.id) ?? 0
  const own = figuresOf(dataset, asked.kind, entity, subject, asked.to)
  const denominator = denominatorOf(region)
  const whole = regionUnitsOf(dataset, subject, asked.to).get(denominator) ?? null
  const label: EntityLabel = { id: region, name: regionName, nameZh: regionNameZh }
  const ofRegion: FigureRef = { ...figure(about, 'share'), kind: 'country', id: region }
  return made(
    regionSharePct,
    '100 × {regionPart} ÷ {regionShare}',
    [
      own &&
        term('regionPart', toShare(own.units - elsewhere), {
          decimals: 2,
          year: asked.to,
          figure: figure(about, 'share'),
        }),
      whole === null
        ? null
        : term('regionShare', toShare(whole), {
            decimals: 2,
            year: asked.to,
            label,
            note: denominator === region ? null : denominator.replaceAll('+', ' + '),
            // What several regions share as a denominator is no figure of one of them.
            figure: denominator === region ? ofRegion : null,
          }),
    ],
    (part, all) => (100 * part) / all,
  )
}

/** Of a period: no row states it. */
function perShare(about: AskedFigure): number | null {
  const [count, share] = [countIn(about), shareIn(about)]
  return count === null || !share ? null : count / share
}

/** Of so many articles of the entity so many were written with others. */
function reach(about: AskedFigure, measure: 'internationalPct' | 'domesticPct' | 'localPct'): Made {
  const found = row(about, true)
  const percent = found[measure]
  const count = countTerm(about)
  const reached = percent === null || !count ? null : Math.round((percent * count.value) / 100)
  return made(
    percent,
    '100 × {reached} ÷ {count}',
    [reached === null ? null : term('reached', reached), count],
    (some, all) => (100 * some) / all,
  )
}

function specialised(about: AskedFigure): Made {
  const { dataset, asked, subject } = about
  const overall: AskedFigure = { ...about, subject: 0, asked: { ...asked, subject: 'all' } }
  const [part, whole] = [shareIn(about), shareIn(overall)]
  const [inSubject, all] = [articlesIn(dataset, asked.to, subject), articlesIn(dataset, asked.to)]
  return made(
    specialisation(part, whole, inSubject, all),
    '({shareSubject} ÷ {share}) ÷ ({articlesSubject} ÷ {articles})',
    [
      part === null
        ? null
        : figureTerm('shareSubject', part, figure(about, 'share'), { subject: asked.subject }),
      whole === null ? null : figureTerm('share', whole, figure(overall, 'share'), { subject: 'all' }),
      inSubject === null
        ? null
        : term('articlesSubject', inSubject, { year: asked.to, subject: asked.subject }),
      all === null ? null : term('articles', all, { year: asked.to }),
    ],
    (a, b, c, d) => a / b / (c / d),
  )
}

/** What two wrote together, with the parts of both; null where there is no other. */
function jointly({ dataset, asked, subject }: AskedFigure): Behind | null {
  if (asked.partner === null) return null
  const [a, b] = [findEntity(dataset, asked.kind, asked.id), findEntity(dataset, asked.kind, asked.partner)]
  const period = { subject, from: asked.from, to: asked.to }
  const [step] = stepsOf(dataset, { a, b, period, path: [] }, { by: asked.kind, id: asked.id })
  return behind(dataset, step.narrowed)
}

function scoreOf(about: AskedFigure): Made {
  const joint = jointly(about)
  return nothingMade(joint && toShare(unitsOf(joint)))
}
