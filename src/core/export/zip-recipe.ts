/** `exports.recipe`: the files of a recipe in one archive. */
import type { ExportedFile } from '../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { REPORT_FORMATS } from '../../shared/domain/file-formats.ts'
import { slug } from '../../shared/domain/slug.ts'
import type { ReaderContext } from '../context.ts'
import { makeRecipe } from '../recipes/make-recipe.ts'
import { zipped } from './office/archive.ts'

/** @throws AppError as the contract says of `recipes.make` */
export async function zipRecipe(
  { recipe: asked }: ParsedInputOf<'exports.recipe'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const recipe = await makeRecipe(asked, context)
  const places = [...recipe.cities.map(({ name }) => name), ...asked.countries, ...asked.institutions]
  const stem = slug(places.slice(0, 3).join(' '))
  const { extension, mime } = REPORT_FORMATS.folder
  const bytes = zipped(Object.fromEntries(recipe.files.map(({ name, text }) => [name, text])))
  return {
    fileName: `get-data_${stem}_${asked.from}-${asked.to}_${recipe.step}.${extension}`,
    mime,
    bytes: new Uint8Array(bytes),
    width: null,
    height: null,
  }
}
