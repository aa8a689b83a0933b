/** Small files for a day's imports, made anew each time: works, a table, exports, and what is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { resourcesDir } from '../../../src/core/app-info.ts'
import { makeWorks, PLACES } from '../../support/works.ts'
import type { Random } from '../calls/schema-values.ts'

export interface Given {
  name: string
  bytes: Uint8Array
}

const EDITION = join(resourcesDir, 'editions', 'science-cities-2024')
const EDITION_FILES = ['top100-2023.csv', 'facts-2024.csv'] as const
const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')
const text = (name: string, content: string): Given => ({ name, bytes: Buffer.from(content) })
const lines = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const whole = (random: Random, most: number) => Math.floor(random() * most)

const institutions = (): Given =>
  text(
    'institutions.jsonl',
    lines(
      PLACES.map(({ number, name, city, country }) => ({
        id: `https://openalex.org/I${number}`,
        display_name: name,
        country_code: country,
        geo: { city, country_code: country },
      })),
    ),
  )

/** Works with their institutions; now and then packed. */
export function worksFiles(random: Random): Given[] {
  const records = lines(makeWorks(60 + whole(random, 200), 1 + whole(random, 1000), 1 + whole(random, 300)))
  const packed = random() < 0.3
  return [
    packed ? { name: 'works.jsonl.gz', bytes: gzipSync(records) } : text('works.jsonl', records),
    institutions(),
  ]
}

export const tableFiles = (): Given[] => [
  { name: 'affiliations.csv', bytes: readFileSync(join(FIXTURES, 'tables', 'affiliations.csv')) },
]

/** What an import refuses: another thing, a cut archive, a broken line in the midst, nothing at all. */
export function refusedFiles(random: Random): Given[] {
  const [works] = worksFiles(random)
  const bytes = works?.bytes ?? new Uint8Array()
  const kinds: (() => Given[])[] = [
    () => [text('notes.csv', 'a;b\n1;2\n')],
    () => [{ name: 'works.jsonl.gz', bytes: gzipSync(bytes).subarray(0, 200) }],
    () => [text('works.jsonl', '{"id":\n'.repeat(50))],
    () => [text('empty.csv', '')],
    () => [{ name: 'noise.zip', bytes: Uint8Array.from({ length: 5000 }, () => whole(random, 256)) }],
    () => [text('works.jsonl', '\n'.repeat(200_000))],
  ]
  return (kinds[whole(random, kinds.length)] as () => Given[])()
}

/** The bundled edition's own tables, sometimes spoiled. */
export function editionUpload(random: Random): { folder: string; files: { name: string; base64: string }[] } {
  const spoil = random() < 0.5
  return {
    folder: 'edition',
    files: EDITION_FILES.map((name) => {
      const content = readFileSync(join(EDITION, name), 'utf8')
      const given = spoil ? content.replace(/\d/, 'x') : content
      return { name, base64: Buffer.from(given).toString('base64') }
    }),
  }
}

export const populationsFiles = (random: Random): Given[] => [
  text(
    'populations.csv',
    `city,country,year,population,area,source\nNanjing,CN,2023,${9_000_000 + whole(random, 9)},city proper,yearbook\n`,
  ),
]
