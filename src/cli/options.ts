/** Options that several commands share, and readers of their values. */
import { InvalidArgumentError, Option } from 'commander'
import { ALL_SUBJECTS } from '../shared/domain/subjects.ts'

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`a whole number from ${least} to ${most} is expected.`)
    }
    return value
  }
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

export function yearOption(): Option {
  return new Option('--year <year>', "year of the figures (default: the dataset's)").argParser(
    wholeNumber(1900, 2200),
  )
}
