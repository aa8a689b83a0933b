/** Draws the articles of a year: their sizes, subjects, institutions and authors. */
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { exponential, indexIn, SampleRandom } from './random.ts'
import type { YearTargets } from './targets.ts'
import { COUNTRY_ONLY, HEALTH_FROM, UNAFFILIATED } from './targets.ts'
import type { SampleWorld, Span } from './world.ts'
import { PARTNERS } from './world.ts'
import type { YearPlan } from './year-plan.ts'
import { COUNTRIES_FROM, PlanBuilder } from './year-plan.ts'

/** Authors of an article: log-normal of this median and spread, up to 99. */
const MEDIAN_AUTHORS = 6.5
const SPREAD = 0.88
const MOST_AUTHORS = 99
/** 100 to 500 authors. */
const LARGE = 0.003
/** Thousands of authors: one article in so many, of one of a few collaborations. */
const HUGE_EVERY = 3800
const HUGE_AT = 700
const COLLABORATIONS = 4
const PHYSICS = SUBJECTS.indexOf('physical-sciences')
const EVERY_SUBJECT = SUBJECTS.map((_, k) => k)
const WITHOUT_HEALTH = EVERY_SUBJECT.filter((k) => SUBJECTS[k] !== 'health-sciences')

export class YearDrawer {
  private readonly world: SampleWorld
  private readonly targets: YearTargets
  private readonly random: SampleRandom
  private readonly plan: PlanBuilder
  /** Share that each area has so far. */
  readonly shares: Float64Array
  private readonly lack: Float64Array
  private readonly collaborations: number[][]
  private readonly pool: number[] = []
  private readonly own: number[] = []
  private drawn = 0

  constructor(world: SampleWorld, targets: YearTargets, seed: number) {
    this.world = world
    this.targets = targets
    this.random = new SampleRandom(seed, targets.year)
    this.plan = new PlanBuilder(targets.year, targets.articles)
    this.shares = new Float64Array(world.areas.length)
    this.lack = new Float64Array(world.areas.length)
    this.collaborations = Array.from({ length: COLLABORATIONS }, () =>
      this.members(60 + this.random.below(100)),
    )
  }

  /** Draws up to `count` more articles. @returns whether the year is complete. */
  draw(count: number): boolean {
    const { articles } = this.targets
    const every = Math.max(8, Math.floor(articles / 800))
    for (let i = 0; i < count && this.drawn < articles; i++) {
      if (this.drawn % every === 0) this.weighLack()
      this.article()
      this.drawn++
    }
    return this.drawn === articles
  }

  finish(): YearPlan {
    return this.plan.finish()
  }

  /** Who lacks most of its Share leads the next articles most often, so all come out near what is wanted. */
  private weighLack(): void {
    let sum = 0
    for (let area = 0; area < this.lack.length; area++) {
      const lack = (this.targets.shares[area] as number) - (this.shares[area] as number)
      sum += lack > 0 ? lack : 0
      this.lack[area] = sum
    }
  }

  private article(): void {
    const { random, world } = this
    const huge = this.drawn % HUGE_EVERY === HUGE_AT
    const area = indexIn(this.lack, random.next() * (this.lack.at(-1) as number), 0, this.lack.length)
    const lead = this.institutionIn(world.ofArea[area] as Span)
    const large = !huge && random.next() < LARGE
    this.pool.length = 0
    let authors: number
    if (huge) {
      authors = 1000 + random.below(2000)
      this.pool.push(...(this.collaborations[random.below(COLLABORATIONS)] as number[]))
    } else if (large) {
      authors = 100 + random.below(401)
      this.pool.push(lead)
      const sites = 20 + random.below(50)
      for (let i = 0; i < sites; i++) this.join(this.anywhere())
    } else {
      authors = this.ordinaryAuthors()
      this.pool.push(lead)
      const most = Math.min(14, authors - 1)
      const sites = random.geometric(this.targets.further[area] as number, most)
      for (let i = 0; i < sites; i++) this.join(this.partner(lead))
    }
    this.authors(authors, !huge && !large)
    this.plan.endArticle(huge ? 1 << PHYSICS : this.subjects(area))
  }

