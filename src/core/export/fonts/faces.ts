/** The bundled faces as TrueType, unpacked once a thread. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weight } from '../../../shared/figures/text.ts'
import type { FontTables } from './woff2.ts'
import { readWoff2, writeTrueType } from './woff2.ts'

const tablesIn = new Map<string, FontTables>()
const bytesIn = new Map<string, Buffer>()

/** The face as it is kept: WOFF2. */
export const faceFile = (fontsDir: string, weight: Weight): string =>
  join(fontsDir, `science-cities-sans-${weight}.woff2`)

/** @throws Error where the face cannot be read */
export function faceTables(fontsDir: string, weight: Weight): FontTables {
  const file = faceFile(fontsDir, weight)
  const tables = tablesIn.get(file) ?? readWoff2(readFileSync(file))
  tablesIn.set(file, tables)
  return tables
}

/** @throws Error where the face cannot be read */
export function trueTypeFace(fontsDir: string, weight: Weight): Buffer {
  const key = join(fontsDir, String(weight))
  const bytes = bytesIn.get(key) ?? writeTrueType(faceTables(fontsDir, weight))
  bytesIn.set(key, bytes)
  return bytes
}
