import { afterAll, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../../../tests/support/edition.ts'
import { parseHere } from '../../../../tests/support/parse-here.ts'
import { writeWorks } from '../../../../tests/support/works.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([false, true])('fields in every form give the same subjects, strict: %s', async (strict) => {
  const forms = ['https://openalex.org/fields/13', 'fields/13', '13', 13]
  const works = forms.flatMap((id, i) => {
    const work = { publication_year: 2023, authorships: [{}] }
    return [
      { ...work, id: `W${2 * i + 1}`, primary_topic: { field: { id } } },
      { ...work, id: `W${2 * i + 2}`, topics: [{ field: { id } }] },
    ]
  })
  const { chunks } = await parseHere(writeWorks(join(folder, 'works.jsonl'), works), { strict })
  const subjects = [...(chunks[0]?.subjects ?? [])]
  expect(subjects[0]).toBeGreaterThan(0)
  expect(subjects).toEqual(works.map(() => subjects[0]))
})

test.each([false, true])('what is not understood of a work is counted, strict: %s', async (strict) => {
  const work = { publication_year: 2023, type: 'article', authorships: [{}] }
  const works = [
    { ...work, topics: [{ field: { id: 'Chemistry' } }, { field: null }, { field: { id: null } }] },
    { ...work, publication_year: '2023', is_retracted: 'maybe', is_authors_truncated: null },
    { ...work, publication_year: '2023-05-01', is_retracted: 'false' },
    { ...work, is_retracted: 'true' },
    { ...work, is_retracted: 1 },
    { ...work, type: 'Aufsatz' },
    { ...work, type: 'book' },
    {
      ...work,
      authorships: [
        { institutions: [{ id: 'https://ror.org/00jmfr291' }], countries: ['Germany', 'FR', null] },
      ],
    },
  ].map((each, i) => ({ id: `W${i + 1}`, ...each }))
  const { counts } = await parseHere(writeWorks(join(folder, 'odd.jsonl'), works), { strict })
  expect(counts.rejected).toEqual({ retracted: 2, type: 2 })
  expect(counts.oddities).toMatchObject({
    'fields-not-understood': 1,
    'flags-not-understood': 1,
    'types-not-known': 1,
    'institution-ids-not-understood': 1,
    'countries-not-understood': 1,
  })
})
