/**
 * Writes the SHA-256 of each file of a bundled edition into its edition.json, so that a changed byte is noticed
 * at import. Run it after a deliberate change: `npm run -s pin-edition`.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'resources', 'editions', 'science-cities-2024')
const path = join(folder, 'edition.json')
const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { file: string; sha256: string }[] }
for (const entry of manifest.files) {
  entry.sha256 = createHash('sha256')
    .update(readFileSync(join(folder, entry.file)))
    .digest('hex')
}
writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
