/** What every host tells of a folder in which nothing can be imported. */
import { AppError } from './errors.ts'
import { READABLE_ENDINGS } from './host.ts'

/** @param folder its name, without the path */
export function folderEmpty(folder: string): AppError {
  const values = { folder, endings: READABLE_ENDINGS.map((ending) => `.${ending}`).join(', ') }
  return new AppError('folder-empty', `${folder} holds no file that can be read`, { values })
}
