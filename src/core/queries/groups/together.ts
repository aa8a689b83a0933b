/** What a group has together: its articles counted once each, and their parts that are its members'. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { contributionArrays } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { finderOf } from '../../counting/own-articles.ts'
import { namesOf } from '../computed/entity-space.ts'
import { Lru } from '../../lru.ts'
import { levelOf } from '../computed/reach.ts'

export interface Together {
  /** Sum of the members' parts, in articles. A part belongs to one member, so it is their Shares' sum. */
  share: number
  /** Articles with at least one member: no more than the sum of Counts, no less than the largest. */
  count: number
}

const MOST_KEPT = 200

/** @param ids rows of the ranking; @param subject its number */
export function togetherOf(
  dataset: OpenDataset,
  by: EntityName,
  ids: ReadonlySet<string>,
  { subject, year }: { subject: number; year: number },
): Together {
  const kept = dataset.memo('groups/together', () => new Lru<Together>(MOST_KEPT, () => 1))
  return kept.get(`${by}/${subject}/${year}/${[...ids].sort().join('|')}`, () => {
    const wanted = new Set(namesOf(dataset, by).flatMap(({ id }, number) => (ids.has(id) ? [number] : [])))
    const { places, level } = levelOf(dataset, by)
    const nodes: number[] = []
    places[level].forEach((entity, node) => {
      if (wanted.has(entity)) nodes.push(node)
    })
    const filter = { subjectBit: subject, yearFrom: year, yearTo: year }
    const { size, articles, unitsIn } = finderOf(contributionArrays(dataset)).find(nodes, filter)
    let units = 0
    for (let k = 0; k < size; k++) units += unitsIn[articles[k] as number] as number
    return { share: toShare(units), count: size }
  })
}
