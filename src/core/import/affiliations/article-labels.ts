/** A user's table of the subjects of single articles. */
import { basename } from 'node:path'
import { doiNumber, hashDoiText, idNumber, noDoi } from '../../articles/doi.ts'
import { subjectsInCell } from '../rules/subject-names.ts'
import type { ArticleLabels } from '../rules/subjects-of.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import { articleKey, doiOfId, openAlexWork } from '../../articles/article-id.ts'

const IDS = ['article_id', 'work_id', 'id', 'doi'] as const
/** A table with one of these lists authors or journals. */
const OTHERS = [
  'year',
  'publication_year',
  'author_seq',
  'author_id',
  'author_name',
  'author',
  'issn',
  'source_id',
]

/** Whether a table gives subjects to articles, by the keys of its columns. */
export function isArticleLabels(columns: readonly string[]): boolean {
  const has = (name: string) => columns.includes(name)
  return has('subjects') && IDS.some(has) && !OTHERS.some(has)
}

/**
 * Columns: `article_id` (an OpenAlex id, a DOI, or the id that your table has) or `doi`, and `subjects` (parted by `;`).
 * An article in several rows has the subjects of all.
 * @throws AppError import-rejected with line and reason of every wrong row; file-unreadable.
 */
export async function readArticleLabels(path: string): Promise<ArticleLabels> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  const labels: ArticleLabels = { byArticle: new Map(), byDoi: new Map() }
  const hash = noDoi()
  const put = (map: Map<number, number>, key: number, mask: number) =>
    map.set(key, (map.get(key) ?? 0) | mask)
  for (const { line, cells } of table.rows) {
    const { mask, unknown } = subjectsInCell(cells['subjects'] ?? '')
    for (const value of unknown) issues.add(line, 'subject-unknown', { value }, 'subjects')
    const id = articleKey(cells['article_id'] || cells['work_id'] || cells['id'] || '')
    const doi = cells['doi'] || doiOfId(id) || ''
    if (id === '' && doi === '') issues.add(line, 'article-missing')
    if (id !== '') put(labels.byArticle, openAlexWork(id) ?? idNumber(id), mask)
    if (doi === '') continue
    hashDoiText(hash, doi)
    put(labels.byDoi, doiNumber(hash), mask)
  }
  if (table.rows.length === 0) issues.add(null, 'empty-file')
  issues.throwIfAny()
  return labels
}
