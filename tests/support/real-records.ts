/** Real records as they lie beside the project: pages of the API, and two collections of works. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Real files beside the project, where they are. */
export const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')

/** Files of works and of institutions that make one index. */
export interface RealRecords {
  name: string
  works: string[]
  institutions: string[]
}

/** What is at hand: real pages of the API as one index, and two collections of works. */
export function realRecords(): RealRecords[] {
  if (!existsSync(SHARED)) return []
  const fixtures = readdirSync(join(SHARED, 'fixtures'))
  const given = (begin: string) =>
    fixtures.filter((name) => name.startsWith(begin)).map((name) => join(SHARED, 'fixtures', name))
  const corpus = (name: string) => ({
    name,
    works: [join(SHARED, 'corpora', `${name}-works.jsonl.gz`)],
    institutions: [join(SHARED, 'corpora', `${name}-institutions.jsonl.gz`)],
  })
  return [
    { name: 'fixtures', works: given('works_'), institutions: given('openalex_institution') },
    corpus('global-health'),
    corpus('management'),
  ]
}
