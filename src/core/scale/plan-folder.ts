/** Which folder is meant by what a user gave: that of a plan, or the files in it. */
import { basename, dirname, sep } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { PLAN_MANIFEST } from '../../shared/domain/plan-folder.ts'

/**
 * @param paths a folder, or all files of one with its manifest at the top (as a dropped folder comes)
 * @throws AppError scale-foreign where they are neither
 */
export function planFolder(paths: readonly string[]): string {
  const [first = '', more] = paths
  if (more === undefined && basename(first) !== PLAN_MANIFEST) return first
  const folder = paths
    .filter((path) => basename(path) === PLAN_MANIFEST)
    .map(dirname)
    .find((each) => paths.every((path) => path.startsWith(each + sep)))
  if (folder === undefined) throw foreign('')
  return folder
}

/** No plan, or one of another version. @param folder its path; its name is told */
export const foreign = (folder: string): AppError =>
  new AppError('scale-foreign', folder, { values: { folder: basename(folder) } })
