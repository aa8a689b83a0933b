/** Under which name a mapping is kept: as typed, else the one it was changed from, else by the kind and heads. */
import type { PreviewedFile } from '../../../../shared/contract/imports.ts'
import { useWords } from '../../i18n/useWords.ts'
import { suggestedName } from './profile-use.ts'
import { useIndexImport } from './useIndexImport.ts'

export function useKeepAs() {
  const { t } = useWords()
  const run = useIndexImport()
  const kind = () => t('imports.kinds.affiliations')
  const nameFor = (file: PreviewedFile): string =>
    run.form.keepAs.trim() ||
    (run.form.profile ??
      suggestedName(file, (heads) => t('mappings.suggested', { kind: kind(), heads }), t('common.comma')))
  return { nameFor }
}
