/** A call's input spoiled: values that no form of ours sends, in places that a schema may forget. */
import type { Random } from '../calls/schema-values.ts'
import { pickOf } from '../calls/schema-values.ts'

/** Stand for what JSON.stringify does not write; `asJson` puts it in. */
const RAW = [
  '1e999',
  '-1e999',
  '-0',
  '1E-400',
  '123456789012345678901234567890',
  '{"__proto__":{"limit":1}}',
] as const
const rawMark = (n: number) => `\u0001raw${n}\u0001`

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner) => [inner], 1 as unknown)

/** Made when drawn: some are large. */
const TEXTS: readonly (() => string)[] = [
  () => '',
  () => ' ',
  () => '0',
  () => 'NaN',
  () => 'all',
  () => 'a'.repeat(100_000),
  () => '中'.repeat(3000),
  () => '\ud800',
  () => 'a\udfffb',
  () => '\u0000',
  () => '\u202egnp.exe',
  () => '\u001b[2J',
  () => 'e\u0301'.repeat(200),
  () => '../../../../etc/passwd',
  () => '/etc/passwd',
  () => 'con',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => "x'; DROP TABLE cities; --",
  () => '%',
  () => '_'.repeat(60),
  () => '*" OR NEAR("a',
  () => "=cmd|' /C calc'!A1",
  () => '<img src=x onerror=alert(1)>',
  () => '%s%n%d',
  () => '(a+)+$'.repeat(20),
  () => '2024-02-30',
  () => '0000-00-00',
  () => 'science-cities-2024',
  () => 'gone',
]

const VALUES: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => -1,
  () => 0.5,
  () => 2 ** 53,
  () => -1e308,
  () => 5e-324,
  ...TEXTS,
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => ({ toString: 1 }),
  () => ({ then: 'x' }),
  () => ({ length: 1e9 }),
  () => nested(60),
  () => Array(5000).fill('beijing'),
  () => Array(3000).fill(null),
  () => Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, n])),
  ...RAW.map((_, n) => () => rawMark(n)),
]

type Holder = Record<string, unknown> | unknown[]

/** Every place of a value that holds another. */
function places(value: unknown, found: [Holder, string][] = []): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push([value as Holder, key])
    places((value as Record<string, unknown>)[key], found)
  }
  return found
}

function spoilOne(value: unknown, random: Random): unknown {
  const all = places(value)
  if (all.length === 0 || random() < 0.03) return pickOf(random, VALUES)()
  const [holder, key] = pickOf(random, all)
  const held = holder as Record<string, unknown>
  const kind = random()
  if (kind < 0.1) delete held[key]
  else if (kind < 0.18) held[pickOf(random, ['__proto__x', 'path', 'dataset', 'constructor', ''])] = held[key]
  else if (kind < 0.28) held[key] = [held[key]]
  else if (kind < 0.38 && typeof held[key] === 'number')
    held[key] = held[key] * pickOf(random, [-1, 1e6, 0.37, 0])
  else if (kind < 0.48 && typeof held[key] === 'string')
    held[key] = held[key].slice(0, 3) + pickOf(random, TEXTS)() + held[key].slice(3)
  else if (kind < 0.55 && Array.isArray(held[key]))
    held[key] = Array.from({ length: 400 }, () => (held[key] as unknown[])[0])
  else held[key] = pickOf(random, VALUES)()
  return value
}

/** @returns the value with one to three places spoiled, or once in a while none */
export function spoil(value: unknown, random: Random): unknown {
  let spoiled = structuredClone(value)
  for (let left = Math.floor(random() * 4); left > 0; left--) spoiled = spoilOne(spoiled, random)
  return spoiled
}

/** As JSON, with what JavaScript's writer does not write. */
export function asJson(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.replace(/"(?:\\u0001)raw(\d)(?:\\u0001)"/g, (_, n: string) => RAW[Number(n)] ?? 'null')
}
