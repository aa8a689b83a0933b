import { z } from 'zod'
import type { DatasetStamp } from './common.ts'
import { datasetRef } from './common.ts'
import { query } from './define.ts'

export interface SearchHit {
  kind: 'city' | 'institution' | 'region'
  id: string
  name: string
  nameZh: string | null
  /** Pinyin of the Chinese name without tones, words joined: `beijing`; null where it was not what matched. */
  pinyin: string | null
  /** For a city its region; for an institution its city. */
  within: string | null
  withinZh: string | null
  rank: number | null
  share: number | null
  /** The part of name, Chinese name or pinyin that matched: start and length in UTF-16 units. */
  match: { field: 'name' | 'nameZh' | 'pinyin'; start: number; length: number }
}

export const search = {
  /** Cities, institutions and regions by English name, Chinese name or pinyin prefix; nearest names where none matches. */
  'search.find': query<DatasetStamp & { hits: SearchHit[]; nearest: SearchHit[] }>()(
    z.strictObject({
      dataset: datasetRef,
      text: z.string().trim().max(200),
      limit: z.int().min(1).max(100).default(20),
    }),
  ),
} as const
