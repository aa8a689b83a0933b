/** What the Networks view draws, read from the address: pure, so that links and defaults can be tested. */
import type { Pane } from '../../ui/view/pane.ts'
import { readYear } from '../../../../shared/address/first-calls.ts'
import type { Query } from '../../../../shared/address/query.ts'
import {
  ALL_LINKS,
  NO_FOCUS,
  USUAL_NODES,
  usualLabels,
  usualLayout,
} from '../../../../shared/address/usual.ts'
import type {
  Colouring,
  LabelMode,
  LayoutName,
  MultiplesInput,
  NetworkRequest,
} from '../../../../shared/contract/drawings.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { Language, Naming } from '../../../../shared/domain/language.ts'
import { NAMINGS } from '../../../../shared/domain/language.ts'
import { USUAL_STRONGEST, usualStrongest } from '../../../../shared/domain/strongest.ts'

// As text, so that no schema code reaches the page.
/** Institutions of a city, of a country or region, of the whole index; cities; an entity's own circle. */
export const KINDS = ['city', 'region', 'all', 'cities', 'ego'] as const
export type NetworkKind = (typeof KINDS)[number]
export const LABEL_MODES = ['share', 'name', 'none'] as const satisfies readonly LabelMode[]
export const COLOURINGS = ['none', 'sector', 'country', 'cluster'] as const satisfies readonly Colouring[]
export const LAYOUT_NAMES = ['force', 'circle', 'concentric'] as const satisfies readonly LayoutName[]
export const PANELS = ['years', 'cities'] as const

/** Up to this many the ruler goes; more can be typed. */
export const RULER_TOP = 200
export const LEAST_TOP = { city: 2, region: 2, all: 2, cities: 2, ego: 1 } as const
export const MOST_TOP = { city: 5000, region: 5000, all: 5000, cities: 2000, ego: 500 } as const
const MOST_SEED = 2_147_483_647
const MOST_PANELS = 12

export interface NetworkState {
  kind: NetworkKind
  /** Null: the city that leads. */
  city: string | null
  region: string | null
  centre: string | null
  centreKind: 'institution' | 'city'
  /** Undefined: from the first, to the last year of the index. */
  from: number | undefined
  to: number | undefined
  /** Draw the strip's year alone, laid out from the whole period. */
  oneYear: boolean
  top: number
  minScore: number
  /** Null: all links are drawn. */
  strongest: number | null | typeof USUAL_STRONGEST
  labels: LabelMode
  /** Null: as the language of the session. */
  names: Naming | null
  colour: Colouring
  layout: LayoutName
  seed: number
  /** Node being read; null where the one that leads is, unless `readsNone`. */
  at: string | null
  readsNone: boolean
  /** Pair being read. */
  pair: [string, string] | null
  /** The rest of the figure stands back behind the node being read and its partners. */
  focus: boolean
  panels: (typeof PANELS)[number] | null
  /** Ids of nodes left out of the figure. */
  hidden: string[]
}

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | null =>
  known.find((each) => each === value) ?? null

/** A whole number in the address, held between two bounds; null where it is none. */
function readWhole(text: string | undefined, least: number, most: number): number | null {
  const value = Number(text ?? NaN)
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : null
}

function readScore(text: string | undefined): number {
  const value = Number(text ?? 0)
  return Number.isFinite(value) && value > 0 ? Math.min(value, 1e9) : 0
}

function readPair(text: string | undefined): [string, string] | null {
  const parts = (text ?? '').split('~')
  return parts.length === 2 && parts[0] && parts[1] ? [parts[0], parts[1]] : null
}

const readId = (text: string | undefined): string | null => text?.trim().slice(0, 200) || null

/** Ids in the address; empty takes the key away. */
export const writeHidden = (ids: readonly string[]): string => ids.join('~')

export const writePair = (a: string, b: string): string => `${a}~${b}`

function readStrongest(text: string | undefined): NetworkState['strongest'] {
  return text === ALL_LINKS ? null : (readWhole(text, 1, 100) ?? USUAL_STRONGEST)
}

/** Links of each node that are asked for, null for all; the usual ones by the nodes that are asked for. */
export const askedStrongest = ({ strongest, kind, top }: NetworkState): number | null =>
  // A circle has its centre besides.
  strongest === USUAL_STRONGEST ? usualStrongest(top + (kind === 'ego' ? 1 : 0)) : strongest

/** The state of the view; what no view could mean gives way to the usual value. */
export function readNetwork(query: Query): NetworkState {
  const kind = oneOf(query['of'], KINDS) ?? 'city'
  const [from, to] = [readYear(query, 'from'), readYear(query, 'to')]
  const top = readWhole(query['n'], LEAST_TOP[kind], MOST_TOP[kind]) ?? USUAL_NODES[kind]
  return {
    kind,
    city: readId(query['city']),
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region']! : null,
    centre: readId(query['centre']),
    centreKind: query['kind'] === 'city' ? 'city' : 'institution',
    from,
    to: from !== undefined && to !== undefined && to < from ? from : to,
    oneYear: query['one'] === '1',
    top,
    minScore: readScore(query['min']),
    strongest: readStrongest(query['k']),
    labels: oneOf(query['labels'], LABEL_MODES) ?? usualLabels(top),
    names: oneOf(query['names'], NAMINGS),
    colour: oneOf(query['colour'], COLOURINGS) ?? 'none',
    layout: oneOf(query['layout'], LAYOUT_NAMES) ?? usualLayout(kind),
    seed: readWhole(query['seed'], 1, MOST_SEED) ?? 1,
    at: query['at'] === NO_FOCUS ? null : readId(query['at']),
    readsNone: query['at'] === NO_FOCUS,
    pair: readPair(query['pair']),
    focus: query['focus'] === '1',
    panels: oneOf(query['panels'], PANELS),
    hidden: [...new Set((query['hide'] ?? '').split('~').filter(Boolean))],
  }
}

