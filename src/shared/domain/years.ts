/** Years that can be imported and asked for; outside of them a year is an error of the source, such as 0 or 20203. */
export const EARLIEST_YEAR = 1500
export const LATEST_YEAR = 2200

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= EARLIEST_YEAR && value <= LATEST_YEAR
}
