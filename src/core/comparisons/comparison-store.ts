/** Kept comparisons: one JSON file in the data folder, for all datasets. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { KeptComparison, KeptComparisons } from '../../shared/contract/comparisons.ts'
import { keptComparison, MOST_COMPARISONS } from '../../shared/contract/comparisons.ts'
import { AppError } from '../../shared/contract/errors.ts'

const schema = z.strictObject({
  format: z.literal('science-cities-comparisons'),
  version: z.literal(1),
  comparisons: z.array(keptComparison).max(MOST_COMPARISONS),
})

export const comparisonsPath = (dataDir: string): string => join(dataDir, 'comparisons.json')

/** By name. @throws AppError comparisons-damaged with the reason: what cannot be read is never written over. */
export function keptComparisons(dataDir: string): KeptComparison[] {
  const path = comparisonsPath(dataDir)
  if (!existsSync(path)) return []
  let kept: unknown
  try {
    kept = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
  const parsed = schema.safeParse(kept)
  if (parsed.success) return parsed.data.comparisons
  const [issue] = parsed.error.issues
  throw damaged(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

/** @throws AppError comparison-exists where the name is taken and is not to be replaced; comparisons-damaged. */
export function saveComparison(
  dataDir: string,
  { replace, ...comparison }: KeptComparison & { replace: boolean },
): KeptComparisons {
  const kept = keptComparisons(dataDir)
  const others = kept.filter(({ name }) => !isSameName(name, comparison.name))
  if (others.length < kept.length && !replace) throw exists(comparison.name)
  if (others.length >= MOST_COMPARISONS) {
    const values = { field: 'comparisons', reason: `> ${MOST_COMPARISONS}` }
    throw new AppError('input-invalid', 'too many comparisons', { values })
  }
  return write(dataDir, [...others, comparison])
}

/** @throws AppError comparison-unknown, comparison-exists, comparisons-damaged. */
export function renameComparison(
  dataDir: string,
  { name, to }: { name: string; to: string },
): KeptComparisons {
  const kept = keptComparisons(dataDir)
  const comparison = find(kept, name)
  const others = kept.filter((each) => each !== comparison)
  if (others.some((each) => isSameName(each.name, to))) throw exists(to)
  return write(dataDir, [...others, { ...comparison, name: to }])
}

/** @throws AppError comparison-unknown, comparisons-damaged. */
export function removeComparison(dataDir: string, name: string): KeptComparisons {
  const kept = keptComparisons(dataDir)
  const comparison = find(kept, name)
  return write(
    dataDir,
    kept.filter((each) => each !== comparison),
  )
}

/** Case aside. */
const isSameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

function find(kept: readonly KeptComparison[], name: string): KeptComparison {
  const found = kept.find((each) => isSameName(each.name, name))
  if (found) return found
  throw new AppError('comparison-unknown', `no comparison ${name}`, {
    values: { name },
    suggestions: kept.map((each) => each.name),
  })
}

const exists = (name: string) => new AppError('comparison-exists', `${name} is kept`, { values: { name } })

const damaged = (path: string, reason: string) =>
  new AppError('comparisons-damaged', `${path}: ${reason}`, { values: { file: path, reason } })

function write(dataDir: string, comparisons: KeptComparison[]): KeptComparisons {
  const sorted = comparisons.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const target = comparisonsPath(dataDir)
  const part = `${target}.${process.pid}.part`
  const file: z.input<typeof schema> = {
    format: 'science-cities-comparisons',
    version: 1,
    comparisons: sorted,
  }
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(part, `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600 })
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return { comparisons: sorted }
}
