/** What is asked before an index is made, and how it stands in the call. */
import type { GivenColumns, IndexOptions } from '../../../../shared/contract/imports.ts'
import type { Delimiter } from '../../../../shared/domain/delimiters.ts'
import type { Encoding } from '../../../../shared/domain/encodings.ts'
import type { Chosen } from './mapping.ts'

export const ARTICLE_TYPES = ['article', 'review', 'letter', 'editorial', 'preprint', 'book-chapter'] as const
export const SWITCHES = [
  'includeRetracted',
  'includeTruncated',
  'spreadUnknown',
  'printedPlaces',
  'keepWords',
  'strict',
] as const satisfies readonly (keyof IndexOptions)[]

export interface IndexForm extends Pick<IndexOptions, (typeof SWITCHES)[number]> {
  id: string
  name: string
  mode: 'create' | 'replace' | 'add'
  types: string[]
  columns: Chosen
  /** Of the tables; null where it is told from their bytes. */
  encoding: Encoding | null
  /** The same, told from their lines. */
  delimiter: Delimiter | null
  /** Name of the kept mapping that is used. */
  profile: string | null
  /** Whether the mapping is kept, and as what; null and empty where the page decides. */
  keep: boolean | null
  keepAs: string
}

/** Of tables: nothing chosen by hand, and no kept mapping. */
export const NO_CHOICE = {
  columns: {},
  encoding: null,
  delimiter: null,
  profile: null,
  keep: null,
  keepAs: '',
}

export const emptyForm = (): IndexForm => ({
  id: '',
  name: '',
  mode: 'create',
  types: ['article', 'review'],
  ...NO_CHOICE,
  includeRetracted: false,
  includeTruncated: false,
  spreadUnknown: false,
  printedPlaces: true,
  keepWords: true,
  strict: false,
})

/** Crossref calls articles `journal-article`: who counts articles counts these. */
export function givenOptions(form: IndexForm): Partial<IndexOptions> {
  const types = form.types.includes('article') ? [...form.types, 'journal-article'] : [...form.types]
  return {
    types,
    ...Object.fromEntries(SWITCHES.map((key) => [key, form[key]])),
    ...(Object.keys(form.columns).length > 0 ? { columns: { ...form.columns } as GivenColumns } : {}),
    ...(form.encoding === null ? {} : { encoding: form.encoding }),
    ...(form.delimiter === null ? {} : { delimiter: form.delimiter }),
  }
}
