/** Who wrote what with whom in one year, as numbers: what the records of the sample are written from. */

/** Codes of affiliations from here on are countries without an institution: region number + this. */
export const COUNTRIES_FROM = 60_000

/** Shared memory, so that the parsing threads read it without a copy. */
export interface YearPlan {
  year: number
  articles: number
  /** Bits of the subjects, an article. */
  subjects: Uint8Array
  /** First author of each article, and the end. */
  firstAuthor: Uint32Array
  /** First affiliation of each author, and the end. */
  firstAffiliation: Uint32Array
  /** Institutions, or countries from `COUNTRIES_FROM` on. */
  affiliations: Uint16Array
}

/** Grows while a year is drawn. */
export class PlanBuilder {
  private readonly subjects: Uint8Array
  private readonly firstAuthor: Uint32Array
  private firstAffiliation: Uint32Array
  private affiliations: Uint16Array
  private article = 0
  private author = 0
  private affiliation = 0
  private readonly year: number

  constructor(year: number, articles: number) {
    this.year = year
    this.subjects = new Uint8Array(articles)
    this.firstAuthor = new Uint32Array(articles + 1)
    this.firstAffiliation = new Uint32Array(articles * 16 + 4096)
    this.affiliations = new Uint16Array(articles * 20 + 4096)
  }

  affiliate(code: number): void {
    if (this.affiliation === this.affiliations.length) {
      const larger = new Uint16Array(this.affiliations.length * 2)
      larger.set(this.affiliations)
      this.affiliations = larger
    }
    this.affiliations[this.affiliation++] = code
  }

  endAuthor(): void {
    this.author++
    if (this.author === this.firstAffiliation.length) {
      const larger = new Uint32Array(this.firstAffiliation.length * 2)
      larger.set(this.firstAffiliation)
      this.firstAffiliation = larger
    }
    this.firstAffiliation[this.author] = this.affiliation
  }

  endArticle(subjects: number): void {
    this.subjects[this.article++] = subjects
    this.firstAuthor[this.article] = this.author
  }

  finish(): YearPlan {
    return {
      year: this.year,
      articles: this.article,
      subjects: sharedBytes(this.subjects),
      firstAuthor: sharedWords(this.firstAuthor),
      firstAffiliation: sharedWords(this.firstAffiliation.subarray(0, this.author + 1)),
      affiliations: sharedCodes(this.affiliations.subarray(0, this.affiliation)),
    }
  }
}

function sharedBytes(from: Uint8Array): Uint8Array {
  const to = new Uint8Array(new SharedArrayBuffer(from.byteLength))
  to.set(from)
  return to
}

function sharedWords(from: Uint32Array): Uint32Array {
  const to = new Uint32Array(new SharedArrayBuffer(from.byteLength))
  to.set(from)
  return to
}

function sharedCodes(from: Uint16Array): Uint16Array {
  const to = new Uint16Array(new SharedArrayBuffer(from.byteLength))
  to.set(from)
  return to
}
