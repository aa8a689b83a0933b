/** A list of named things that users keep: one JSON file in the data folder, for all datasets. */
import { join } from 'node:path'
import { z } from 'zod'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import type { Merged } from './merged.ts'
import { mergeEntries } from './merged.ts'
import { byName, findNamed, isSameName } from './names.ts'

interface NamedThings<T extends { name: string }> {
  /** In the data folder. */
  file: string
  format: string
  /** Under which the file holds them. */
  field: string
  entry: z.ZodType<T>
  most: number
  codes: { unknown: ErrorCode; exists: ErrorCode; damaged: ErrorCode }
}

export interface NamedStore<T> {
  path: (dataDir: string) => string
  /** By name. @throws AppError `damaged` with the reason: nothing is guessed from a damaged file, nor written over it. */
  kept: (dataDir: string) => T[]
  /** @throws AppError `exists` where the name is taken and is not to be replaced; input-invalid of too many; `damaged` */
  save: (dataDir: string, entry: T, replace: boolean) => T[]
  /** @throws AppError `unknown`, `exists`, `damaged` */
  rename: (dataDir: string, names: { name: string; to: string }) => T[]
  /** @throws AppError `unknown`, `damaged` */
  remove: (dataDir: string, name: string) => T[]
  /** Takes in what another folder keeps. @throws AppError `damaged`; input-invalid of too many: nothing is changed then */
  merge: (from: string, into: string, replace: boolean) => Merged
}

/** Each change answers all that is kept then, by name. */
export function namedStore<T extends { name: string }>(things: NamedThings<T>): NamedStore<T> {
  const { file, format, field, entry, most, codes } = things
  const schema = z.strictObject({
    format: z.literal(format),
    version: z.literal(1),
    [field]: z.array(entry).max(most),
  })
  const path = (dataDir: string) => join(dataDir, file)

  const kept = (dataDir: string): T[] => {
    const at = path(dataDir)
    const damaged = (reason: string) =>
      new AppError(codes.damaged, `${at}: ${reason}`, { values: { file: at, reason } })
    const json = readJsonFile(at, damaged)
    if (json === undefined) return []
    const parsed = schema.safeParse(json)
    if (parsed.success) return (parsed.data as Record<string, unknown>)[field] as T[]
    const [issue] = parsed.error.issues
    throw damaged(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }

  const write = (dataDir: string, entries: readonly T[]): T[] => {
    const sorted = byName(entries)
    writeJsonFile(path(dataDir), { format, version: 1, [field]: sorted })
    return sorted
  }

  const tooMany = () =>
    new AppError('input-invalid', `too many ${field}`, { values: { field, reason: `> ${most}` } })
  const exists = (name: string) => new AppError(codes.exists, `${name} is kept`, { values: { name } })

  return {
    path,
    kept,
    save(dataDir, saved, replace) {
      const before = kept(dataDir)
      const others = before.filter(({ name }) => !isSameName(name, saved.name))
      if (others.length < before.length && !replace) throw exists(saved.name)
      if (others.length >= most) throw tooMany()
      return write(dataDir, [...others, saved])
    },
    rename(dataDir, { name, to }) {
      const before = kept(dataDir)
      const found = findNamed(before, name, codes.unknown)
      const others = before.filter((each) => each !== found)
      if (others.some((each) => isSameName(each.name, to))) throw exists(to)
      return write(dataDir, [...others, { ...found, name: to }])
    },
    remove(dataDir, name) {
      const before = kept(dataDir)
      const found = findNamed(before, name, codes.unknown)
      return write(
        dataDir,
        before.filter((each) => each !== found),
      )
    },
    merge(from, into, replace) {
      const same = (one: T, other: T) => isSameName(one.name, other.name)
      const { entries, ...merged } = mergeEntries(kept(into), kept(from), same, replace)
      if (entries.length > most) throw tooMany()
      if (merged.restored + merged.replaced > 0) write(into, entries)
      return merged
    },
  }
}
