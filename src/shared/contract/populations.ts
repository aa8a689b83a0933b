/** Inhabitants of a place, as a table of populations gives them. */
export interface Population {
  inhabitants: number
  year: number
  /** What the number is of, e.g. `city proper` or `metropolitan area`, in the table's words. */
  area: string
  source: string
}
