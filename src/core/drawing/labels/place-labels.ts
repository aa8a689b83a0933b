/**
 * Labels that never touch: each in turn takes its cheapest free place, then a few passes let hidden ones move a lower
 * one aside and shown ones improve. Deterministic, in figure units, with widths given by the caller: screen, files and
 * command line place alike.
 */
import type { Effort } from './candidates.ts'
import { candidatesOf } from './candidates.ts'
import { Surroundings } from './surroundings.ts'
import { Taken } from './taken.ts'
import type { Candidate, LabelRequest, PlacedLabel } from './types.ts'

export type { LabelRequest, LabelText, PlacedLabel } from './types.ts'

/** Of more circles only the first are tried: a figure has no room for so many names. */
const MOST_TRIED = 400
const MOST_TRIED_IN_CROWD = 120
const PASSES = 4
/** Labels that give way to one of the first at a time. */
const MOST_MOVED = 3
/** In a crowd where most are hidden, only the first ones are worth moving others for. */
const CROWD = 600

/** What is tried, one after another: the later ones cost more, and only the first labels come to them. */
const EFFORTS: readonly (Effort & { cost: number })[] = [
  { far: false, over: false, scale: 1, withValue: true, cost: 0 },
  { far: true, over: false, scale: 1, withValue: true, cost: 0 },
  { far: true, over: false, scale: 0.85, withValue: true, cost: 4 },
  { far: true, over: true, scale: 0.85, withValue: true, cost: 4 },
  { far: true, over: true, scale: 0.75, withValue: false, cost: 8 },
]

/** @returns one label a circle, null where none found a place or none was asked for. */
export function placeLabels(request: LabelRequest): { labels: (PlacedLabel | null)[]; shown: number } {
  const { circles, always = 25 } = request
  const order = request.order.slice(0, circles.length > CROWD ? MOST_TRIED_IN_CROWD : MOST_TRIED)
  const taken = new Taken(request.plot)
  const first = new Set(order.slice(0, always))
  const places = new Places(request, first)
  for (const circle of order) {
    const free = places.find(circle, (each) => taken.isFree(each))
    if (free) taken.add(free)
  }
  const mayMove = (circle: number) => (first.has(circle) ? MOST_MOVED : circles.length > CROWD ? 0 : 1)
  for (let pass = 0; pass < PASSES && improve(order, { places, taken, mayMove }); pass++);

  const labels = circles.map((_, circle) => taken.of(circle)?.label ?? null)
  return { labels, shown: labels.filter((label) => label !== null).length }
}

/** The places of each label, worked out when they are first looked at. */
class Places {
  private readonly request: LabelRequest
  private readonly first: ReadonlySet<number>
  private readonly around: Surroundings
  private readonly known = new Map<number, Candidate[][]>()

  constructor(request: LabelRequest, first: ReadonlySet<number>) {
    this.request = request
    this.first = first
    this.around = new Surroundings(request)
  }

  /** The first that passes; cheapest first within an effort. */
  find(circle: number, passes: (candidate: Candidate) => boolean): Candidate | undefined {
    const efforts = this.first.has(circle) ? EFFORTS.length : 1
    for (let effort = 0; effort < efforts; effort++) {
      const found = this.at(circle, effort).find(passes)
      if (found) return found
    }
    return undefined
  }

  private at(circle: number, effort: number): Candidate[] {
    const tiers = this.known.get(circle) ?? []
    this.known.set(circle, tiers)
    return (tiers[effort] ??= this.make(circle, EFFORTS[effort]!))
  }

  private make(circle: number, { cost, ...effort }: (typeof EFFORTS)[number]): Candidate[] {
    const scale = this.request.fixed ? 1 : effort.scale
    const made = candidatesOf(circle, this.request, this.around, { ...effort, scale })
    return cost === 0 ? made : made.map((each) => ({ ...each, cost: each.cost + cost }))
  }
}

interface Moving {
  places: Places
  taken: Taken
  /** Labels that may give way to one at a time. */
  mayMove(circle: number): number
}

/** One pass of repair. @returns whether anything has changed. */
function improve(order: readonly number[], moving: Moving): boolean {
  const { places, taken } = moving
  let changed = false
  for (const circle of order) {
    const now = taken.of(circle)
    if (now) {
      taken.remove(now)
      const better = places.find(circle, (each) => each.cost >= now.cost || taken.isFree(each))
      const improved = better !== undefined && better.cost < now.cost
      taken.add(improved ? better : now)
      changed ||= improved
    } else if (moveAside(circle, moving)) changed = true
  }
  return changed
}

/** Takes the cheapest place that is free, or whose few holders all have a free place elsewhere. */
function moveAside(circle: number, { places, taken, mayMove }: Moving): boolean {
  const most = mayMove(circle)
  const place = places.find(circle, (candidate) => {
    const holders = taken.touched(candidate, most + 1)
    if (holders.length > most) return false
    for (const holder of holders) taken.remove(holder)
    taken.add(candidate)
    const moved: Candidate[] = []
    for (const holder of holders) {
      const elsewhere = places.find(holder.circle, (each) => taken.isFree(each))
      if (!elsewhere) break
      taken.add(elsewhere)
      moved.push(elsewhere)
    }
    if (moved.length === holders.length) return true
    for (const each of [...moved, candidate]) taken.remove(each)
    for (const holder of holders) taken.add(holder)
    return false
  })
  return place !== undefined
}
