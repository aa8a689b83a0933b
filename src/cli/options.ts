/** Options that several commands share, and readers of their values. */
import { InvalidArgumentError, Option } from 'commander'
import { ENTITY_NAMES } from '../shared/domain/entity-names.ts'
import { SECTORS } from '../shared/domain/sectors.ts'
import { ALL_SUBJECTS } from '../shared/domain/subjects.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../shared/domain/years.ts'

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`a whole number from ${least} to ${most} is expected.`)
    }
    return value
  }
}

/** A number that need not be whole, such as a Share. */
export function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+(\.\d+)?$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`a number from ${least} to ${most} is expected.`)
    }
    return value
  }
}

/** Leaves out what was not given: the contract tells "not given" from a value. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

export function region(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new InvalidArgumentError('two letters are expected, such as CN.')
  return text.toUpperCase()
}

/** `overall` is another word for `all`. */
export function subjectOption(): Option {
  return new Option('--subject <subject>', 'one of the five subjects, or all')
    .choices(ALL_SUBJECTS)
    .default('all')
}

/** What the rows are: all but cities are known of computed indexes only. */
export function byOption(): Option {
  return new Option('--by <entity>', 'what is ranked; all but cities need a computed index')
    .choices(ENTITY_NAMES)
    .default('city')
}

export function yearOption(name = 'year', says = "year of the figures (default: the dataset's)"): Option {
  return new Option(`--${name} <year>`, says).argParser(wholeNumber(EARLIEST_YEAR, LATEST_YEAR))
}

export function regionOption(says: string): Option {
  return new Option('--region <code>', `${says} (ISO 3166-1 alpha-2, such as CN)`).argParser(region)
}

export const sectorOption = (): Option =>
  new Option('--sector <sector>', 'institutions of one sector').choices(SECTORS)

/** How many rows, or all of them. */
export type Limit = number | 'all'

export function limitOption(usual: number, most = 5000): Option {
  const count = wholeNumber(1, most)
  return new Option('--limit <n>', 'rows at most, or all')
    .argParser((text): Limit => (text === 'all' ? text : count(text)))
    .default(usual)
}

export const reachOption = (): Option =>
  new Option('--reach', 'with international, domestic and local collaboration (computed indexes)')
