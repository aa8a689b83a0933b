/** `derivation.parts`: what a Share or a score consists of, by entity, subject or year. */
import type { NumberParts, PartRow, StepKind } from '../../../shared/contract/derivation.ts'
import { NOBODY } from '../../../shared/domain/step-kinds.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { articleArrays } from '../../articles/csr.ts'
import { nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { askedNumber, numberFilters } from '../computed/derivation.ts'
import { namesOf } from '../computed/entity-space.ts'
import { metrosOf } from '../computed/index-names.ts'
import { subjectsIn } from '../computed/derive-article.ts'
import { pageEnd } from '../page.ts'
import type { Behind, Narrowed } from './narrow.ts'
import { behind, isEntityKind, KIND_OF, refused, summed, unitsOf } from './narrow.ts'

/** By key of the part: entity's number (−1 for none), place of the subject, or year. */
type Sums = Map<number, { units: number; articles: number }>

/** Parts of entities and years add up to the number, exactly: units are whole numbers. @throws AppError as `askedNumber`. */
export function numberParts(input: ParsedInputOf<'derivation.parts'>, context: ReaderContext): NumberParts {
  const dataset = context.open(input.dataset)
  const asked = askedNumber(dataset, input)
  const { steps } = asked
  const { narrowed } = steps.at(-1) ?? steps[0]
  const whole = behind(dataset, narrowed)
  const summedUp = steps.map((step, i) =>
    summed(step, i === steps.length - 1 ? whole : behind(dataset, step.narrowed)),
  )
  const { by } = input
  const sums = isEntityKind(by) ? byEntity(dataset, by, narrowed, whole) : byArticle(dataset, by, whole)
  const ordered = [...sums].sort(([x, a], [y, b]) => (by === 'year' ? x - y : b.units - a.units || x - y))
  const listed = ordered.slice(input.offset, pageEnd(input))
  const unitsIn = (some: typeof ordered) => some.reduce((sum, [, { units }]) => sum + units, 0)
  const overlapping = by === 'subject'
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: numberFilters(input, asked),
    by,
    steps: summedUp,
    total: { share: toShare(unitsOf(whole)), articles: whole.articles.length },
    overlapping,
    residual: overlapping ? null : toShare(unitsIn(ordered) - unitsOf(whole)),
    of: ordered.length,
    rest: { parts: ordered.length - listed.length, share: toShare(unitsIn(ordered) - unitsIn(listed)) },
    truncated: ordered.length > pageEnd(input),
    rows: listed.map(([key, { units, articles }]) => ({
      ...named(dataset, by, key),
      share: toShare(units),
      articles,
    })),
  }
}

function named(dataset: OpenDataset, by: StepKind, key: number): Pick<PartRow, 'id' | 'label'> {
  if (by === 'year') return { id: String(key), label: null }
  if (by === 'subject') return { id: SUBJECTS[key] ?? NOBODY, label: null }
  const label = key < 0 ? null : (namesOf(dataset, by)[key]?.label ?? null)
  return { id: label?.id ?? NOBODY, label }
}

/** The part's affiliations in each of its articles, by the entity that they belong to. */
function byEntity(
  dataset: OpenDataset,
  by: keyof typeof KIND_OF,
  { nodes, partner }: Narrowed,
  { articles }: Behind,
): Sums {
  if (partner) throw refused('a score is divided by subject and year alone')
  const { start, node, units } = articleArrays(dataset)
  const owner = ownerOf(dataset, by)
  const counted = new Set(nodes)
  const sums: Sums = new Map()
  // The last article in which an entity was met: an article counts once.
  const met = new Map<number, number>()
  for (const article of articles) {
    for (let i = start[article] as number, end = start[article + 1] as number; i < end; i++) {
      const at = node[i] as number
      if (!counted.has(at)) continue
      const key = owner(at)
      const sum = sums.get(key)
      const isNew = met.get(key) !== article
      if (isNew) met.set(key, article)
      if (sum) {
        sum.units += units[i] as number
        if (isNew) sum.articles += 1
      } else sums.set(key, { units: units[i] as number, articles: 1 })
    }
  }
  return sums
}

/** By node the entity's number as `namesOf` counts them: a city outside any area stands for itself. */
function ownerOf(dataset: OpenDataset, by: keyof typeof KIND_OF): (node: number) => number {
  const maps = nodeMaps(dataset)
  const map = maps[KIND_OF[by]]
  if (by !== 'metro') return (node) => map[node] ?? -1
  const areas = metrosOf(dataset).length
  return (node) => {
    const area = map[node] ?? -1
    if (area >= 0) return area
    const city = maps.city[node] ?? -1
    return city < 0 ? -1 : areas + city
  }
}

/** Articles of several subjects are in each of them. */
function byArticle(dataset: OpenDataset, by: 'subject' | 'year', { articles, units }: Behind): Sums {
  const { year, subjects } = articleArrays(dataset)
  const keysOf = (article: number): number[] => {
    if (by === 'year') return [year[article] as number]
    const own = subjectsIn(subjects[article] as number).map((subject) => SUBJECTS.indexOf(subject))
    return own.length > 0 ? own : [-1]
  }
  const sums: Sums = new Map()
  articles.forEach((article, i) => {
    for (const key of keysOf(article)) {
      const sum = sums.get(key) ?? { units: 0, articles: 0 }
      sum.units += units[i] as number
      sum.articles += 1
      sums.set(key, sum)
    }
  })
  return sums
}
