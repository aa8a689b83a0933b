/** `exports.recipe` and `exports.missing`: the files of a recipe in one archive. */
import { AppError } from '../../shared/contract/errors.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Recipe } from '../../shared/contract/recipes.ts'
import { REPORT_FORMATS } from '../../shared/domain/file-formats.ts'
import { slug } from '../../shared/domain/slug.ts'
import type { ReaderContext } from '../context.ts'
import { makeRecipe } from '../recipes/make-recipe.ts'
import { missingWorks } from '../recipes/missing-works.ts'
import { zipped } from './office/archive.ts'

/** @throws AppError as the contract says of `recipes.make` */
export async function zipRecipe(
  { recipe: asked }: ParsedInputOf<'exports.recipe'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const recipe = await makeRecipe(asked, context)
  const places = [...recipe.cities.map(({ name }) => name), ...asked.countries, ...asked.institutions]
  const stem = slug(places.slice(0, 3).join(' '))
  return archiveOf(`get-data_${stem}_${asked.from}-${asked.to}_${recipe.step}`, recipe.files)
}

/** @throws AppError as the contract says of `exports.missing` */
export function zipMissing(asked: ParsedInputOf<'exports.missing'>, context: ReaderContext): ExportedFile {
  const { listed, files } = missingWorks({ ...asked, files: true }, context)
  if (listed === 0) {
    throw new AppError('recipe-nothing', asked.dataset, { values: { dataset: asked.dataset } })
  }
  return archiveOf(`get-data_${asked.dataset}_missing`, files)
}

function archiveOf(name: string, files: Recipe['files']): ExportedFile {
  const { extension, mime } = REPORT_FORMATS.folder
  const bytes = zipped(Object.fromEntries(files.map(({ name: path, text }) => [path, text])))
  return {
    fileName: `${name}.${extension}`,
    mime,
    bytes: new Uint8Array(bytes),
    width: null,
    height: null,
  }
}
