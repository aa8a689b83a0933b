/**
 * The date that a file bears in its properties: the one asked for, else that of `SOURCE_DATE_EPOCH`, else a fixed one, so
 * that repeated exports are equal to the byte.
 */
export function fileDate(asked: string | undefined): Date {
  if (asked !== undefined) return new Date(`${asked}T00:00:00Z`)
  const epoch = Number(process.env['SOURCE_DATE_EPOCH'])
  return new Date(Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : FIRST)
}

/** The first date that a zip archive can hold. */
const FIRST = Date.UTC(1980, 0, 1)
