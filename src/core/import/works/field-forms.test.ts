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