export const usualTop = (kind: NetworkKind): number => USUAL_NODES[kind]
export { usualLabels, usualLayout }

/** What is drawn changes: all that belonged to the network before leaves the address. */
export const ANOTHER_NETWORK = {
  at: null,
  pair: null,
  focus: null,
  n: null,
  min: null,
  k: null,
  panels: null,
  hide: null,
} as const

/** What the header strip and the dataset add to the state. */
export interface Shared {
  dataset: string
  subject: string
  /** The strip's year; null until it is known. */
  year: number | null
  /** First and last year with articles; null until they are known. */
  years: { first: number; last: number } | null
  /** The city that leads; null until it is known. */
  leader: string | null
}

type Request = NonNullable<InputOf<'networks.draw'>>['network']

/** The whole period in years; null until the years of the index are known. */
export function periodOf(
  state: Pick<NetworkState, 'from' | 'to'>,
  shared: Pick<Shared, 'years'>,
): { from: number; to: number } | null {
  if (!shared.years) return null
  const from = state.from ?? shared.years.first
  return { from, to: Math.max(from, state.to ?? shared.years.last) }
}

/**
 * The network to ask for; null where something it needs is not known yet (the leading city, a centre).
 * @param of its years, where they are not those of the state (a panel)
 */
export function toRequest(
  state: NetworkState,
  shared: Shared,
  of?: { from: number; to: number },
): Request | null {
  const one = state.oneYear && shared.year !== null && !of ? { from: shared.year, to: shared.year } : null
  const common = {
    dataset: shared.dataset,
    subject: shared.subject,
    ...(one ?? of ?? { from: state.from, to: state.to }),
    minScore: state.minScore,
    strongest: state.strongest ?? undefined,
    top: state.top,
  }
  if (state.kind === 'cities')
    return { of: 'cities', input: { ...common, region: state.region ?? undefined } }
  if (state.kind === 'ego')
    return state.centre
      ? { of: 'ego', input: { ...common, kind: state.centreKind, centre: state.centre } }
      : null
  if (state.kind === 'all') return { of: 'institutions', input: common }
  if (state.kind === 'region')
    return state.region ? { of: 'institutions', input: { ...common, region: state.region } } : null
  const city = state.city ?? shared.leader
  return city ? { of: 'institutions', input: { ...common, city } } : null
}

/** Pins and hidden nodes as the user left them; undefined where those that are saved hold. */
export interface Gestures {
  pins?: { id: string; x: number; y: number }[]
  hidden?: string[]
}

/** The pane that a figure is made for, CSS px; null until it is known. */

/** The drawing to ask for; null where the network is not known yet. */
export function toDrawing(
  state: NetworkState,
  shared: Shared,
  language: Language,
  gestures: Gestures = {},
  screen: Pane | null = null,
): InputOf<'networks.draw'> | null {
  const network = toRequest(state, shared)
  const base = state.oneYear ? periodOf(state, shared) : null
  if (!network || (state.oneYear && !base)) return null
  return {
    network,
    ...wordingOf(state, language),
    ...gestures,
    ...(base ? { base } : {}),
    ...(screen ? { screen } : {}),
  }
}

/** Several drawings on one scale: the years of the period, or the ticked cities; null where there are not two. */
export function toMultiples(
  state: NetworkState,
  shared: Shared,
  language: Language,
  ticked: readonly string[],
  screen: Pane | null = null,
): InputOf<'networks.multiples'> | null {
  const base = periodOf(state, shared)
  if (!base) return null
  const whole = { ...state, oneYear: false }
  const panels =
    state.panels === 'cities'
      ? ticked.map((city) => toRequest({ ...whole, kind: 'city', city }, shared))
      : yearsBetween(base.from, base.to).map((year) => toRequest(whole, shared, { from: year, to: year }))
  const known = panels.filter((each): each is NetworkRequest => each !== null)
  if (known.length < 2) return null
  const inYears = state.panels === 'years' ? { base } : {}
  return {
    panels: known.slice(-MOST_PANELS),
    ...wordingOf(state, language),
    ...inYears,
    ...(screen ? { screen } : {}),
  } satisfies Partial<MultiplesInput>
}

function wordingOf(state: NetworkState, language: Language) {
  const { labels, layout, seed, names } = state
  return { language, labels, layout, seed, ...(names ? { names } : {}) }
}

export function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** The next seed of "Re-run": any seed leads to one place in a walk through all, so that none is drawn twice soon. */
export const nextSeed = (seed: number): number => (seed % MOST_SEED) + 1
