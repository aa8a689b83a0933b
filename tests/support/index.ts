/** Small computed indexes for tests, built from records in memory by the same counting and storing as an import. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { ImportContext, OpenDataset, ReaderContext } from '../../src/core/context.ts'
import { datasetsDir } from '../../src/core/datasets/files.ts'
import { DatasetPool } from '../../src/core/datasets/pool.ts'
import { PopulationTable } from '../../src/core/populations/populations.ts'
import { readDatasetRow, versionOf } from '../../src/core/datasets/summary.ts'
import type { WritableDb } from '../../src/core/db/handles.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { exportHandlers } from '../../src/core/export/handlers.ts'
import { queryHandlers } from '../../src/core/queries/handlers.ts'
import type { InputOf, NameOfKind, OutputOf } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { IndexOutcome } from '../../src/shared/contract/imports.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'

/** An institution as an OpenAlex institutions file gives it. */
export interface TestInstitution {
  /** Number of the OpenAlex id. */
  id: number
  name: string
  nameZh?: string
  city?: string
  country: string
  ror?: string
  /** GeoNames number and first-level division of the city. */
  geonames?: number
  division?: string
}

/** An author's affiliations: numbers of institutions, or two letters for a country alone; none for no affiliation. */
export type TestAuthor = (number | string)[]

export interface TestWork {
  id: number
  year: number
  subjects?: string[]
  authors: TestAuthor[]
  title?: string
}

function institutionRecord(institution: TestInstitution) {
  const { id, name, nameZh, city, country, ror, geonames, division } = institution
  return {
    id: `https://openalex.org/I${id}`,
    ror: ror ? `https://ror.org/${ror}` : null,
    display_name: name,
    country_code: country,
    type: 'education',
    geo: {
      city: city ?? null,
      country_code: country,
      latitude: null,
      longitude: null,
      ...(geonames && { geonames_city_id: String(geonames) }),
      ...(division && { region: division }),
    },
    lineage: [`https://openalex.org/I${id}`],
    international: { display_name: { en: name, ...(nameZh && { zh: nameZh }) } },
  }
}

function workRecord({ id, year, subjects = [], authors, title }: TestWork) {
  return {
    id: `https://openalex.org/W${id}`,
    title: title ?? `Article ${id}`,
    publication_year: year,
    type: 'article',
    ni_subjects: subjects,
    authorships: authors.map((affiliations, i) => ({
      author: { id: `https://openalex.org/A${id * 1000 + i}`, display_name: `Author ${i + 1}` },
      institutions: affiliations
        .filter((each) => typeof each === 'number')
        .map((each) => ({ id: `https://openalex.org/I${each}`, display_name: `Institution ${each}` })),
      countries: affiliations.filter((each) => typeof each === 'string'),
      raw_affiliation_strings: affiliations.map((each) => `Department of ${each}`),
    })),
  }
}

/** Writes works and institutions as files of lines into a folder. @returns their paths */
export function writeIndexFiles(
  folder: string,
  works: readonly TestWork[],
  institutions: readonly TestInstitution[],
): string[] {
  const write = (file: string, records: readonly unknown[]) => {
    const path = join(folder, file)
    writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    return path
  }
  return [
    write('works.jsonl', works.map(workRecord)),
    write('institutions.jsonl', institutions.map(institutionRecord)),
  ]
}

/** Imports files as a user does. @param folder the data folder */
export function importFiles(
  folder: string,
  as: string,
  paths: readonly string[],
  options: Partial<IndexOptionsInput> = {},
): Promise<IndexOutcome> {
  const context: ImportContext = {
    dataDir: folder,
    resourcesDir,
    appVersion,
    now: () => '2026-01-01T00:00:00.000Z',
    emit: () => {},
    releaseReaders: async () => {},
    resolveToken: (token) => token,
    resolveFiles: (token) => [token],
    signal: new AbortController().signal,
    progress: () => {},
  }
  return importIndex(
    { paths, as, name: undefined, mode: 'replace', options: indexOptions.parse(options) },
    context,
  )
}

type IndexOptionsInput = Parameters<typeof indexOptions.parse>[0] & object

/** Calls queries, and what reads for seconds, on the datasets of a folder, without threads. */
export function queriesOf(dataDir: string) {
  const pool = new DatasetPool({ dataDir, resourcesDir })
  const context: ReaderContext = {
    dataDir,
    resourcesDir,
    appVersion,
    now: () => '2026-01-01T00:00:00.000Z',
    open: (id) => pool.open(id),
    release: (id) => pool.release(id),
  }
  return {
    context,
    folder: datasetsDir(dataDir),
    async call<M extends NameOfKind<'query' | 'export'>>(name: M, input: InputOf<M>): Promise<OutputOf<M>> {
      const handler = { ...queryHandlers, ...exportHandlers }[name] as (
        input: unknown,
        context: ReaderContext,
      ) => OutputOf<M>
      return handler(contract[name].input.parse(input), context)
    },
    close: () => pool.close(),
  }
}

/** A dataset in memory as queries see one. */
export function openInMemory(db: WritableDb, id: string): OpenDataset {
  const row = readDatasetRow(db, id)
  const memos = new Map<string, unknown>()
  return {
    db,
    id,
    version: versionOf(row),
    kind: row.kind,
    defaultYear: row.default_year,
    populations: new PopulationTable(),
    memo<T>(key: string, make: () => T): T {
      if (!memos.has(key)) memos.set(key, make())
      return memos.get(key) as T
    },
  }
}
