/** Every failure that a user can meet, by code; the words stand in `i18n/<language>/errors.ts`. */
export const ERROR_CODES = [
  'method-unknown',
  'input-invalid',
  'dataset-unknown',
  'dataset-newer',
  'dataset-foreign',
  'dataset-damaged',
  'dataset-exists',
  'dataset-bundled',
  'dataset-busy',
  'dataset-changed',
  'removed-unknown',
  'removed-taken',
  'city-unknown',
  'city-ambiguous',
  'region-unknown',
  'year-unknown',
  'one-year',
  'figures-missing',
  'edition-rejected',
  'import-rejected',
  'import-records',
  'import-disk',
  'import-memory',
  'institution-unknown',
  'institution-ambiguous',
  'entity-unknown',
  'node-unknown',
  'not-computed',
  'articles-elsewhere',
  'not-an-index',
  'samples-mixed',
  'file-token-unknown',
  'file-unreadable',
  'file-odd',
  'folder-empty',
  'template-unreadable',
  'template-layout',
  'template-size',
  'file-not-ours',
  'archive-foreign',
  'archive-damaged',
  'archive-newer',
  'backup-foreign',
  'backup-incomplete',
  'restore-incomplete',
  'format-unavailable',
  'picture-too-large',
  'report-empty',
  'profile-unknown',
  'profile-exists',
  'profiles-damaged',
  'comparison-unknown',
  'comparison-exists',
  'comparisons-damaged',
  'group-unknown',
  'group-exists',
  'group-kind',
  'group-several',
  'group-long',
  'groups-full',
  'groups-damaged',
  'recipe-empty',
  'recipe-value',
  'recipe-years',
  'recipe-city-unknown',
  'recipe-city-ambiguous',
  'recipe-city-empty',
  'recipe-nothing',
  'scale-file',
  'scale-works',
  'scale-titles',
  'scale-foreign',
  'scale-missing',
  'scale-differs',
  'disk-full',
  'folder-read-only',
  'app-damaged',
  'cancelled',
  'forbidden',
  'not-found',
  'body-too-large',
  'usage',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** One thing wrong with a file, located so that the user can mend it. `values` fill the words of the code. */
export interface FileIssue {
  file: string
  /** 1-based line of the file as an editor counts it; null where the whole file is meant. */
  line: number | null
  column: string | null
  code: IssueCode
  values: Record<string, string | number>
}

export const ISSUE_CODES = [
  'empty-file',
  'too-large',
  'not-text',
  'byte-order-mark',
  'crlf',
  'gb18030',
  'encoding',
  'csv-syntax',
  'kind-unknown',
  'ranking-missing',
  'ranking-twice',
  'delimiter-comma',
  'column-missing',
  'column-twice',
  'value-missing',
  'number-expected',
  'integer-expected',
  'number-range',
  'zero-figure',
  'rank-order',
  'share-order',
  'count-below-share',
  'percentage-range',
  'percentage-inconsistent',
  'duplicate-city',
  'duplicate-name-zh',
  'duplicate-figure',
  'region-code',
  'city-unknown',
  'subject-unknown',
  'indicator-unknown',
  'period',
  'institution-missing',
  'hash-mismatch',
  'manifest',
  'gzip-truncated',
  'gzip-damaged',
  'zip-damaged',
  'zip-without-json',
  'zip-several',
  'zip-encrypted',
  'json-syntax',
  'json-truncated',
  'columns-unmapped',
  'map-file',
  'map-field',
  'recipe-file',
  'table-form',
  'journal-unidentified',
  'issn-invalid',
  'source-invalid',
  'journal-contradiction',
  'metro-city-twice',
  'country-unknown',
  'field-unknown',
  'duplicate-entry',
  'value-unreadable',
  'file-kind-unknown',
  'works-wrapped',
  'articles-missing',
  'nothing-stored',
  'records-rejected',
  'parquet-damaged',
  'parquet-groups',
  'article-missing',
  'records-rejected-first',
  'encoding-unsure',
  'encoding-guessed',
  'column-unfit',
  'joined-table',
  'lines-above',
  'missing-words',
  'row-rejected',
  'rows-rejected',
  'damaged-text',
  'plan-changed',
  'plan-other',
  'plan-probe',
  'plan-rows',
  'plan-empty',
  'plan-sums',
  'plan-pairs',
  'plan-sample',
  'plan-places',
  'plan-cell',
  'plan-row-twice',
  'plan-both',
  'plan-node',
  'plan-node-twice',
  'plan-place',
  'rules-twice',
  'rules-changed',
  'too-many-issues',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

/** An error as it crosses threads, sockets and IPC: data, never an exception with a stack. */
export interface AppErrorData {
  code: ErrorCode
  /** English, for logs and developers; users are shown the words of the code in their language. */
  message: string
  details: ErrorDetails
}

export interface ErrorDetails {
  /** Values that fill the words of the code, e.g. `{ city: 'Atlantis' }`. */
  values?: Record<string, string | number>
  issues?: FileIssue[]
  /** Nearest names, for "did you mean". */
  suggestions?: string[]
}

/** A failure with a known code. Throw it anywhere in the core; hosts turn it into words or an exit code. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  toData(): AppErrorData {
    return { code: this.code, message: this.message, details: this.details }
  }

  static fromData(data: AppErrorData): AppError {
    return new AppError(data.code, data.message, data.details)
  }
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppErrorData }
