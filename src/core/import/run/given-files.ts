/** The files of an import: what each is, and what those besides the articles say. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { RuleKind } from '../../../shared/domain/file-kinds.ts'
import { fileKindNames, gives } from '../../../shared/domain/file-kinds.ts'
import type { ImportContext } from '../../context.ts'
import type { OddCounts } from '../chunks/counts.ts'
import { addInto } from '../chunks/counts.ts'
import { readCollected } from '../collected/read-collected.ts'
import { withEarlier } from '../collected/with-earlier.ts'
import { cityNameZh } from '../collected/city-name-zh.ts'
import { withCountry } from '../places/institution-record.ts'
import { Institutions } from '../places/institutions.ts'
import type { Countries } from '../places/countries.ts'
import { noMerges, readMergedIds } from '../places/merged-ids.ts'
import { KINDS } from '../kinds/index.ts'
import type { DetectedFile, RuleReader, RuleSources, RuleValues, Told } from '../kinds/kind.ts'
import { importIssue, rejected } from '../text/import-issue.ts'
import { detectAll } from './detect-all.ts'
import type { EarlierIndex } from './earlier-index.ts'
import type { GivenFiles, RuleFile } from './given.ts'
import { weightOf } from './import-size.ts'

interface Asked extends Pick<IndexOptions, 'columns' | 'encoding' | 'delimiter'> {
  paths: readonly string[]
  /** `elsewhere`: the files say how to count articles that another program has. */
  articles?: 'here' | 'elsewhere'
}

/** @throws AppError import-rejected where a file is of no known kind or damaged, or where there are no articles. */
export async function readGivenFiles(
  { paths, articles: where = 'here', ...told }: Asked,
  earlier: EarlierIndex | null,
  countries: Countries,
  context: Pick<ImportContext, 'resourcesDir' | 'signal'>,
): Promise<GivenFiles> {
  const { detected, passed, snapshotDate, listed } = await detectAll(paths, told, context.signal)
  refuseUnknown(detected, where === 'here')
  const records = new Map<string, number>()
  const odd: OddCounts = {}
  const institutionFiles: GivenFiles['institutionFiles'] = [...(earlier?.institutionFiles ?? [])]
  for (const { path, file, kind, form } of detected.filter(gives('institutions'))) {
    const found = await KINDS[kind].read(path, context.signal, form)
    const located = found.records.map((record) => withCountry(record, (name) => countries.codeOf(name)))
    const unknown = located.filter(({ country }, i) => country === null && found.records[i]?.countryName)
    addInto(odd, found.odd)
    addInto(odd, { 'institution-values-not-understood': unknown.length })
    institutionFiles.push({ file, records: located })
    records.set(path, found.read)
  }
  const institutions = new Institutions()
  for (const { records: list } of institutionFiles) for (const record of list) institutions.add(record)
  // Files that are added may use ids that those of before said were merged.
  const merged = earlier?.merged ?? noMerges()
  for (const { path } of detected.filter(({ kind }) => kind === 'merged')) {
    records.set(path, await readMergedIds(path, merged, context.signal))
  }
  const rules = ruleFilesOf(detected)
  const held = await rulesOf(rules, earlier, { resourcesDir: context.resourcesDir, countries })
  const recipes = detected.filter(({ kind }) => kind === 'recipe').map(({ path }) => path)
  const cityNames = (name: string, country: string) => cityNameZh(name, country, context.resourcesDir)
  const collected = await readCollected(recipes, { countries, institutions, metros: held.metros, cityNames })
  const articles = detected.filter(gives('articles'))
  return {
    files: [
      ...detected.map(({ path, file, kind, bytes, members }) => ({
        path,
        file,
        kind,
        bytes,
        records: records.get(path) ?? 0,
        ...(members ? { members } : {}),
      })),
      ...passed.map((each) => ({ ...each, path: '', members: [], records: 0 })),
    ],
    articles: articles.map(({ path, file, kind, layout, streamed, form, members }) => ({
      path,
      file,
      kind,
      layout,
      compressed: streamed,
      ...(form === 'parquet' ? { rows: true } : {}),
      ...(members ? { members } : {}),
    })),
    merged,
    snapshotDate,
    listedParts: listed,
    weights: where === 'here' ? await Promise.all(articles.map(weightOf)) : [],
    articleBytes: articles.reduce((sum, { bytes }) => sum + bytes, 0),
    institutions,
    institutionFiles,
    institutionsOdd: odd,
    institutionsRead: institutionFiles.reduce((sum, { records: list }) => sum + list.length, 0),
    collected: earlier ? withEarlier(earlier.collected, collected) : collected,
    ...held,
  }
}

/** @param needed whether articles must be among them */
function refuseUnknown(detected: readonly DetectedFile[], needed: boolean): void {
  const issues: FileIssue[] = detected.flatMap(({ file, kind }) => {
    const { refusal } = KINDS[kind] as Told
    return refusal ? [importIssue(file, null, refusal)] : []
  })
  const rules = detected.filter(gives('rule'))
  for (const kind of fileKindNames) {
    const [, second] = rules.filter((rule) => rule.kind === kind)
    if (second) issues.push(importIssue(second.file, null, 'rules-twice', { kind }))
  }
  const useful = !needed || detected.some(gives('articles'))
  if (!useful && issues.length === 0) {
    issues.push(importIssue(detected[0]?.file ?? '', null, 'articles-missing'))
  }
  if (issues.length > 0) throw rejected(issues)
}

function ruleFilesOf(detected: readonly DetectedFile[]): (RuleFile & { path: string })[] {
  return detected.filter(gives('rule')).map(({ path, kind }) => ({
    kind,
    file: basename(path),
    path,
    content: readFileSync(path),
  }))
}

/**
 * The rules that hold. An index keeps those it was begun with: what they left out was not stored, so other rules
 * would count the old articles by the old rules and the new ones by the new.
 */
export async function rulesOf(
  rules: readonly (RuleFile & { path: string })[],
  earlier: EarlierIndex | null,
  sources: RuleSources,
): Promise<Pick<GivenFiles, 'rules' | 'subjects' | 'metros' | 'suburbs'>> {
  if (earlier) {
    const changed = rules.find(
      ({ kind, content }) =>
        KINDS[kind].sifts && !earlier.rules.some((old) => old.kind === kind && old.content.equals(content)),
    )
    if (changed) {
      throw new AppError('import-rejected', `${changed.file}: other rules`, {
        values: { issues: 1 },
        issues: [importIssue(changed.file, null, 'rules-changed', { kind: changed.kind })],
      })
    }
  }
  const kept = (earlier?.rules ?? []).filter(({ kind }) => !rules.some((rule) => rule.kind === kind))
  const all = [...kept.map((rule) => ({ ...rule, path: earlier?.writeRule(rule) ?? '' })), ...rules]
  const valueOf = async <K extends RuleKind>(kind: K): Promise<RuleValues[K]> => {
    const reader = KINDS[kind] as RuleReader<RuleValues[K]>
    const given = all.find((rule) => rule.kind === kind)
    return given ? reader.read(given.path, sources) : reader.usual(sources)
  }
  return {
    rules: all.map(({ kind, file, content }) => ({ kind, file, content })),
    subjects: {
      journals: await valueOf('journals'),
      mapping: await valueOf('subjects'),
      labels: await valueOf('labels'),
    },
    metros: await valueOf('metros'),
    suburbs: await valueOf('suburbs'),
  }
}
