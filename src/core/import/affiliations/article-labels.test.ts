import { expect, test } from 'vitest'
import { doiNumber, hashDoiText, noDoi } from '../../articles/doi.ts'
import { loadFieldMapping } from '../rules/field-mapping.ts'
import { subjectsOf } from '../rules/subjects-of.ts'
import { resourcesDir, TestFolder } from '../text/test-files.ts'
import { isArticleLabels, readArticleLabels } from './article-labels.ts'

test('subjects of single articles come before those of source, journal and fields', async () => {
  using folder = new TestFolder()
  const text =
    'article_id,subjects\nhttps://openalex.org/W5,chemistry\nW5,化学;health sciences\nhttps://doi.org/10.1234/AB,physical sciences\n'
  const labels = await readArticleLabels(folder.write('l.csv', text))
  const rules = { journals: null, mapping: loadFieldMapping(resourcesDir), labels }
  const none = { journalIssns: [], sourceNumber: null, fieldNumbers: [13], conceptNumbers: [], named: [] }
  const hash = noDoi()
  hashDoiText(hash, 'doi:10.1234/ab')
  const mask = (article: number, doi = 0) => subjectsOf({ ...none, article, doi }, rules).mask
  expect(mask(5)).toBe(0b10001)
  expect(mask(6, doiNumber(hash))).toBe(0b00010)
  expect(mask(6)).toBe(0b00100)
  const wrong = folder.write('w.csv', 'doi,subjects\n,chemistry\n10.1/x,alchemy\n')
  await expect(readArticleLabels(wrong)).rejects.toMatchObject({ code: 'import-rejected' })
  expect(
    [
      ['doi', 'subjects'],
      ['id', 'subjects', 'year'],
      ['issn', 'subjects', 'id'],
    ].map(isArticleLabels),
  ).toEqual([true, false, false])
})
