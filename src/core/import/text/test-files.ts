/** Files for tests of importers. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRoot } from '../../app-info.ts'

export const resourcesDir = join(appRoot, 'resources')

const folder = join(appRoot, '..', 'shared', 'fixtures')
/** The folder of real records beside the checkout; null where there is none. */
export const fixtures = existsSync(folder) && readdirSync(folder).length > 0 ? folder : null

/** A folder that is removed with `using`. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'science-cities-test-'))

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name)
    writeFileSync(path, content)
    return path
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export async function* inChunks(content: string | Uint8Array, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
