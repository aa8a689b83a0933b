/** `https://openalex.org/I27837315`, `openalex.org/i27837315`, `I27837315` → 27837315; null for anything else. */
export function openAlexInstitution(id: string): number | null {
  const found = /^(?:(?:https?:\/\/)?(?:\w+\.)?openalex\.org\/(?:institutions\/)?)?I(\d{1,15})$/i.exec(
    id.trim(),
  )
  return found?.[1] ? Number(found[1]) : null
}

/** `https://ror.org/02nr0ka47`, `ror.org/02NR0KA47`, `02nr0ka47` → `02nr0ka47`; null for anything else. */
export function rorId(id: string): string | null {
  const found = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})$/i.exec(
    id.trim(),
  )
  return found?.[1]?.toLowerCase() ?? null
}
