/** Groups of cities or institutions that are kept under a name. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { GroupMember, GroupSummary, HeldMember, MatchedLine } from '../../shared/contract/groups.ts'
import type { GroupKind } from '../../shared/domain/groups.ts'
import { GROUP_KINDS } from '../../shared/domain/groups.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { missingName } from '../../shared/format/group-words.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { CommonOptions } from '../io.ts'
import { readGiven } from '../read-given.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'
import { formatTable } from '../table.ts'
import { addRenameAndRemove } from './named.ts'

interface SaveOptions extends CommonOptions {
  from?: string
  members?: string
  kind: GroupKind
  replace?: boolean
}

export function addGroups(program: Command, run: Runner): void {
  const groups = program.command('groups').description('cities or institutions kept under a name')
  groups
    .command('list')
    .description('what is kept')
    .action(
      run(async (session) => {
        const { groups: kept } = await session.client.call('groups.list', {})
        const { lang } = session.options
        const text = kept.length === 0 ? `${translate(lang, 'groups.none')}\n` : listText(kept, lang)
        await session.write(session.format === 'table' ? text : json({ groups: kept }))
      }),
    )
  groups
    .command('save')
    .argument('<name>')
    .description('keep a group; names are looked for in the dataset')
    .option('--from <file>', 'names, one a line, or a table copied from a spreadsheet')
    .option('--members <names>', 'names or ids, parted by semicolons')
    .addOption(
      new Option('--kind <kind>', 'what the members are; institutions need a computed index')
        .choices(GROUP_KINDS)
        .default('city'),
    )
    .option('--replace', 'in place of the group of that name')
    .action(run<SaveOptions>((session, options, name = '') => save(session, options, name)))
  groups
    .command('show')
    .argument('<name>')
    .description('its members, and whom of them the dataset has')
    .action(
      run(async (session, _options, name = '') => {
        const { dataset, lang } = session.options
        const { group, members } = await session.client.call('groups.show', { dataset, group: name })
        await session.write(
          session.format === 'table' ? membersText(members, lang) : json({ ...group, dataset, members }),
        )
      }),
    )
  addRenameAndRemove(groups, run, {
    thing: 'a group',
    words: 'groups',
    rename: (client, { name, to }) => client.call('groups.rename', { group: name, to }),
    remove: (client, name) => client.call('groups.remove', { group: name }),
  })
}

/** Whom a name may mean several is never guessed; who is not found is kept as written, and told. */
async function save(session: Session, options: SaveOptions, name: string): Promise<void> {
  const { client, tell } = session
  const { dataset, lang } = session.options
  const { kind, replace } = options
  const { lines } = await client.call('groups.match', { dataset, kind, text: await textOf(options) })
  for (const line of lines) if (line.found !== 'one') tell(lineText(line, lang))
  const several = lines.filter(({ found }) => found === 'several').length
  if (several > 0)
    throw new AppError('group-several', `${several} names of several`, { values: { n: several } })
  const members = lines.flatMap(memberOfLine)
  const { id } = await client.call('groups.save', {
    ...{ name, kind, members },
    ...(replace && { replace }),
  })
  tell(translate(lang, 'groups.keptNow', { name, n: members.length }))
  if (session.format !== 'table') await session.write(json({ id, name, kind, members }))
}

function memberOfLine({ found, candidates, asWritten }: MatchedLine): GroupMember[] {
  const [first] = candidates
  if (found === 'one' && first) return [first.member]
  return found === 'none' ? [asWritten] : []
}

/** @throws AppError usage where no names are given, or two lists of them; file-odd, file-unreadable. */
async function textOf({ from, members }: Pick<SaveOptions, 'from' | 'members'>): Promise<string> {
  if ((from === undefined) === (members === undefined))
    throw new AppError('usage', 'names are needed', { values: { reason: '--from FILE / --members NAMES' } })
  // A single name is a list as well.
  if (from === undefined) return (members ?? '').replaceAll(/[;；]/g, '\n')
  return decode(await readGiven(from))
}

/** UTF-8, or UTF-16 as spreadsheets write "Unicode text"; else what Chinese editions of them write. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function lineText({ line, text, found, candidates }: MatchedLine, lang: Language): string {
  const names = candidates.map(
    ({ id, name, nameZh, regionName, regionNameZh }) =>
      `${nameIn(lang, name, nameZh)} (${nameIn(lang, regionName, regionNameZh)}, ${id})`,
  )
  const key = found === 'none' && names.length > 0 ? 'noneNear' : `${found}Line`
  return translate(lang, `groups.${key}`, {
    ...{ line, text },
    candidates: names.join(lang === 'zh' ? '；' : '; '),
  })
}

function listText(kept: readonly GroupSummary[], lang: Language): string {
  return formatTable(kept, [
    { head: translate(lang, 'groups.name'), value: ({ name }) => name },
    { head: translate(lang, 'groups.kind'), value: ({ kind }) => translate(lang, `groups.kinds.${kind}`) },
    {
      head: translate(lang, 'groups.members'),
      value: ({ members }) => formatNumber(members, 0, lang),
      align: 'right',
    },
    { head: translate(lang, 'groups.saved'), value: ({ saved }) => saved.slice(0, 10) },
  ])
}

function membersText(members: readonly HeldMember[], lang: Language): string {
  return formatTable(members, [
    { head: translate(lang, 'groups.pasted'), value: ({ pasted }) => pasted },
    {
      head: translate(lang, 'groups.shownAs'),
      value: ({ here, missing, pasted, name }) =>
        here
          ? nameIn(lang, here.name, here.nameZh)
          : missingName({ pasted, name, reason: missing ?? 'not-here', instead: null }, lang),
    },
    { head: 'id', value: ({ here, id }) => here?.id ?? id ?? '–' },
  ])
}
