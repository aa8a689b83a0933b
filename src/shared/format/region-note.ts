import type { RankingRow } from '../contract/rankings.ts'
import type { Language } from '../domain/language.ts'
import { foreignTotalOf } from '../domain/scopes.ts'
import { translate } from '../i18n/index.ts'

/** Of which total a row's percentage is, where that is not its own region's alone; undefined elsewhere. */
export function regionNote(
  { region, regionSharePct }: Pick<RankingRow, 'region' | 'regionSharePct'>,
  language: Language,
): string | undefined {
  const total = regionSharePct === null ? null : foreignTotalOf(region)
  return total === null ? undefined : translate(language, `statements.totals.${total}`)
}
