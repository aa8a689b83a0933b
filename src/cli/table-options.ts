/** Options that say how tables are read. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { resolve } from 'node:path'
import type { IndexOptions } from '../shared/contract/imports.ts'
import type { Delimiter } from '../shared/domain/delimiters.ts'
import { DELIMITER_NAMES, DELIMITERS } from '../shared/domain/delimiters.ts'
import type { Encoding } from '../shared/domain/encodings.ts'
import { ENCODINGS } from '../shared/domain/encodings.ts'
import { translate } from '../shared/i18n/index.ts'
import { refuseOdd } from '../core/kept/odd-file.ts'
import { findProfile } from '../core/profiles/find-profile.ts'
import type { Session } from './session.ts'

const MAP_SAYS = 'JSON object: our field → the column of the table, or null to leave the field out'

const PROFILE_SAYS = 'mapping of columns that was kept under this name (see “profiles list”)'

export interface TableOptions {
  map?: string
  profile?: string
  encoding?: Encoding
  delimiter?: string
}

const delimiterOf = (name: string): Delimiter | undefined =>
  DELIMITERS.find((sign) => DELIMITER_NAMES[sign] === name)

/** How tables are read: what is kept under a name, or by a file; an encoding or delimiter given goes before. */
export function addTableOptions(command: Command): Command {
  return command
    .addOption(new Option('--map <file>', MAP_SAYS).conflicts('profile'))
    .option('--profile <name>', PROFILE_SAYS)
    .addOption(encodingOption())
    .addOption(
      new Option(
        '--delimiter <sign>',
        'between the cells of the tables (default: told from their lines)',
      ).choices(Object.values(DELIMITER_NAMES)),
    )
}

/** @throws AppError import-rejected with map-file; profile-unknown, profiles-damaged. */
export async function tableGiven(
  { client, tell, options }: Session,
  { map, profile, encoding, delimiter }: TableOptions,
): Promise<Pick<IndexOptions, 'columns' | 'encoding' | 'delimiter'>> {
  const given = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
  }
  if (map !== undefined) return { columns: await columnsOf(map), ...given }
  if (profile === undefined) return given
  const { profiles } = await client.call('profiles.list', {})
  const kept = findProfile(profiles, profile)
  tell(translate(options.lang, 'mappings.used', { name: kept.name, date: kept.saved.slice(0, 10) }))
  return {
    columns: kept.columns,
    ...(kept.encoding === null ? {} : { encoding: kept.encoding }),
    ...(kept.delimiter === null ? {} : { delimiter: kept.delimiter }),
    ...given,
  }
}

const encodingOption = () =>
  new Option('--encoding <encoding>', 'encoding of the tables (default: told from their bytes)').choices(
    ENCODINGS,
  )

/** Loaded when asked for: most commands need no importer. @throws AppError file-odd; import-rejected with map-file. */
async function columnsOf(path: string): Promise<IndexOptions['columns']> {
  await refuseOdd(resolve(path))
  const { readMapFile } = await import('../core/import/affiliations/map-file.ts')
  return readMapFile(resolve(path))
}
