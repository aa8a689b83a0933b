import type { Command } from 'commander'
import type { Runner } from '../runner.ts'
import { addImportEdition } from './import-edition.ts'
import { addImportAffiliations, addImportWorks } from './import-index.ts'
import { addImportPlanResult } from './import-plan-result.ts'
import { addImportPreview } from './import-preview.ts'

export function addImport(program: Command, run: Runner): void {
  const command = program.command('import').description('bring in data')
  addImportWorks(command, run)
  addImportAffiliations(command, run)
  addImportPreview(command, run)
  addImportEdition(command, run)
  addImportPlanResult(command, run)
}
