/** Institutions of one file, those that it says again word for word kept once: a dump that was joined to itself fills no memory. */
import type { InstitutionRecord } from './institution-record.ts'

export class DistinctRecords {
  readonly records: InstitutionRecord[] = []
  /** Records that were added, also those that are not kept again. */
  added = 0
  private readonly known = new Map<string, InstitutionRecord>()

  add(record: InstitutionRecord): void {
    this.added += 1
    const id = `${record.openalex}/${record.ror}`
    const before = this.known.get(id)
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(record)) return
    this.known.set(id, record)
    this.records.push(record)
  }
}
