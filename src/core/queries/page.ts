/** Which part of a list is asked for. */

interface Page {
  offset?: number
  limit: number | 'all'
}

/** The place after the last row asked for; beyond any list where all are. */
export function pageEnd({ offset = 0, limit }: Page): number {
  return limit === 'all' ? Infinity : offset + limit
}
