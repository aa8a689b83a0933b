/** Pinyin of Chinese names, by which they are found: known readings first, the dictionary for all others. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pinyin of a name; empty where there is no Chinese in it. */
export type Readings = (nameZh: string | null) => string

/** The readings of `resources/names/pinyin.csv`, by name. */
export function knownReadings(resourcesDir: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(resourcesDir, 'names', 'pinyin.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  return new Map(lines.map((line) => line.split(',') as [string, string]))
}

/**
 * Readings of all of `names`. The dictionary takes a tenth of a second to load, so it is loaded only where a
 * name is not known.
 */
export async function readingsOf(names: Iterable<string | null>, resourcesDir: string): Promise<Readings> {
  const readings = new Map(knownReadings(resourcesDir))
  const unknown = [...new Set(names)].filter((name): name is string => !!name && !readings.has(name))
  if (unknown.length > 0) {
    const { pinyinKey } = await import('./pinyin-key.ts')
    for (const name of unknown) readings.set(name, pinyinKey(name))
  }
  return (name) => (name ? (readings.get(name) ?? '') : '')
}