  private ordinaryAuthors(): number {
    const drawn = MEDIAN_AUTHORS * exponential(SPREAD * this.random.normal())
    return Math.max(1, Math.min(MOST_AUTHORS, Math.round(drawn)))
  }

  /** Every institution has an author; of an ordinary article the first institution has about half of them. */
  private authors(count: number, ordinary: boolean): void {
    const { random, pool, own } = this
    for (let a = 0; a < count; a++) {
      own.length = 0
      const certain = a > 0 && a < pool.length
      const chance = random.next()
      if (certain || chance >= UNAFFILIATED + COUNTRY_ONLY) {
        const leads = a === 0 || (ordinary && random.next() < 0.5)
        own.push(pool[certain ? a : leads ? 0 : random.below(pool.length)] as number)
        this.furtherAffiliations()
      } else if (chance >= UNAFFILIATED) own.push(COUNTRIES_FROM + this.regionOf(pool[0] as number))
      this.endAuthor(count)
    }
  }

  /** About 1.35 affiliations an author in the mean, as repeats are left out. */
  private furtherAffiliations(): void {
    const { random, pool, own } = this
    const chance = random.next()
    const wanted = chance < 0.6 ? 0 : chance < 0.9 ? 1 : chance < 0.99 ? 2 : 3
    for (let i = 0; i < wanted; i++) {
      const next =
        pool.length > 1 && random.next() < 0.8
          ? (pool[random.below(pool.length)] as number)
          : this.near(own[0] as number)
      if (!own.includes(next)) own.push(next)
    }
  }

  private endAuthor(count: number): void {
    const { own, plan, shares, world } = this
    const part = 1 / (count * own.length)
    for (const code of own) {
      plan.affiliate(code)
      if (code < COUNTRIES_FROM) shares[world.areaOf[code] as number]! += part
    }
    plan.endAuthor()
  }

  private join(institution: number): void {
    if (!this.pool.includes(institution)) this.pool.push(institution)
  }

  /** A partner: of the same city, the same country, or anywhere; a lasting one more often than others. */
  private partner(lead: number): number {
    const { random } = this
    if (random.next() < 0.3) return this.world.partners[lead * PARTNERS + random.below(PARTNERS)] as number
    const chance = random.next()
    if (chance < 0.42) return this.near(lead)
    if (chance < 0.8) return this.institutionIn(this.world.ofRegion[this.regionOf(lead)] as Span)
    return this.anywhere()
  }

  private near(lead: number): number {
    return this.institutionIn(this.world.ofArea[this.world.areaOf[lead] as number] as Span)
  }

  private anywhere(): number {
    return this.institutionIn({ from: 0, to: this.world.totals.length })
  }

  private institutionIn({ from, to }: Span): number {
    const { totals } = this.world
    const before = from === 0 ? 0 : (totals[from - 1] as number)
    return indexIn(totals, before + this.random.next() * ((totals[to - 1] as number) - before), from, to)
  }

  private members(count: number): number[] {
    const members = new Set<number>()
    while (members.size < count) members.add(this.anywhere())
    return [...members]
  }

  private regionOf(institution: number): number {
    return this.world.regionOf[this.world.areaOf[institution] as number] as number
  }

  /** Bits of the subjects; three in ten have a second one. */
  private subjects(area: number): number {
    const { random, targets } = this
    const size = SUBJECTS.length
    const first = indexIn(targets.subjects, random.next(), area * size, (area + 1) * size) - area * size
    if (random.next() >= 0.3) return 1 << first
    const others = (targets.year < HEALTH_FROM ? WITHOUT_HEALTH : EVERY_SUBJECT).filter((k) => k !== first)
    return (1 << first) | (1 << (others[random.below(others.length)] as number))
  }
}
