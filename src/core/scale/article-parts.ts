/** Each article of an index with the exact parts of what its affiliations name. */
import { contributionChunks } from '../articles/chunk-columns.ts'
import type { Contribution } from '../counting/exact.ts'
import type { ReadableDb } from '../db/handles.ts'
import { contributionOf } from '../statistics/hundredths.ts'

export interface ArticleParts {
  year: number
  /** Bits of its subjects. */
  mask: number
  parts: { node: number; part: Contribution }[]
}

/** Those that count, in stored order. */
export function* articleParts(db: ReadableDb): Generator<ArticleParts> {
  for (const { years, subjects, authors, lengths, nodes, units, dropped } of contributionChunks(db)) {
    let at = 0
    for (let i = 0; i < years.length; i++) {
      const from = at
      at += lengths[i] as number
      if (dropped?.[i]) continue
      const parts = Array.from({ length: at - from }, (_, k) => ({
        node: nodes[from + k] as number,
        part: contributionOf(units[from + k] as number, authors[i] as number),
      }))
      yield { year: years[i] as number, mask: subjects[i] as number, parts }
    }
  }
}
