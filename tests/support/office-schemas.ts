/** Office files held against the published schemas, by a tool that lies beside the project. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const CHECKER = join(import.meta.dirname, '../../../shared/tools/ooxml-check.py')

/** Why files cannot be checked here, as a test says it that is skipped; null where they can. */
export function whyNoSchemas(): string | null {
  if (!existsSync(CHECKER)) return 'skipped: no ../shared'
  return (
    ['python3', 'xmllint'].filter((program) => !runs(program)).map((name) => `skipped: no ${name}`)[0] ?? null
  )
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** @returns a line for each finding, and how many there are: `0 findings in 4 files` */
export function schemaFindings(files: readonly string[]): string {
  try {
    return execFileSync('python3', [CHECKER, ...files], { encoding: 'utf8' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return `${stdout ?? ''}${stderr ?? String(error)}`
  }
}
