/** A plan's folder, brought back: its manifest, and whether its files are as they were written. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PLAN_MANIFEST } from '../../shared/domain/plan-folder.ts'
import { SCALE_ENGINES } from '../../shared/domain/scale-engines.ts'
import { foreign } from './plan-folder.ts'
import type { PlanFile, RulesInWords } from './plan-hash.ts'
import { hashesOf, PLAN_FORMAT, PLAN_VERSION, planHash } from './plan-hash.ts'

const pairs = z.array(z.tuple([z.int(), z.int()]))
const rules = z.strictObject({
  types: z.array(z.string()),
  includeRetracted: z.boolean(),
  includeTruncated: z.boolean(),
  spreadUnknown: z.boolean(),
  from: z.int(),
  to: z.int(),
  journals: z.boolean(),
  pairsFrom: z.int(),
  sampleOf: z.int(),
  mapping: z.strictObject({ edition: z.string(), fields: pairs, concepts: pairs }),
})

const manifest = z.object({
  format: z.literal(PLAN_FORMAT),
  version: z.int(),
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  engine: z.enum(SCALE_ENGINES),
  works: z.string(),
  shards: z.int(),
  metros: z.string(),
  rules,
  files: z.record(z.string().regex(/^(sql|tables)\/[\w.-]+$/), z.string()),
})

export interface BroughtPlan extends z.infer<typeof manifest> {
  folder: string
  rules: RulesInWords
  /** Files that are not as they were written, or not there. */
  changed: string[]
  /** Whether the plan's hash follows from its rules and tables. */
  holds: boolean
}

/** @throws AppError scale-foreign where the folder holds no plan, or one of another version. */
export function readPlan(folder: string): BroughtPlan {
  const told = manifestOf(folder)
  const files = Object.keys(told.files).map((name) => ({ name, text: textOf(folder, name) }))
  const hashes = hashesOf(files.filter((file): file is PlanFile => file.text !== null))
  const tables = files.filter(
    (file): file is PlanFile => file.name.startsWith('tables/') && file.text !== null,
  )
  return {
    ...told,
    folder,
    changed: Object.entries(told.files).flatMap(([name, hash]) => (hashes[name] === hash ? [] : [name])),
    holds: planHash(told.rules, tables) === told.plan,
  }
}

function manifestOf(folder: string): z.infer<typeof manifest> {
  const text = textOf(folder, PLAN_MANIFEST)
  const parsed = manifest.safeParse(text === null ? null : asJson(text))
  if (!parsed.success || parsed.data.version !== PLAN_VERSION) throw foreign(folder)
  return parsed.data
}

function textOf(folder: string, name: string): string | null {
  const path = join(folder, name)
  try {
    // A pipe would be waited for.
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : null
  } catch {
    return null
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
