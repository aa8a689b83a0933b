/** Random values of a schema, so that a trial asks what no list names: a method that is added later is asked too. */
import type { z } from 'zod'

export type Random = () => number

/** Values for a key's text or number, by the key's name: ids that there are, sizes that are drawn in no time. */
export type Pools = Readonly<Record<string, readonly unknown[]>>

export const pickOf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

/** How often what may be left out is left out; the dataset, without which it is always the same one, less. */
const leftOut = (key: string) => (key === 'dataset' ? 0.15 : 0.6)

/** @returns a value that the schema most probably takes; `undefined` for a part that is left out */
export function valueOf(schema: z.core.$ZodType, random: Random, pools: Pools, key = ''): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = (part: z.core.$ZodType, name = key) => valueOf(part, random, pools, name)
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return random() < leftOut(key) ? undefined : inner(def.innerType)
    case 'nullable':
      return random() < 0.3 ? null : inner(def.innerType)
    case 'union':
      return inner(pickOf(random, def.options))
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, part]) => {
          const value = inner(part, name)
          return value === undefined ? [] : [[name, value]]
        }),
      )
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 3) }, () => inner(def.element))
    case 'record':
      return Object.fromEntries(keysOf(def, random, pools).map((name) => [name, inner(def.valueType, name)]))
    case 'enum':
      return pickOf(random, listedOf(Object.values(def.entries), pools[key]))
    case 'literal':
      return pickOf(random, def.values)
    case 'boolean':
      return random() < 0.5
    case 'number':
      return pooled(def.type, random, pools[key]) ?? numberOf(schema, random)
    case 'string':
      return pooled(def.type, random, pools[key]) ?? pickOf(random, ['a', 'Beijing', '北京'])
    default:
      throw new Error(`no values for ${def.type}`)
  }
}

/** One of the pool's values of a type: `to` is a year, and another name. */
function pooled(type: 'number' | 'string', random: Random, pool: readonly unknown[] = []): unknown {
  const fitting = pool.filter((value) => typeof value === type)
  return fitting.length > 0 ? pickOf(random, fitting) : undefined
}

/** What is listed, by the pool of that name where the pool is of the same list. */
function listedOf(entries: readonly unknown[], pool: readonly unknown[] = []): readonly unknown[] {
  const both = pool.filter((value) => entries.includes(value))
  return both.length > 0 ? both : entries
}

/** All names of a record whose keys are listed, else one. */
function keysOf({ keyType }: z.core.$ZodRecordDef, random: Random, pools: Pools): string[] {
  const { def } = (keyType as z.core.$ZodTypes)._zod
  return def.type === 'enum' ? Object.keys(def.entries) : [String(valueOf(keyType, random, pools, 'KEY'))]
}

function numberOf(schema: z.core.$ZodType, random: Random): number {
  const {
    minimum = 0,
    maximum = 100,
    format,
  } = schema._zod.bag as {
    minimum?: number
    maximum?: number
    format?: string
  }
  const [least, most] = [Math.max(minimum, -1e6), Math.min(maximum, minimum + 1e6)]
  const value = least + random() * (most - least)
  return format === 'safeint' ? Math.round(value) : value
}
