/** The country of a table's row beside that of the record of its institution. */
import { isTerritory, isTerritoryOf } from '../addresses/territories.ts'

/**
 * The row's country, else the record's; of a territory its own code, where the row names the country it belongs to
 * (a university of Hong Kong whose row says China).
 * @param own and record alpha-2
 */
export const countryIn = (own: string | null, record: string | null): string | null =>
  own === null || (record !== null && isTerritoryOf(record, own)) ? record : own

/** Whether a row names another country than that of its institution's record: the record's city is not the row's then. */
export const isElsewhere = (own: string | null, record: string | null): boolean =>
  own !== null && record !== null && own !== record && !isTerritory(own, record)
