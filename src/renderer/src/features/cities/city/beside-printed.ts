/** What a published edition at hand prints of a city of a computed index, so that both stand beside each other. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { CityProfile } from '../../../../../shared/contract/cities.ts'
import type { RankingRow } from '../../../../../shared/contract/rankings.ts'
import { useDatasets } from '../../../stores/datasets.ts'
import { useQuery } from '../../../stores/useQuery.ts'

export interface BesidePrinted {
  /** The city as the newest edition prints it for that year; null where none has the city, or the year. */
  profile: ComputedRef<CityProfile | null>
  /** Its row of a subject. */
  rowOf(subject: string): RankingRow | null
  /** The printed score of two institutions in a subject; null where none is printed. */
  scoreOf(subject: string, a: string, b: string): number | null
  /** Name of the edition. */
  edition: ComputedRef<string>
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** @param city id, which editions and indexes make alike; an id of another boundary is another place */
export function useBesidePrinted(city: () => string, year: () => number): BesidePrinted {
  const datasets = useDatasets()
  const newest = computed(
    () =>
      datasets.all
        .filter(({ kind, dataset }) => kind === 'published' && dataset !== datasets.detail?.dataset)
        .sort((a, b) => b.defaultYear - a.defaultYear)[0] ?? null,
  )
  const { data } = useQuery('cities.profile', () =>
    newest.value ? { dataset: newest.value.dataset, city: city(), year: year() } : null,
  )
  const profile = computed(() => (data.value?.city.cityId === city() ? data.value : null))
  return {
    profile,
    edition: computed(() => newest.value?.name ?? ''),
    rowOf: (subject) =>
      subject === 'all'
        ? (profile.value?.headline ?? null)
        : (profile.value?.subjects.find((row) => row.subject === subject) ?? null),
    scoreOf(subject, a, b) {
      const names = [plain(a), plain(b)].sort().join('\t')
      const found = profile.value?.collaborations.find(
        (said) =>
          said.indicator === 'bcs' &&
          said.subject === subject &&
          [said.institutionA, said.institutionB]
            .map((each) => plain(each?.name ?? ''))
            .sort()
            .join('\t') === names,
      )
      return found?.value ?? null
    },
  }
}
