import { readdirSync } from 'node:fs'

/** Names of what is stored in a folder of datasets; a lock, which holds nothing and stays, is none of it. */
export function storedNames(datasets: string): string[] {
  return readdirSync(datasets)
    .filter((name) => !/\.lock(\.json)?$/.test(name))
    .sort()
}
