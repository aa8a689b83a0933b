/** What the map draws, read from the address: pure, so that links and defaults can be tested. */
import type { Query } from '../../../../shared/address/query.ts'
import { NO_FOCUS, USUAL_CITIES, USUAL_PARTNERS } from '../../../../shared/address/usual.ts'
import type { LabelMode } from '../../../../shared/contract/drawings.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { Language, Naming } from '../../../../shared/domain/language.ts'
import { NAMINGS } from '../../../../shared/domain/language.ts'

export const LABEL_MODES = ['name', 'share', 'none'] as const satisfies readonly LabelMode[]
/** Numbers of cities to choose from. */
export const TOPS = [20, 50, 100, 200, 500] as const
export const USUAL_TOP = USUAL_CITIES
export { NO_FOCUS, USUAL_PARTNERS }
export const MOST_PARTNERS = 200

export interface MapState {
  /** Undefined: the city that leads; null: none. */
  focus: string | null | undefined
  partners: number
  top: number
  region: string | null
  /** From the first year of the index on; without it the strip's year alone. */
  wholePeriod: boolean
  labels: LabelMode
  /** Null: as the language of the session. */
  names: Naming | null
  /** City being read. */
  at: string | null
}

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | null =>
  known.find((each) => each === value) ?? null

function readWhole(text: string | undefined, least: number, most: number): number | null {
  const value = Number(text || NaN)
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : null
}

/** What no map could mean gives way to the usual value. */
export function readMap(query: Query): MapState {
  const around = query['around']?.trim().slice(0, 200)
  return {
    focus: around === NO_FOCUS ? null : around || undefined,
    partners: readWhole(query['partners'], 0, MOST_PARTNERS) ?? USUAL_PARTNERS,
    top: readWhole(query['top'], 1, 2000) ?? USUAL_TOP,
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region']! : null,
    wholePeriod: query['years'] === 'all',
    labels: oneOf(query['labels'], LABEL_MODES) ?? 'name',
    names: oneOf(query['names'], NAMINGS),
    at: query['at']?.trim().slice(0, 200) || null,
  }
}

/** What the header strip and the dataset add to the state. */
export interface Shared {
  dataset: string
  subject: string
  year: number | undefined
  /** An edition has no scores, so no focus either, and no period. */
  isIndex: boolean
  /** First year with articles; null until it is known. */
  firstYear: number | null
  /** The city that leads; null where there is none. */
  leader: string | null
}

/** What is asked of the core. */
export function toMapDrawing(state: MapState, shared: Shared, language: Language): InputOf<'maps.draw'> {
  const { dataset, subject, year, isIndex, firstYear, leader } = shared
  const focus = !isIndex || state.focus === null ? null : (state.focus ?? leader)
  const from = isIndex && state.wholePeriod && firstYear !== null ? firstYear : undefined
  return {
    dataset,
    subject,
    top: state.top,
    partners: state.partners,
    labels: state.labels,
    language,
    ...(year === undefined ? {} : { year }),
    ...(from === undefined ? {} : { from }),
    ...(state.region === null ? {} : { region: state.region }),
    ...(focus === null ? {} : { focus }),
    ...(state.names === null ? {} : { names: state.names }),
  }
}

/** Network or map: what the address says, else what there is, as no edition published a network. */
export const drawnAs = (draw: string | undefined, isIndex: boolean): 'map' | 'network' =>
  draw === 'map' || draw === 'network' ? draw : isIndex ? 'network' : 'map'
