/** The total collaboration score of one, what of it reaches how far, and a partner's part of it. */
import type { CollaborationList, CollaborationRow } from '../../../shared/contract/collaborations.ts'
import { collaborationInput } from '../../../shared/contract/collaborations.ts'
import type { ExplainedNumber, FigureRef, NumberList } from '../../../shared/contract/explained-numbers.ts'
import type { Reach } from '../../../shared/domain/pairs.ts'
import { REACHES } from '../../../shared/domain/pairs.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { ReaderContext } from '../../context.ts'
import { derivationInput } from '../../../shared/contract/derivation.ts'
import { listCollaborations } from '../collaborations.ts'
import { deriveFigure } from '../computed/derivation.ts'
import type { Asked, Explain } from './form.ts'
import { formed, listedParts, refTo, unexplained } from './form.ts'
import { figureTerm, made, nothingMade } from './terms.ts'

const SIDES = {
  institution: { between: 'institutions', key: 'institution' },
  city: { between: 'cities', key: 'city' },
  country: { between: 'countries', key: 'country' },
} as const

/** In percent: decimals as the views write it. */
const PERCENT = 1
const PER_ARTICLE = 3
const SCORE = measureOf('score').decimals

type ScoreReach = Reach | 'unknown'
const isReach = (text: string): text is ScoreReach =>
  text === 'unknown' || (REACHES as readonly string[]).includes(text)

/** A partner's percentage of the total. @throws AppError input-invalid without a partner that has a joint article */
export function explainPart(input: Asked, context: ReaderContext, explain: Explain): ExplainedNumber {
  const { form: _, among: _among, ...plain } = input
  if (input.partner === undefined) throw unexplained('partner', 'a part is of a score with a partner')
  const score = explain({ ...plain, measure: 'score' }, context)
  const { list, asked, whole } = totalOf(input, context)
  const row = list.rows.find(({ b }) => b === score.partner?.id)
  return formed(list, {
    asked: { ...asked, partner: score.partner?.id ?? null, form: 'part' },
    entity: score.entity,
    partner: score.partner,
    made: made(
      row?.partPct ?? null,
      '100 × {score} ÷ {whole}',
      [
        score.value === null ? null : figureTerm('score', score.value, refTo(score)),
        figureTerm('whole', whole.score, { ...asked, form: 'whole' }),
      ],
      (own, all) => (100 * own) / all,
    ),
    decimals: PERCENT,
    provenance: score.provenance,
  })
}

/** What a joint article brings on average. @throws AppError input-invalid without a partner */
export function explainPerArticle(input: Asked, context: ReaderContext, explain: Explain): ExplainedNumber {
  const { form: _, among: _among, ...plain } = input
  if (input.partner === undefined) throw unexplained('partner', 'a score is of two')
  const score = explain({ ...plain, measure: 'score' }, context)
  const joint = explain({ ...plain, measure: 'count' }, context)
  const { kind, id, partner, subject, from, to, path } = input
  const asked = { dataset: input.dataset, kind, id, partner, subject, from: from ?? to, to, path }
  const place =
    path.length > 0 ? deriveFigure(derivationInput.parse({ ...asked, limit: 1 }), context).total : null
  const [sum, articles] = place ? [place.share, place.articles] : [score.value, joint.value]
  // Of a place there is no figure of a view to lead to.
  const terms = [
    sum === null ? null : figureTerm('score', sum, refTo(score), place ? { figure: null } : {}),
    articles === null ? null : figureTerm('joint', articles, refTo(joint), place ? { figure: null } : {}),
  ]
  const value = sum !== null && articles ? sum / articles : null
  return formed(score, {
    asked: { ...refTo(score), form: 'perArticle' },
    entity: score.entity,
    partner: score.partner,
    made: made(value, '{score} ÷ {joint}', terms, (all, n) => all / n),
    decimals: PER_ARTICLE,
    provenance: score.provenance,
  })
}

/** The total, of a reach where one is named, or that in percent of the total: who adds up to it. */
export function explainWhole(input: Asked, context: ReaderContext): ExplainedNumber {
  const { form, among } = input
  if (among !== undefined && !isReach(among)) throw unexplained('among', `${among} is no reach`)
  const { list, asked, whole } = totalOf(input, context)
  const value = among === undefined ? whole.score : whole[among]
  const own = { ...asked, ...(among !== undefined && { among }) }
  const answer = {
    entity: whole.entity,
    partner: null,
    provenance: list.rows[0]?.provenance ?? 'computed',
  } as const
  if (form !== 'wholePart') {
    return formed(list, {
      ...answer,
      asked: { ...own, form: 'whole' },
      made: nothingMade(value),
      decimals: SCORE,
      list: partnersOf(
        list.rows.filter(({ reach }) => among === undefined || (reach ?? 'unknown') === among),
        value,
        asked,
      ),
    })
  }
  return formed(list, {
    ...answer,
    asked: { ...own, form: 'wholePart' },
    made: made(
      whole.score === 0 ? null : (100 * value) / whole.score,
      '100 × {reachPart} ÷ {whole}',
      [
        figureTerm('reachPart', value, { ...own, form: 'whole' }),
        figureTerm('whole', whole.score, { ...asked, form: 'whole' }),
      ],
      (part, all) => (100 * part) / all,
    ),
    decimals: PERCENT,
  })
}

/** All partners, as the view of collaborations counts them. @throws AppError input-invalid for an area, and those of the list */
function totalOf(input: Asked, context: ReaderContext) {
  const { kind, id, subject, from, to } = input
  if (kind === 'metro') throw unexplained('kind', 'areas have no partners')
  const { between, key } = SIDES[kind]
  const list = listCollaborations(
    collaborationInput.parse({
      dataset: input.dataset,
      between,
      [key]: id,
      subject,
      from,
      year: to,
      limit: 'all',
    }),
    context,
  )
  const { whole } = list
  if (!whole) throw unexplained('form', 'a total is of all partners of one')
  return { list, whole, asked: askedOf(list, kind, whole.entity.id) }
}

const askedOf = ({ filters }: CollaborationList, kind: FigureRef['kind'], id: string): FigureRef => ({
  ...{ kind, id, partner: null, subject: filters.subject, from: filters.from, to: filters.year },
  measure: 'score',
})

const partnersOf = (rows: readonly CollaborationRow[], whole: number, asked: FigureRef): NumberList =>
  listedParts('partners', rows, {
    valueOf: ({ score }) => score ?? 0,
    rowOf: ({ b, bName, bNameZh, score }) => ({
      label: { id: b, name: bName, nameZh: bNameZh },
      value: score ?? 0,
      decimals: SCORE,
      figure: { ...asked, partner: b },
      isMarked: false,
    }),
    whole,
  })
