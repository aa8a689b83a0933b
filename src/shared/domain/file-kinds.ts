/** Kinds of files that an index is built from, each with what it gives to the index. */

/** `rule`: how to count, kept whole with the index; one file of each kind at most. */
export type FileRole = 'articles' | 'institutions' | 'rule' | 'nothing'

export const FILE_KINDS = {
  works: 'articles',
  institutions: 'institutions',
  ror: 'institutions',
  affiliations: 'articles',
  /** Exports of bibliographic databases with one row an article, whose authors and affiliations are paired. */
  scopus: 'articles',
  wos: 'articles',
  dimensions: 'articles',
  /** Exports from which no Share can be had. */
  'scopus-unpaired': 'nothing',
  'wos-unpaired': 'nothing',
  'dimensions-unpaired': 'nothing',
  'openalex-unpaired': 'nothing',
  lens: 'nothing',
  ieee: 'nothing',
  springer: 'nothing',
  pubmed: 'nothing',
  ris: 'nothing',
  bibtex: 'nothing',
  endnote: 'nothing',
  journals: 'rule',
  /** Subjects of single articles. */
  labels: 'rule',
  metros: 'rule',
  subjects: 'rule',
  suburbs: 'rule',
  /** What a recipe was made for, and when its files were fetched. */
  recipe: 'nothing',
  /** The manifest of a plan, whose results come in as a folder. */
  plan: 'nothing',
  /** A page of results, or a list, without records. */
  empty: 'nothing',
  /** Works inside the records of another program, such as a search engine's hits. */
  'wrapped-works': 'nothing',
  /** Which ids OpenAlex merged into which. */
  merged: 'nothing',
  /** Of a snapshot: entities that an index does not need, and the same again in another format. */
  unneeded: 'nothing',
  copy: 'nothing',
  unknown: 'nothing',
} as const satisfies Record<string, FileRole>
export type FileKind = keyof typeof FILE_KINDS

/** The kinds that give one thing. */
export type KindOf<Role extends FileRole> = {
  [K in FileKind]: (typeof FILE_KINDS)[K] extends Role ? K : never
}[FileKind]
export type ArticleKind = KindOf<'articles'>
export type RuleKind = KindOf<'rule'>

/** Exports that are refused by name: each has an issue and a problem of its own, `export-lens` and so on. */
export const REFUSED_EXPORTS = [
  'scopus-unpaired',
  'wos-unpaired',
  'dimensions-unpaired',
  'openalex-unpaired',
  'lens',
  'ieee',
  'springer',
  'pubmed',
  'ris',
  'bibtex',
  'endnote',
] as const satisfies readonly KindOf<'nothing'>[]
export type RefusedExport = (typeof REFUSED_EXPORTS)[number]

/** Exports of which each author's affiliations are read. */
export const PAIRED_EXPORTS = ['scopus', 'wos', 'dimensions'] as const satisfies readonly ArticleKind[]
export type PairedExport = (typeof PAIRED_EXPORTS)[number]
export const isPairedExport = (kind: FileKind): kind is PairedExport =>
  (PAIRED_EXPORTS as readonly FileKind[]).includes(kind)

export const fileKindNames = Object.keys(FILE_KINDS) as FileKind[]

/** Whether a file of this kind gives that, for use as a filter of files. */
export const gives =
  <Role extends FileRole>(role: Role) =>
  <F extends { kind: FileKind }>(file: F): file is F & { kind: KindOf<Role> } =>
    FILE_KINDS[file.kind] === role
