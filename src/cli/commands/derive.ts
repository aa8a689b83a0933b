import type { Command } from 'commander'
import { Option } from 'commander'
import type { EntityName } from '../../shared/contract/common.ts'
import { ENTITY_NAMES } from '../../shared/domain/entity-names.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { translate } from '../../shared/i18n/index.ts'
import { STEP_KINDS } from '../../shared/domain/step-kinds.ts'
import type { StepKind } from '../../shared/contract/derivation.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { Language } from '../../shared/domain/language.ts'
import { derivationText, partsText } from '../derivation-text.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { explanationText } from '../explanation-text.ts'
import { given, limitOption, subjectOption, yearOption } from '../options.ts'
import type { Limit } from '../options.ts'
import type { Runner } from '../runner.ts'
import { tellRest } from '../rows.ts'
import type { Session } from '../session.ts'
import { json, writeExport } from '../session.ts'

interface DeriveOptions extends CommonOptions {
  kind: EntityName
  id?: string
  city?: string
  institution?: string
  partner?: string
  article?: string
  by?: StepKind
  subject: string
  year?: number
  from?: number
  to?: number
  limit: Limit
}

export function addDerive(program: Command, run: Runner): void {
  program
    .command('derive')
    .description('the articles behind a Share or a score, and the part of each (computed indexes)')
    .addOption(new Option('--kind <kind>', 'kind of the entity').choices(ENTITY_NAMES).default('city'))
    .option('--id <name>', 'id or name of the entity')
    .addOption(new Option('--city <name>', 'the same as --kind city --id').conflicts(['id', 'institution']))
    .addOption(new Option('--institution <name>', 'the same as --kind institution --id').conflicts('id'))
    .option('--partner <name>', 'another entity of that kind: the articles behind their score')
    .addOption(
      new Option(
        '--article <id>',
        'how one article is counted, or why it is not: OpenAlex id, DOI, another id, or words of the title',
      ).conflicts(['id', 'city', 'institution', 'partner', 'year', 'from', 'to']),
    )
    .addOption(new Option('--by <kind>', 'what the number consists of, not its articles').choices(STEP_KINDS))
    .addOption(subjectOption())
    .addOption(yearOption('year', 'one year (default: all years of the index)').conflicts(['from', 'to']))
    .addOption(yearOption('from', 'first year'))
    .addOption(yearOption('to', 'last year'))
    .addOption(limitOption(20, 200))
    .action(
      run<DeriveOptions>(async (session, options) => {
        if (options.article !== undefined) return explain(session, options.article, options)
        const { dataset, subject, partner, by, year, from = year, to = year, limit, lang } = options
        const input = { ...given({ partner, from, to }), ...entityOf(options), dataset, subject, limit }
        if (by !== undefined) return parts(session, { ...input, by }, lang)
        if (session.format !== 'table') return writeExport(session, { of: 'derivation', input })
        const derivation = await session.client.call('derivation.of', input)
        await session.write(derivationText(derivation, lang))
        tellRest(session, { ...derivation, total: derivation.total.articles })
      }),
    )
}

/** As text, or whole as JSON: an explanation is no table. @throws AppError usage for another format. */
async function explain(session: Session, article: string, { dataset, lang }: DeriveOptions): Promise<void> {
  const { format } = session
  if (format !== 'table' && format !== 'json')
    throw new AppError('usage', format, {
      values: { reason: translate(lang, 'explained.formats', { format }) },
    })
  const answer = await session.client.call('articles.explain', { dataset, article })
  await session.write(format === 'json' ? json(answer) : explanationText(answer, lang))
}

/** What the number consists of; all parts but those of subjects, which overlap, add up to it. */
async function parts(session: Session, input: InputOf<'derivation.parts'>, lang: Language): Promise<void> {
  if (session.format !== 'table') return writeExport(session, { of: 'parts', input })
  const found = await session.client.call('derivation.parts', input)
  await session.write(partsText(found, lang))
  tellRest(session, { ...found, total: found.of })
}

function entityOf({ kind, id, city, institution, lang }: DeriveOptions): { kind: EntityName; id: string } {
  if (city !== undefined) return { kind: 'city', id: city }
  if (institution !== undefined) return { kind: 'institution', id: institution }
  if (id === undefined)
    throw new AppError('usage', 'no entity', { values: { reason: say(lang, 'entityMissing') } })
  return { kind, id }
}
