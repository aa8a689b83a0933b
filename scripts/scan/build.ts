/**
 * `node scripts/scan/build.ts`: compiles the scanner's AssemblyScript and writes it, as text, to
 * src/core/scan/scan-binary.ts. Run it after a change of scanner.as.ts; a test notices when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appRoot } from '../../src/core/app-info.ts'

const SOURCE = join(import.meta.dirname, 'scanner.as.ts')
const TARGET = join(appRoot, 'src', 'core', 'scan', 'scan-binary.ts')
const OPTIONS = '--enable simd --runtime stub -O3 --noAssert --importMemory --initialMemory 1 --use abort='

/** The scanner's binary, compiled anew. @throws the compiler's messages */
export async function compileScanner(): Promise<Uint8Array> {
  const { default: compiler } = await import('assemblyscript/asc')
  let binary: Uint8Array | null = null
  const { error, stderr } = await compiler.main(
    ['scanner.as.ts', '--outFile', 'scanner.wasm', ...OPTIONS.split(' ')],
    {
      readFile: (name) => (name === 'scanner.as.ts' ? readFileSync(SOURCE, 'utf8') : null),
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') binary = contents
      },
      listFiles: () => [],
    },
  )
  if (error || !binary) throw new Error(stderr.toString(), { cause: error })
  return binary
}

/** The text of scan-binary.ts for a binary: part of the code, so that it is found bundled and unbundled. */
export function binaryModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64')
  return `/** Generated from scripts/scan/scanner.as.ts by scripts/scan/build.ts. */\nexport const SCAN_BINARY =\n  '${text}'\n`
}

if (import.meta.main) {
  const binary = await compileScanner()
  writeFileSync(TARGET, binaryModule(binary))
  console.log(`scan-binary.ts: ${binary.length} bytes`)
}
