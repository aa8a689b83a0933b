/** The walls that eslint.config.js draws between folders stand: what must not be imported is complained of. */
import { ESLint, Linter } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import ts from 'typescript-eslint'

const RULE = 'no-restricted-imports'
let eslint: ESLint
beforeAll(() => void (eslint = new ESLint()))

/** Messages of the rule for a line in that file, as the project configures it there. */
async function complaintsOf(file: string, line: string): Promise<string[]> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord }
  const rule = rules[RULE] as Linter.RuleEntry
  const config = { languageOptions: { parser: ts.parser as Linter.Parser }, rules: { [RULE]: rule } }
  return new Linter().verify(line, config).map(({ message }) => message)
}

describe('the command line', () => {
  it.each([
    "import { citationBlock } from '../core/export/citation.ts'",
    "import type { ExportTable } from '../core/export/table/columns.ts'",
    "export * from '../core/export/table/json.ts'",
    "import { drawNetwork } from '../core/drawing/network/draw-network.ts'",
    "import { stringify } from 'csv-stringify/sync'",
  ])('has no writer of files: %s', async (line) => {
    const found = await complaintsOf('src/cli/commands/rank.ts', line.replace("'../", "'../../"))
    expect(found).toEqual([expect.stringContaining('exports.*')])
  })

  it('imports the core and the contract', async () => {
    const line = "import { createCore } from '../core/create-core.ts'"
    expect(await complaintsOf('src/cli/session.ts', line)).toEqual([])
  })

  it('imports no other host but the one it starts', async () => {
    expect(await complaintsOf('src/cli/session.ts', "import '../main/shell.ts'")).toHaveLength(1)
    expect(await complaintsOf('src/cli/session.ts', "import '../web/server.ts'")).toEqual([])
  })
})
