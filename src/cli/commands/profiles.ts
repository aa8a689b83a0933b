/** Mappings of columns that are kept under a name. */
import type { Command } from 'commander'
import { findProfile } from '../../core/profiles/find-profile.ts'
import type { MappingProfile } from '../../shared/contract/profiles.ts'
import { DELIMITER_NAMES } from '../../shared/domain/delimiters.ts'
import type { Language } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { Runner } from '../runner.ts'
import { json } from '../session.ts'
import { formatTable } from '../table.ts'
import { addRenameAndRemove } from './named.ts'

export function addProfiles(program: Command, run: Runner): void {
  const profiles = program.command('profiles').description('kept mappings of a table’s columns to fields')
  profiles
    .command('list')
    .description('what is kept, and for which columns')
    .action(
      run(async (session) => {
        const { profiles: kept } = await session.client.call('profiles.list', {})
        const { lang } = session.options
        const text = kept.length === 0 ? `${translate(lang, 'mappings.none')}\n` : listText(kept, lang)
        session.write(session.format === 'table' ? text : json({ profiles: kept }))
      }),
    )
  profiles
    .command('show')
    .argument('<name>')
    .description('a kept mapping, field by field')
    .action(
      run(async (session, _options, name) => {
        const { profiles: kept } = await session.client.call('profiles.list', {})
        const profile = findProfile(kept, name ?? '')
        session.write(session.format === 'table' ? profileText(profile, session.options.lang) : json(profile))
      }),
    )
  addRenameAndRemove(profiles, run, {
    thing: 'a mapping',
    words: 'mappings',
    rename: (client, names) => client.call('profiles.rename', names),
    remove: (client, name) => client.call('profiles.remove', { name }),
  })
}

function listText(kept: readonly MappingProfile[], lang: Language): string {
  return formatTable(kept, [
    { head: translate(lang, 'mappings.name'), value: ({ name }) => name },
    { head: translate(lang, 'mappings.saved'), value: ({ saved }) => saved.slice(0, 10) },
    {
      head: translate(lang, 'mappings.heads'),
      value: ({ heads }) => heads.join(translate(lang, 'common.comma')),
    },
  ])
}

function profileText(profile: MappingProfile, lang: Language): string {
  const rows = [
    ...Object.entries(profile.columns).map(([field, column]) => ({
      head: translate(lang, `datasets.articles.fields.${field}`),
      value: column ?? translate(lang, 'datasets.articles.leftOut'),
    })),
    {
      head: translate(lang, 'datasets.articles.readIn'),
      value: profile.encoding ?? translate(lang, 'datasets.articles.encodingFound'),
    },
    {
      head: translate(lang, 'mappings.delimiter'),
      value:
        profile.delimiter === null
          ? translate(lang, 'mappings.delimiterFound')
          : translate(lang, `mappings.delimiters.${DELIMITER_NAMES[profile.delimiter]}`),
    },
  ]
  return formatTable(rows, [
    { head: translate(lang, 'mappings.field'), value: ({ head }) => head },
    { head: translate(lang, 'mappings.readFrom'), value: ({ value }) => value },
  ])
}
