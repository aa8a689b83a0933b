/** What the core tells every host unasked. */
export type CoreEvent =
  | { type: 'datasets.changed'; dataset: string }
  | {
      type: 'imports.progress'
      as: string
      step: 'reading' | 'checking' | 'storing' | 'deriving' | 'swapping'
      bytesRead: number
      bytesTotal: number
      records: number
    }
