/** Which folder is meant by what a user gave: that of a plan, or the files in it. */
import { basename, dirname, sep } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { PLAN_MANIFEST } from '../../shared/domain/plan-folder.ts'

/**
 * @param paths a folder, or all files of one with its manifest at the top (as a dropped folder comes)
 * @throws AppError scale-foreign where they are neither
 */
export function planFolder(paths: readonly string[]): string {
  const [first, more] = paths
  if (first === undefined) throw foreign('')
  if (more === undefined && basename(first) !== PLAN_MANIFEST) return first
  const folder = paths
    .filter((path) => basename(path) === PLAN_MANIFEST)
    .map(dirname)
    .find((each) => paths.every((path) => path.startsWith(inside(each))))
  if (folder === undefined) throw foreign(shared(paths.map(dirname)))
  return folder
}

/** How paths in a folder begin; the root of a drive ends with the separator itself. */
const inside = (folder: string) => (folder.endsWith(sep) ? folder : folder + sep)

/** The innermost folder in which all lie. @param folders at least one */
function shared(folders: readonly string[]): string {
  let [folder = ''] = folders
  while (!folders.every((each) => each === folder || each.startsWith(inside(folder)))) {
    const above = dirname(folder)
    if (above === folder) return folder
    folder = above
  }
  return folder
}

/** No plan, or one of another version. @param folder as it is told */
export const foreign = (folder: string): AppError =>
  new AppError('scale-foreign', folder, { values: { folder } })
