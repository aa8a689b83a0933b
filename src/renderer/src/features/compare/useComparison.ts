/** What is compared, from the address, and the acts that change it: each is a step that Undo takes back. */
import { computed } from 'vue'
import type { CityComparison } from '../../../../shared/contract/cities.ts'
import { readBands, USUAL_BANDS, writeBands } from '../../../../shared/address/bands.ts'
import {
  groupIn,
  groupReference,
  moved,
  readCompared,
  writeCompared,
} from '../../../../shared/address/compared.ts'
import { MOST_TICKED } from '../../../../shared/address/query.ts'
import type { EntityName } from '../../../../shared/domain/entity-names.ts'
import { ON_DEMAND } from '../../../../shared/measures/ranking.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useQuery } from '../../stores/useQuery.ts'
import { useSession } from '../../stores/session.ts'

export const letterAt = (at: number): string => 'ABCDEF'.charAt(at)

export function useComparison() {
  const session = useSession()
  const datasets = useDatasets()
  const asked = computed(() => readCompared(session.query))
  const by = computed(() => asked.value.by)
  const ids = computed(() => asked.value.ids)
  /** Intervals are known of indexes alone: an edition has no articles to draw anew. */
  const bands = computed(() => (datasets.isIndex ? readBands(session.query) : undefined))
  /** An edition knows no other kind. */
  const isOther = computed(() => by.value !== 'city' && datasets.detail !== null && !datasets.isIndex)

  const input = computed(() =>
    ids.value.length < 2 || isOther.value
      ? null
      : {
          dataset: session.dataset,
          ...(by.value !== 'city' && { by: by.value }),
          cities: ids.value,
          ...(asked.value.reference !== undefined && { reference: asked.value.reference }),
          ...(asked.value.group !== undefined && { group: asked.value.group }),
          subject: session.subject,
          year: session.year,
          lenient: true,
          context: true,
          also: [...ON_DEMAND],
        },
  )
  const plain = useQuery('cities.compare', () => input.value)
  /** With intervals, which take a moment where they are drawn anew: meanwhile the plain answer stands. */
  const withBands = useQuery('cities.compare', () =>
    input.value && bands.value ? { ...input.value, bands: bands.value } : null,
  )
  const data = computed(() => {
    const [own, drawn] = [plain.data.value, withBands.data.value]
    return own && drawn && isSame(own, drawn) ? drawn : own
  })
  const error = computed(() => plain.error.value ?? withBands.error.value)
  const refresh = async () => {
    await Promise.all([plain.refresh(), withBands.refresh()])
  }

  const columns = computed(() => (input.value && data.value?.cities) || [])
  const found = computed(() => columns.value.map(({ city }) => city.cityId))
  /** Of those compared; null where a group's medians are the reference. */
  const ownReference = computed(() =>
    data.value?.group ? null : (data.value?.reference ?? found.value[0] ?? null),
  )
  /** As an address says it. */
  const reference = computed(() =>
    data.value?.group ? groupReference(data.value.group.id) : ownReference.value,
  )
  /** One keeps the letter of its place also where another is missing. */
  const letterOf = (id: string) => {
    const place = ids.value.indexOf(id)
    return letterAt(place < 0 ? Math.max(0, found.value.indexOf(id)) : place)
  }

  /** Writes what is compared; what is written first is A. */
  const write = (cities: readonly string[], measuredFrom: string | null | undefined = reference.value) => {
    const stays = groupIn(measuredFrom ?? undefined) !== undefined || cities.includes(measuredFrom ?? '')
    const kept = measuredFrom && stays ? measuredFrom : undefined
    return session.patch(writeCompared({ by: by.value, cities, reference: kept }))
  }
  return {
    by,
    ids,
    group: computed(() => asked.value.group),
    bands,
    isDrawing: withBands.loading,
    isOther,
    input,
    data,
    error,
    refresh,
    columns,
    found,
    reference,
    ownReference,
    letterOf,
    isFull: computed(() => ids.value.length >= MOST_TICKED),
    toggleBands: () => session.patch({ bands: bands.value ? null : writeBands(USUAL_BANDS) }),
    measureFrom: (id: string) => write(ids.value, id),
    measureFromGroup: (id: string | null) => write(ids.value, id === null ? null : groupReference(id)),
    nextReference: () => {
      const at = found.value.indexOf(reference.value ?? '')
      const next = found.value[(at + 1) % Math.max(1, found.value.length)]
      return next === undefined ? undefined : write(ids.value, next)
    },
    add: (id: string) =>
      ids.value.includes(id) || ids.value.length >= MOST_TICKED ? undefined : write([...ids.value, id]),
    remove: (id: string) => write(ids.value.filter((each) => each !== id)),
    move: (id: string, by: number) => write(moved(ids.value, id, by)),
    leaveOut: () => write(found.value),
    replace: (from: string, to: string) =>
      write([...new Set(ids.value.map((each) => (each === from ? to : each)))]),
    choose: (kind: EntityName) => session.patch({ by: kind === 'city' ? null : kind, ref: null, why: null }),
    open: (kind: EntityName, cities: readonly string[], measuredFrom: string | null) =>
      session.patch(writeCompared({ by: kind, cities, reference: measuredFrom ?? undefined })),
  }
}
/** Whether two answers are of the same question but for intervals. */
function isSame(one: CityComparison, other: CityComparison): boolean {
  const key = ({ version, by, year, subject, reference, group, cities }: CityComparison) =>
    [version, by, year, subject, reference, group?.id, ...cities.map(({ city }) => city.cityId)].join('\t')
  return key(one) === key(other)
}

export type Comparison = ReturnType<typeof useComparison>
