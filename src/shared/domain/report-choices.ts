/** What a report can be: sizes of its pages, languages, templates. The contract derives from these; no schema reaches the page. */
import { LANGUAGES } from './language.ts'

export const PAGE_SIZE_NAMES = ['16:9', '4:3', 'a4'] as const
/** Both writes each page in each language. */
export const REPORT_LANGUAGES = [...LANGUAGES, 'both'] as const
export const TEMPLATE_NAMES = ['city-brief', 'edition', 'comparison'] as const
