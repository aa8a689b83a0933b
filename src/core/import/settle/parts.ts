/** The parts of institutions that have affiliations in several cities. */

export interface Parts {
  /** Institution and city of each part. */
  parts: { institution: number; city: number }[]
  /** By node; -1 where its institution is in one city, or the node in none. */
  partOf: number[]
}

/** @param institutionOf and cityOf by node, -1 for none */
export function partsOf(institutionOf: readonly number[], cityOf: readonly number[]): Parts {
  const citiesOf = new Map<number, Set<number>>()
  institutionOf.forEach((institution, node) => {
    if (institution < 0) return
    citiesOf.set(institution, (citiesOf.get(institution) ?? new Set()).add(cityOf[node] as number))
  })
  const numbers = new Map<string, number>()
  const parts: { institution: number; city: number }[] = []
  const partOf = institutionOf.map((institution, node) => {
    const city = cityOf[node] as number
    if (institution < 0 || city < 0 || (citiesOf.get(institution)?.size ?? 0) < 2) return -1
    const key = `${institution}/${city}`
    if (!numbers.has(key)) numbers.set(key, parts.push({ institution, city }) - 1)
    return numbers.get(key) as number
  })
  return { parts, partOf }
}
