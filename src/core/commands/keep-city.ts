/** `cities.keep`: a star on a city, or that its page was opened. */
import type { ImportContext } from '../context.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import type { Handlers } from '../dispatch.ts'
import { keepCity, keptCitiesPath } from '../profiles/city-store.ts'

/** @throws AppError disk-full, file-unreadable. */
export const keepForCity: Handlers<'command', ImportContext>['cities.keep'] = (input, { dataDir }) => {
  try {
    return keepCity(dataDir, input)
  } catch (error) {
    throw asStorageError(error, keptCitiesPath(dataDir))
  }
}
