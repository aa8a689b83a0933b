import { nameKey } from './slug.ts'

/** Levenshtein distance of two short texts. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Up to `most` names that a mistyped `text` may have meant, nearest first; none that differs in over half its letters. */
export function nearestNames(text: string, names: readonly string[], most: number): string[] {
  const key = nameKey(text)
  if (key === '') return []
  return names
    .map((name) => {
      // "zhangzhou" should find "Hangzhou", and "tokio" "Tokyo metropolitan area".
      const whole = nameKey(name)
      const words = whole.split(' ')[0] ?? whole
      return { name, distance: Math.min(editDistance(key, whole), editDistance(key, words)) }
    })
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(key.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}
