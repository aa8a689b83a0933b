/** Gives authors of a year's articles another institution until every printed city has the Share it should have. */
import type { SampleRandom } from './random.ts'
import { indexIn } from './random.ts'
import type { SampleWorld, Span } from './world.ts'
import type { YearPlan } from './year-plan.ts'
import { COUNTRIES_FROM } from './year-plan.ts'

/** What a city may be off, as a part of its Share. */
const CLOSE_ENOUGH = 0.0005

/**
 * Moves authors with one affiliation: first out of printed cities that have too much, into other places of their
 * region; then out of other places into cities that lack something. A move is worth 1/authors: articles of few authors
 * come first, those of many settle the rest.
 */
export class YearSettler {
  private readonly lack: Float64Array
  private readonly close: Float64Array
  private readonly world: SampleWorld
  private readonly plan: YearPlan
  private readonly random: SampleRandom
  private readonly order: Uint32Array

  /** @param shares what the areas have @param wanted what they should have */
  constructor(
    world: SampleWorld,
    plan: YearPlan,
    { shares, wanted, random }: { shares: Float64Array; wanted: Float64Array; random: SampleRandom },
  ) {
    this.world = world
    this.plan = plan
    this.random = random
    this.lack = Float64Array.from(wanted, (share, area) =>
      world.areas[area]?.printed === null ? 0 : share - (shares[area] as number),
    )
    this.order = byAuthors(plan)
    this.close = Float64Array.from(wanted, (share) => share * CLOSE_ENOUGH)
  }

  settle(): void {
    this.each((area, worth) => {
      if (!this.isPrinted(area) || -(this.lack[area] as number) < Math.max(worth, this.close[area] as number))
        return -1
      return this.otherPlace(area)
    })
    for (const abroad of [false, true]) {
      this.each((area, worth) => (this.isPrinted(area) ? -1 : this.needy(area, worth, abroad)))
    }
  }

  /** The largest part of a wanted Share by which a printed city is off. */
  get worst(): number {
    let worst = 0
    this.lack.forEach((lack, area) => {
      worst = Math.max(worst, (Math.abs(lack) / (this.close[area] as number)) * CLOSE_ENOUGH)
    })
    return worst
  }

  /** Offers every author with one affiliation; `choose` gives the area to move to, or -1. */
  private each(choose: (area: number, worth: number) => number): void {
    const { firstAuthor, firstAffiliation, affiliations } = this.plan
    for (const article of this.order) {
      const [from, to] = [firstAuthor[article] as number, firstAuthor[article + 1] as number]
      const worth = 1 / (to - from)
      for (let author = from; author < to; author++) {
        const at = firstAffiliation[author] as number
        if ((firstAffiliation[author + 1] as number) - at !== 1) continue
        const code = affiliations[at] as number
        if (code >= COUNTRIES_FROM) continue
        const area = this.world.areaOf[code] as number
        const target = choose(area, worth)
        if (target < 0) continue
        affiliations[at] = this.institutionOf(target)
        if (this.isPrinted(area)) this.lack[area]! += worth
        if (this.isPrinted(target)) this.lack[target]! -= worth
      }
    }
  }

  private isPrinted(area: number): boolean {
    return this.world.areas[area]?.printed !== null
  }

  private otherPlace(area: number): number {
    const { areasOfRegion, regionOf, areas } = this.world
    const span = areasOfRegion[regionOf[area] as number] as Span
    for (let tries = 0; tries < 8; tries++) {
      const place = span.from + this.random.below(span.to - span.from)
      if (!this.isPrinted(place)) return place
    }
    for (;;) {
      const place = this.random.below(areas.length)
      if (!this.isPrinted(place)) return place
    }
  }

  /** The city that lacks most, of the region or of the world. */
  private needy(area: number, worth: number, abroad: boolean): number {
    const { areasOfRegion, regionOf, areas } = this.world
    const span = abroad ? { from: 0, to: areas.length } : (areasOfRegion[regionOf[area] as number] as Span)
    let best = -1
    for (let other = span.from; other < span.to; other++) {
      const lack = this.lack[other] as number
      if (lack < worth || lack < (this.close[other] as number)) continue
      if (best < 0 || lack > (this.lack[best] as number)) best = other
    }
    return best
  }

  private institutionOf(area: number): number {
    const { from, to } = this.world.ofArea[area] as Span
    const { totals } = this.world
    const before = from === 0 ? 0 : (totals[from - 1] as number)
    return indexIn(totals, before + this.random.next() * ((totals[to - 1] as number) - before), from, to)
  }
}

/** Articles by their number of authors, then as they come. */
function byAuthors({ articles, firstAuthor }: YearPlan): Uint32Array {
  const authors = (article: number) => (firstAuthor[article + 1] as number) - (firstAuthor[article] as number)
  const keys = Float64Array.from({ length: articles }, (_, article) => authors(article) * articles + article)
  return Uint32Array.from(keys.sort(), (key) => key % articles)
}
