import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The steps of a plan in their order. */
export function stepsOf(folder: string): { name: string; sql: string }[] {
  const names = readdirSync(join(folder, 'sql')).sort()
  return names.map((name) => ({ name, sql: readFileSync(join(folder, 'sql', name), 'utf8') }))
}
