/** Makes editions for tests: the bundled one copied, then spoiled in one way. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resourcesDir } from '../../src/core/app-info.ts'

export const RANKING = 'top100-2023.csv'
export const FACTS = 'facts-2024.csv'
export const BUNDLED = join(resourcesDir, 'editions', 'science-cities-2024')

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'science-cities-'))
}

/** A folder with the ranking and the facts of the bundled edition, unpinned, so that a test may change them. */
export function copyEdition(into: string): string {
  const folder = join(into, 'edition')
  rmSync(folder, { recursive: true, force: true })
  cpSync(BUNDLED, folder, { recursive: true })
  rmSync(join(folder, 'edition.json'))
  rmSync(join(folder, 'context'), { recursive: true })
  return folder
}

export function edit(folder: string, file: string, change: (text: string) => string | Uint8Array): void {
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** Replaces one line (1-based). */
export function editLine(folder: string, file: string, line: number, change: (text: string) => string): void {
  edit(folder, file, (text) => {
    const lines = text.split('\n')
    lines[line - 1] = change(lines[line - 1] ?? '')
    return lines.join('\n')
  })
}
