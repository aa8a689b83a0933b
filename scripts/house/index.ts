/** Part of `npm run lint`: the direction of imports, proven. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { complaintsOf } from './complaints.ts'
import { HOUSE } from './floors.ts'
import { importsOf } from './imports.ts'

const root = join(import.meta.dirname, '../..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.(ts|vue)$/.test(name))
  .map(({ parentPath, name }) => join(parentPath, name))
const sources = new Map(
  files.map((file) => [relative(root, file).replaceAll(sep, '/'), readFileSync(file, 'utf8')]),
)
const complaints = complaintsOf(importsOf(sources), HOUSE)
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1
