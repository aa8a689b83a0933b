/** Comparisons that are kept under a name. */
import type { Command } from 'commander'
import { findNamed } from '../../core/kept/names.ts'
import type { EntityName } from '../../shared/contract/common.ts'
import type { KeptComparison } from '../../shared/contract/comparisons.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { CommonOptions } from '../io.ts'
import { byOption, given } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'
import { formatTable } from '../table.ts'
import { addRenameAndRemove } from './named.ts'

interface SaveOptions extends CommonOptions {
  by?: EntityName
  reference?: string
  replace?: boolean
}

export function addComparisons(program: Command, run: Runner): void {
  const comparisons = program.command('comparisons').description('comparisons kept under a name')
  comparisons
    .command('list')
    .description('what is kept')
    .action(
      run(async (session) => {
        const kept = await session.client.call('comparisons.list', {})
        const text = listText(kept.comparisons, session.options.lang)
        await session.write(session.format === 'table' ? text : json(kept))
      }),
    )
  comparisons
    .command('save')
    .argument('<name>')
    .argument('<names...>', 'two to six cities, or entities of the kind --by names')
    .description('keep a comparison; names are looked for in the dataset')
    .addOption(byOption())
    .option('--reference <name>', 'the one that the others are measured against (default: the first)')
    .option('--replace', 'in place of the comparison of that name')
    .action(run<SaveOptions>((session, options, name = '', ...named) => save(session, options, name, named)))
  comparisons
    .command('show')
    .argument('<name>')
    .description('what is compared, in its order')
    .action(
      run(async (session, _options, name = '') => {
        const kept = await keptComparison(session, name)
        await session.write(session.format === 'table' ? showText(kept, session.options.lang) : json(kept))
      }),
    )
  addRenameAndRemove(comparisons, run, {
    thing: 'a comparison',
    words: 'cli.comparisons',
    rename: (client, names) => client.call('comparisons.rename', names),
    remove: (client, name) => client.call('comparisons.remove', { name }),
  })
}

/** The kept comparison of a name, case aside. @throws AppError comparison-unknown with the names that there are. */
export async function keptComparison({ client }: Session, name: string): Promise<KeptComparison> {
  const { comparisons } = await client.call('comparisons.list', {})
  return findNamed(comparisons, name, 'comparison-unknown')
}

/** What cannot be found in the dataset is not kept: the comparison is made once, as it will be asked for. */
async function save(session: Session, options: SaveOptions, name: string, named: string[]): Promise<void> {
  const { client, tell } = session
  const { dataset, lang } = session.options
  const { by = 'city', reference, replace } = options
  const asked = { dataset, by, cities: named, ...given({ reference }) }
  const compared = await client.call('cities.compare', asked)
  const entities = compared.cities.map(({ city }) => ({
    id: city.cityId,
    name: city.name,
    nameZh: city.nameZh,
  }))
  const own = reference === undefined ? null : compared.reference
  const comparison = { name, by, entities, reference: own, ...(replace && { replace }) }
  const kept = await client.call('comparisons.save', comparison)
  tell(translate(lang, 'cli.comparisons.keptNow', { name, n: entities.length }))
  if (session.format !== 'table')
    await session.write(json(kept.comparisons.find((each) => each.name === name) ?? comparison))
}

function listText(kept: readonly KeptComparison[], lang: Language): string {
  if (kept.length === 0) return `${translate(lang, 'compareView.kept.none')}\n`
  const of = ({ entities }: KeptComparison) =>
    entities.map(({ name, nameZh }) => nameIn(lang, name, nameZh)).join(lang === 'zh' ? '、' : ', ')
  return formatTable(kept, [
    { head: translate(lang, 'groups.name'), value: ({ name }) => name },
    { head: translate(lang, 'groups.kind'), value: ({ by }) => translate(lang, `compareView.kinds.${by}`) },
    { head: translate(lang, 'groups.members'), value: of },
    { head: translate(lang, 'groups.saved'), value: ({ saved }) => saved.slice(0, 10) },
  ])
}

function showText({ entities, reference }: KeptComparison, lang: Language): string {
  const rows = entities.map((each, at) => ({ ...each, letter: 'ABCDEF'.charAt(at) }))
  const own = reference ?? entities[0]?.id
  return formatTable(rows, [
    { head: '', value: ({ letter }) => letter },
    { head: translate(lang, 'groups.name'), value: ({ name, nameZh }) => nameIn(lang, name, nameZh) },
    { head: 'id', value: ({ id }) => id },
    { head: translate(lang, 'compareView.reference'), value: ({ id }) => (id === own ? '×' : '') },
  ])
}
