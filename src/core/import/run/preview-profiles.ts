/** Which kept mappings a table may be read by: those of its own heads are offered. */
import type { PreviewedFile } from '../../../shared/contract/imports.ts'
import type { FittedProfile, MappingProfile } from '../../../shared/contract/profiles.ts'
import { fitProfiles } from '../affiliations/fit-profile.ts'
import type { PreviewGiven } from '../kinds/kind.ts'

type Look = (given: PreviewGiven) => Promise<PreviewedFile>

/**
 * A table whose heads read wrongly as found (its encoding or delimiter was chosen by hand before) is looked at by the
 * choices of each mapping too. A table whose heads tell nothing is known by the columns of the mapping.
 * @param look the file by what is given
 */
export async function profilesOf(
  file: PreviewedFile,
  isTable: boolean,
  given: PreviewGiven,
  kept: readonly MappingProfile[],
  look: Look,
): Promise<FittedProfile[]> {
  if (!isTable || kept.length === 0) return []
  const fitted = fitProfiles(namesOf(file), kept)
  if (fitted.some(({ sameHeads }) => sameHeads) || given.columns || given.encoding || given.delimiter)
    return fitted.filter(() => file.columns.length > 0)
  for (const profile of kept) {
    const { columns, encoding, delimiter } = profile
    if (file.columns.length > 0 && encoding === null && delimiter === null) continue
    const found = await look({
      columns,
      ...(encoding === null ? {} : { encoding }),
      ...(delimiter === null ? {} : { delimiter }),
    })
    const [same] = fitProfiles(namesOf(found), [profile])
    if (same?.sameHeads)
      return [
        same,
        ...fitProfiles(
          namesOf(file),
          kept.filter((each) => each !== profile),
        ),
      ]
  }
  return file.columns.length > 0 ? fitted : []
}

const namesOf = ({ columns }: PreviewedFile): string[] => columns.map(({ name }) => name)
