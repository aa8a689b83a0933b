/** What is imported for digests of figures: the sample, each real file of works by itself, and what belongs together. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ImportContext } from '../../../src/core/context.ts'
import { drawnSample } from '../../../src/core/import/run/create-sample.ts'
import { detectFile } from '../../../src/core/import/run/detect.ts'
import { importIndex } from '../../../src/core/import/run/import-index.ts'
import type { IndexOutcome } from '../../../src/shared/contract/imports.ts'
import { indexOptions } from '../../../src/shared/contract/imports.ts'
import { gives } from '../../../src/shared/domain/file-kinds.ts'
import { realRecords, SHARED } from '../real-records.ts'

export interface Source {
  name: string
  /** Among those that run with every test. */
  short: boolean
  import(as: string, strict: boolean, context: ImportContext): Promise<IndexOutcome>
}

export const hasShared = existsSync(SHARED)

/** What may be asked for beside beginnings of names. */
export const SHORT = '--short'
export const WHOLE = ''

/**
 * @param which all of them, those that run with every test, or those whose name begins so; without real files the sample alone
 * @param folder for what is unpacked
 */
export async function sourcesOf(which: string, folder: string): Promise<Source[]> {
  const sources = [
    sample('sample, a hundredth of it', 0.01, true),
    sample('sample, a twentieth of it', 0.05, false),
  ]
  if (hasShared) {
    const [together, ...corpora] = realRecords().map(({ name, works, institutions }) => {
      const isPages = name === 'fixtures'
      return files(isPages ? 'fixtures together' : name, [...works, ...institutions], isPages)
    })
    sources.unshift(...(await fixtures()), together as Source, firstWorks(folder), ...corpora)
  }
  if (which === WHOLE) return sources
  return sources.filter(({ name, short }) => (which === SHORT ? short : name.startsWith(which)))
}

function sample(name: string, scale: number, short: boolean): Source {
  return {
    name,
    short,
    async import(as, strict, context) {
      const given = await drawnSample({ seed: 1, scale }, context)
      const options = indexOptions.parse({ strict })
      return importIndex({ paths: [], as, name: 'Sample', mode: 'replace', options, given }, context)
    },
  }
}

function files(name: string, paths: readonly string[], short = false): Source {
  return {
    name,
    short,
    import: (as, strict, context) =>
      importIndex(
        { paths: [...paths], as, name: undefined, mode: 'replace', options: indexOptions.parse({ strict }) },
        context,
      ),
  }
}

/** Files of the field that mean something beside another one alone. */
const COMPANIONS: readonly (readonly string[])[] = [
  ['08_one_org_three_cities.csv', '08_institution.json'],
  ['15_works.jsonl', '15_institutions_no_country_code.jsonl'],
  ['16_works.json', '16_ror_dump.csv'],
]

async function fixtures(): Promise<Source[]> {
  const sources: Source[] = []
  for (const folder of ['fixtures', 'fixtures/field']) {
    for (const entry of readdirSync(join(SHARED, folder), { withFileTypes: true })) {
      const path = join(SHARED, folder, entry.name)
      const isGiven = entry.isDirectory() ? /pages/.test(entry.name) : await givesArticles(path)
      if (isGiven) sources.push(files(`${folder}/${entry.name}`, [path]))
    }
  }
  const field = join(SHARED, 'fixtures/field')
  for (const names of COMPANIONS)
    sources.push(
      files(
        `fixtures/field/${names.join(' + ')}`,
        names.map((name) => join(field, name)),
      ),
    )
  return sources.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function givesArticles(path: string): Promise<boolean> {
  try {
    return gives('articles')(await detectFile(path))
  } catch {
    return false // of no known kind
  }
}

const FIRST = 600

function firstWorks(folder: string): Source {
  const name = `global-health, the first ${FIRST} works`
  return {
    name,
    short: true,
    import(as, strict, context) {
      const corpora = join(SHARED, 'corpora')
      const text = gunzipSync(readFileSync(join(corpora, 'global-health-works.jsonl.gz'))).toString('utf8')
      const works = join(folder, 'first-works.jsonl')
      writeFileSync(works, text.split('\n').slice(0, FIRST).join('\n'))
      const paths = [works, join(corpora, 'global-health-institutions.jsonl.gz')]
      return files(name, paths).import(as, strict, context)
    },
  }
}
