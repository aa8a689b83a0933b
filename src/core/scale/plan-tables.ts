/** The tables that a plan carries, as CSV: small ones, from files of the user, made by the rules of an import. */
import { stringify } from 'csv-stringify/sync'
import type { JournalList } from '../import/rules/journal-list.ts'
import { JOURNALS, journalSpans } from './journals-table.ts'
import type { PlanFile } from './plan-hash.ts'
import type { PlanPlaces } from './places-table.ts'
import { PLACES } from './steps/places.ts'

export function planTables(
  { byNode, byRor, resolved }: PlanPlaces,
  journals: JournalList | null,
): PlanFile[] {
  return [
    {
      name: 'tables/places.csv',
      text: csv(
        Object.keys(PLACES.places),
        byNode.map(([node, at]) => [node, at.name, at.ror, at.city, at.metro, at.country, at.cityCountry]),
      ),
    },
    {
      name: 'tables/rors.csv',
      text: csv(
        Object.keys(PLACES.rors),
        byRor.map(([ror, at]) => [ror, at.city, at.metro, at.country, at.cityCountry]),
      ),
    },
    {
      name: 'tables/names.csv',
      text: csv(
        ['institution', 'name', 'name_zh', 'sector'],
        [...byNode, ...byRor].map(([id, at]) => [id, at.name, at.nameZh, at.sector]),
      ),
    },
    // The engine joins ids alone; what they are called is for readers of the results.
    {
      name: 'tables/cities.csv',
      text: csv(
        ['city', 'name', 'name_zh', 'country', 'division', 'geonames', 'latitude', 'longitude', 'metro'],
        resolved.cities.map((city) => [
          ...[city.id, city.name, city.nameZh, city.country, city.division, city.geonames],
          ...[city.latitude, city.longitude, city.metroId],
        ]),
      ),
    },
    {
      name: 'tables/metros.csv',
      text: csv(
        ['metro', 'name', 'name_zh', 'country'],
        resolved.metros.map(({ id, name, nameZh, country }) => [id, name, nameZh, country]),
      ),
    },
    ...(journals === null
      ? []
      : [
          {
            name: 'tables/journals.csv',
            text: csv(
              Object.keys(JOURNALS),
              journalSpans(journals).map(({ journal, first, last, inIndex, mask }) => [
                ...[journal, first, last, inIndex ? 1 : 0, mask],
              ]),
            ),
          },
        ]),
  ]
}

/** Missing values are empty cells; texts stand in quotes where they need it. */
const csv = (head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([head, ...rows])
