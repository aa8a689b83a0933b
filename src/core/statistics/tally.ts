/** Units and articles of the entities of one kind, by year and subject; memory follows the pairs of entity and year met. */
import { SUBJECT_COUNT } from '../articles/entities.ts'

export class Tally {
  units = new Float64Array(1024 * SUBJECT_COUNT)
  articles = new Uint32Array(1024 * SUBJECT_COUNT)
  /** Contributions whose units are rounded: the greatest error of the sum, in units. */
  rounded = new Uint32Array(1024 * SUBJECT_COUNT)
  readonly entities: number
  readonly years: number
  private readonly slots: Int32Array
  /** The article that an entity was last counted for, so that its parts count the article once. */
  private readonly last: Int32Array
  private used = 0

  constructor(entities: number, years: number) {
    this.entities = entities
    this.years = years
    this.slots = new Int32Array(entities * years).fill(-1)
    this.last = new Int32Array(entities).fill(-1)
  }

  /** Adds a contribution; `article` is any number that differs from article to article. */
  add(entity: number, year: number, subjects: number, units: number, rounded: number, article: number): void {
    const cell = entity * this.years + year
    let slot = this.slots[cell] as number
    if (slot < 0) slot = this.slots[cell] = this.open()
    const first = this.last[entity] !== article
    this.last[entity] = article
    this.bump(slot * SUBJECT_COUNT, units, rounded, first)
    for (let subject = 1, bits = subjects; bits !== 0; subject++, bits >>= 1) {
      if (bits & 1) this.bump(slot * SUBJECT_COUNT + subject, units, rounded, first)
    }
  }

  /** Adds to the sums of one subject what was added up elsewhere: units, which count as one rounded part, and articles. */
  put(
    entity: number,
    year: number,
    subject: number,
  ): { units(sum: number): void; articles(number: number): void } {
    const cell = entity * this.years + year
    if ((this.slots[cell] as number) < 0) this.slots[cell] = this.open()
    const at = (this.slots[cell] as number) * SUBJECT_COUNT + subject
    return {
      units: (sum) => {
        this.units[at] = (this.units[at] as number) + sum
        this.rounded[at] = (this.rounded[at] as number) + 1
      },
      articles: (number) => {
        this.articles[at] = (this.articles[at] as number) + number
      },
    }
  }

  /** Where the subjects of an entity and year stand in `units` and `articles`; -1 where nothing was counted. */
  at(entity: number, year: number): number {
    const slot = this.slots[entity * this.years + year] as number
    return slot < 0 ? -1 : slot * SUBJECT_COUNT
  }

  private bump(at: number, units: number, rounded: number, first: boolean): void {
    this.units[at] = (this.units[at] as number) + units
    this.rounded[at] = (this.rounded[at] as number) + rounded
    if (first) this.articles[at] = (this.articles[at] as number) + 1
  }

  private open(): number {
    if ((this.used + 1) * SUBJECT_COUNT > this.units.length) {
      this.units = grown(this.units, Float64Array)
      this.articles = grown(this.articles, Uint32Array)
      this.rounded = grown(this.rounded, Uint32Array)
    }
    return this.used++
  }
}

function grown<T extends Float64Array | Uint32Array>(values: T, type: new (length: number) => T): T {
  const longer = new type(values.length * 2)
  longer.set(values)
  return longer
}
