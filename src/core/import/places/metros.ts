/** Metropolitan areas: which cities form one. A table that users can replace. */
import { cityKey } from '../../../shared/domain/city-key.ts'
import { slug } from '../../../shared/domain/slug.ts'
import { distanceKm } from './distance.ts'

export interface Metro {
  /** Slug of its name. */
  id: string
  name: string
  nameZh: string | null
  /** Alpha-2. */
  country: string
}

export interface MetroEntry extends Metro {
  /** Centre and reach; null where cities belong by name and country alone. */
  centre: { latitude: number; longitude: number; radiusKm: number } | null
  cities: string[]
  /** Names so common that only a city of known position can be meant. */
  ambiguous: string[]
}

export interface MetroTableHead {
  /** Names the edition of the table; boundaries differ between editions. */
  edition: string
  note: string
}

interface Position {
  latitude: number | null
  longitude: number | null
}

interface Claim {
  metro: MetroEntry
  ambiguous: boolean
}

/** A city that two areas claim, where no position can tell which. */
export interface MetroClash {
  city: string
  country: string
  metros: [string, string]
}

export class MetroTable {
  readonly head: MetroTableHead
  readonly metros: readonly Metro[]
  private readonly claims = new Map<string, Claim[]>()

  constructor(head: MetroTableHead, entries: readonly MetroEntry[]) {
    this.head = head
    this.metros = entries.map(({ id, name, nameZh, country }) => ({ id, name, nameZh, country }))
    for (const metro of entries) {
      for (const city of metro.cities) this.claim(city, { metro, ambiguous: false })
      for (const city of metro.ambiguous) this.claim(city, { metro, ambiguous: true })
    }
  }

  private claim(city: string, claim: Claim): void {
    const key = claimKey(city, claim.metro.country)
    const known = this.claims.get(key) ?? []
    if (!known.some(({ metro }) => metro === claim.metro)) this.claims.set(key, [...known, claim])
  }

  /**
   * The area of a city, or null. With a position: of the areas that list the name and reach so far, the
   * nearest. Without: the area that alone lists the name as its own.
   */
  metroOf(cityName: string, country: string | null, position?: Position): Metro | null {
    if (country === null) return null
    const claims = this.claims.get(claimKey(cityName, country)) ?? []
    const { latitude = null, longitude = null } = position ?? {}
    const found =
      latitude === null || longitude === null ? onlyClaim(claims) : nearest(claims, { latitude, longitude })
    if (!found) return null
    const { id, name, nameZh } = found.metro
    return { id, name, nameZh, country: found.metro.country }
  }

  /** Cities that two areas claim although no position can part them. */
  clashes(): MetroClash[] {
    const clashes: MetroClash[] = []
    for (const [key, claims] of this.claims) {
      const sure = claims.filter(({ ambiguous, metro }) => !ambiguous || metro.centre === null)
      const [first, second] = sure
      if (!first || !second || (first.metro.centre && second.metro.centre)) continue
      const [city = '', country = ''] = key.split('|')
      clashes.push({ city, country, metros: [first.metro.name, second.metro.name] })
    }
    return clashes
  }
}

/** An area's id. */
export function metroId(name: string): string {
  return slug(name)
}

function claimKey(city: string, country: string): string {
  return `${cityKey(city, country)}|${country}`
}

function onlyClaim(claims: readonly Claim[]): Claim | null {
  const sure = claims.filter(({ ambiguous }) => !ambiguous)
  return sure.length === 1 ? (sure[0] ?? null) : null
}

function nearest(claims: readonly Claim[], at: { latitude: number; longitude: number }): Claim | null {
  let best: { claim: Claim; km: number } | null = null
  for (const claim of claims) {
    const { centre } = claim.metro
    const km = centre ? distanceKm(centre, at) : 0
    if (centre && km > centre.radiusKm) continue
    if (!best || km < best.km) best = { claim, km }
  }
  return best?.claim ?? null
}
