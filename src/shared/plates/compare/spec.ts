/** What a comparison of cities says, before it is laid out. */
import type { Subject } from '../../domain/subjects.ts'
import type { MarkShape, Tone } from '../parts.ts'

/** How a city is told from the others: a letter, and the look of its lines. */
export interface CityLook {
  line: Tone
  /** Of the letter's square and of the name. */
  badge: Tone
  shape: MarkShape
  /** Points have marks throughout, where lines of one tone are told apart by them. */
  marked: boolean
}

export interface ComparedCity {
  letter: string
  /** As a sentence says it. */
  name: string
  look: CityLook
  /** A group's median, which stands last and is the reference. */
  isMedian?: true
}

/** Places of a time axis from the left: years, and gaps where what is counted changes. */
export type Slot = { year: number; scope: string | null } | { gap: true }

export interface ComparePoint {
  value: number
  /** Drawn hollow: of the sample. */
  hollow: boolean
}

export interface ComparePanel {
  subject: Subject
  head: string
  /** By city, then by slot; null where nothing is known. */
  points: (ComparePoint | null)[][]
  /** By slot, the quartiles of the group that is the reference; absent without one, null where they are too few. */
  quartiles?: (readonly [lower: number, upper: number] | null)[]
  /** Best first; drawn where the panel stands alone and its names find room. */
  context?: ContextLine[]
}

/** One that is not compared, behind those that are: by slot, null where no rank is known. */
export interface ContextLine {
  name: string
  points: (ComparePoint | null)[]
}

/** Small multiples of one measure. */
export interface ComparePanels {
  of: 'share' | 'rank'
  slots: Slot[]
  panels: ComparePanel[]
}

export interface CompareRow {
  subject: Subject | null
  name: string
  measure: 'share' | 'countPerShare'
  /** By city. */
  values: (number | null)[]
  /** Half of the interval of each city's difference from the reference, by city; null where none is known. */
  halves: (number | null)[] | null
}

export interface CompareSpec {
  cities: ComparedCity[]
  /** Place of the one that the others are measured against. */
  reference: number
  year: number
  rows: CompareRow[]
  /** Null where no line can be drawn. */
  shares: ComparePanels | null
  ranks: ComparePanels | null
}

/** Places of those that are measured against the reference, in order. */
export const othersOf = ({ cities, reference }: Pick<CompareSpec, 'cities' | 'reference'>): number[] =>
  cities.map((_, at) => at).filter((at) => at !== reference)

/** Letter and look of a group's median: no city has them. */
export const MEDIAN_LETTER = 'M'
export const MEDIAN_LOOK: CityLook = { line: 'ink3', badge: 'ink3', shape: 'circle', marked: true }

/** A is ink, B graphite, C the needle; further ones have marks of their own at every point. */
export const CITY_LOOKS: readonly CityLook[] = [
  { line: 'ink', badge: 'ink', shape: 'circle', marked: false },
  { line: 'data', badge: 'data', shape: 'circle', marked: false },
  { line: 'needle', badge: 'needleText', shape: 'circle', marked: false },
  { line: 'ink2', badge: 'ink2', shape: 'square', marked: true },
  { line: 'data', badge: 'data', shape: 'triangle', marked: true },
  { line: 'ink3', badge: 'ink3', shape: 'diamond', marked: true },
]
