/** By what a plan and its results are known: one hash of all that its figures follow from. */
import { createHash } from 'node:crypto'
import type { PlanRules } from './plan-rules.ts'

export interface PlanFile {
  name: string
  text: string
}

/** Mark of a manifest. */
export const PLAN_FORMAT = 'science-cities-plan'

/** Raised with any change of the steps that can change a figure. */
export const PLAN_VERSION = 2

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Rules as they stand in a manifest: plain, in one order, whatever made them. */
export function rulesInWords({ mapping, types, ...rules }: PlanRules) {
  const entries = (map: ReadonlyMap<number, number>) => [...map].sort(([a], [b]) => a - b)
  return {
    ...rules,
    types: [...types].sort(),
    mapping: {
      edition: mapping.edition,
      fields: entries(mapping.fields),
      concepts: entries(mapping.concepts),
    },
  }
}
export type RulesInWords = ReturnType<typeof rulesInWords>

/** The hash by which results name their plan: of the rules and the tables, not of engine, address and shards. */
export const planHash = (rules: RulesInWords, tables: readonly PlanFile[]): string =>
  sha256(
    JSON.stringify([
      PLAN_VERSION,
      ...[byKey(rules), byKey(rules.mapping), byKey(hashesOf(tables))].map((entries) =>
        JSON.stringify(entries),
      ),
    ]),
  )

/** Entries in the order of their keys, so that what was read back hashes alike. */
const byKey = (values: object): [string, unknown][] =>
  Object.entries(values)
    .filter(([key]) => key !== 'mapping')
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** SHA-256 by name. */
export const hashesOf = (files: readonly PlanFile[]): Record<string, string> =>
  Object.fromEntries(files.map(({ name, text }) => [name, sha256(text)]))
