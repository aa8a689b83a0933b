/** Files of articles that no other file has, so that a lost change is seen from the articles that are stored. */
import { join } from 'node:path'
import { makeWorks, writeInstitutions, writeWorks } from '../../support/works.ts'

export interface Given {
  /** Path of a file, numbered from 1. */
  path(file: number): string
  institutions: string
  /** Articles that the file holds, repeated ids once. */
  articlesOf(file: number): number
  files: number
}

/** @param each records of the first file; the others have one more each, so that sums tell them apart mostly */
export function writeGiven(folder: string, files: number, each: number): Given {
  const counts = [0]
  const paths = ['']
  for (let file = 1; file <= files; file++) {
    const works = makeWorks(each + file, file, file * 100_000)
    counts.push(new Set(works.map((work) => work['id'])).size)
    paths.push(writeWorks(join(folder, `works-${file}.jsonl`), works))
  }
  return {
    path: (file) => paths[file] ?? '',
    articlesOf: (file) => counts[file] ?? 0,
    institutions: writeInstitutions(folder),
    files,
  }
}
