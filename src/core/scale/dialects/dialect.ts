/** What the engines write differently; everything else of a plan is one text for all of them. */

/** Fields of a record of works as an engine is to read them: a text, a list of texts, or a record of such. */
export type Shape = 'text' | { list: Shape } | { fields: Record<string, Shape> }

export interface Dialect {
  asText(value: string): string
  /** Makes a table of a query. */
  create(table: string, query: string): string
  /** A view of the works that an address names, each field as `shape` says; what is missing is NULL or an empty list. */
  worksView(view: string, address: string, shape: Record<string, Shape>): string
  /** A view of the lines that are not blank, whatever they hold; of a table its rows. */
  linesView(view: string, address: string): string
  /** A table of a file in the plan's own folder: CSV with a head, its columns as named. */
  loaded(table: string, file: string, columns: Record<string, 'text' | 'number'>): string
  /** Writes a query's rows into a file of the plan's folder, Parquet or JSON lines by its name. */
  write(query: string, file: string): string
  /** Rows of a whole number and a text. */
  values(
    rows: readonly (readonly [number, number, string])[],
    columns: readonly [string, string, string],
  ): string
  /** A list that may be missing. */
  list(value: string): string
  /** A field of a record. */
  field(record: string, name: string): string
  /** Whether an element of a list of records is one, where the engine can tell. */
  isThere(record: string): string
  /** Each element as `body` makes it, in which it is called `x` or as told. */
  each(list: string, body: string, name?: string): string
  /** Of two lists of one length each pair as `body` makes it, in which they are called `x` and `y`. */
  pairwise(a: string, b: string, body: string): string
  /** The elements of a list of lists. */
  flat(lists: string): string
  those(list: string, condition: string): string
  distinct(list: string): string
  joined(...lists: string[]): string
  size(list: string): string
  /** The k-th element from 1; an empty text beyond the end. */
  at(list: string, k: number): string
  hasAny(list: string, values: readonly (string | number)[]): string
  /** All texts of a list in one, apart by spaces. */
  inOne(list: string): string
  /** A list of one text. */
  listOf(text: string): string
  /** FROM with a row for each element of a list, which is called `name`. */
  rows(from: string, list: string, name: string): string
  /** What the pattern's group matches; an empty text where nothing does. */
  found(text: string, pattern: string): string
  replaced(text: string, pattern: string, by: string): string
  /** What the first group matched, with `sign` behind it, as the third argument of `replaced`. */
  first(sign: string): string
  /** Lower case of A to Z alone. */
  lower(text: string): string
  unescaped(text: string): string
  /** A whole number; NULL where the text is none. */
  whole(text: string): string
  /** Whether a decimal number, as a text, is below a bound; false where it is no number. */
  isBelow(text: string, bound: string): string
  /** Bits that two whole numbers share. */
  bits(a: string, b: string): string
  /** Whole part of a quotient of whole numbers. */
  quotient(a: string, b: string): string
  /** A sum of whole numbers that cannot pass the largest number of its type. */
  sum(value: string): string
  /** A sum as a whole number of 64 bits; where it does not fit the step fails. */
  narrow(value: string): string
  /** What stands before each step: settings without which figures could differ. */
  begin: string
  /** How the steps are run, one after another, in the plan's folder: a line for a shell. */
  run: string
}

/** A text as SQL writes it in quotes. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Whether an address is the name of a table that the engine has, rather than files. */
export const isTable = (address: string): boolean =>
  /^\w+(\.\w+)*$/.test(address) && !/\.(jsonl?|gz|parquet)$/i.test(address)
