/** Options that several commands share, and readers of their values. */
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import type { Drawn } from '../shared/contract/stability.ts'
import { ENTITY_NAMES } from '../shared/domain/entity-names.ts'
import { SECTORS } from '../shared/domain/sectors.ts'
import { ALL_SUBJECTS } from '../shared/domain/subjects.ts'
import {
  LARGEST_SEED,
  LEAST_REPLICATES,
  MOST_REPLICATES,
  USUAL_REPLICATES,
  USUAL_SEED,
} from '../shared/domain/stability.ts'
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

/** Types of works that count. */
export const typesOption = (): Option =>
  new Option('--types <types>', 'types of works that count, separated by commas').argParser((text: string) =>
    text
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== ''),
  )

export const sectorOption = (): Option =>
  new Option('--sector <sector>', 'institutions of one sector').choices(SECTORS)

export const groupOption = (): Option =>
  new Option('--group <name>', 'members of a kept group, with their median and quartiles (see “groups list”)')

/** How many rows, or all of them. */
export type Limit = number | 'all'

export function limitOption(usual: number, most = 5000): Option {
  const count = wholeNumber(1, most)
  return new Option('--limit <n>', 'rows at most, or all')
    .argParser((text): Limit => (text === 'all' ? text : count(text)))
    .default(usual)
}

/** `--bands`, also as `--intervals`, and how articles are drawn for them. */
export function addBandOptions(command: Command): Command {
  return command
    .option('--bands', 'with 95 % intervals of Share and rank (computed indexes)')
    .addOption(new Option('--intervals', 'the same').hideHelp())
    .addOption(
      new Option('--replicates <n>', 'how often the articles are drawn anew for them')
        .argParser(wholeNumber(LEAST_REPLICATES, MOST_REPLICATES))
        .default(USUAL_REPLICATES),
    )
    .addOption(
      new Option('--seed <n>', 'of the draws; the same seed gives the same intervals')
        .argParser(wholeNumber(0, LARGEST_SEED))
        .default(USUAL_SEED),
    )
}

export interface BandOptions {
  bands?: boolean
  intervals?: boolean
  replicates: number
  seed: number
}

/** What was asked of intervals; undefined where nothing was. */
export const chosenBands = ({ bands, intervals, replicates, seed }: BandOptions): Drawn | undefined =>
  bands || intervals ? { seed, replicates } : undefined

export const reachOption = (): Option =>
  new Option('--reach', 'with international, domestic and local collaboration (computed indexes)')
