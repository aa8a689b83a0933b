/** The tracks of the rows: the figure's own spec, and where its marks stand along the column, 0 to 1. */
import type { Ref } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { RisingList } from '../../../../shared/contract/rankings.ts'
import type { RisingMark } from '../../../../shared/figures/rising.ts'
import { risingFigure, sizeOf } from '../../../../shared/figures/rising.ts'
import { along } from '../../../../shared/plates/chart-places.ts'
import type { LogAxis } from '../../../../shared/plates/log-axis.ts'
import { trackValues } from '../../../../shared/plates/rising-chart.ts'
import { tickText, trackAxisOf } from '../../../../shared/plates/track-axis.ts'
import { roundFloor } from '../../../../shared/screens/floor-steps.ts'
import { measureOnCanvas } from '../../charts/measure.ts'
import { useWords } from '../../i18n/useWords.ts'

/** Size of the words on the axis, in px. */
const SIZE = 10.5
/** Words nearer to the floor's mark than this give way to it, in px. */
const MARK = 16

export interface Track {
  mark: RisingMark
  /** Null where the value has no place: 0 on a logarithmic axis. */
  from: number | null
  to: number | null
  /** Ends of the interval of the later value, where it is known. */
  low: number | null
  high: number | null
}

interface Asked {
  list: Ref<RisingList | null>
  /** Of the column, in px. */
  width: Ref<number | null>
  /** A floor under a hand: the axis keeps still meanwhile. */
  dragged: Ref<number | null>
}

export function useTracks({ list, width, dragged }: Asked) {
  const { language } = useWords()
  const figure = computed(() =>
    list.value ? risingFigure(list.value, { language: language.value, top: list.value.rows.length }) : null,
  )
  const floor = computed(() => dragged.value ?? list.value?.filters.floor ?? 0)
  const fresh = computed<LogAxis | null>(() => {
    if (!figure.value) return null
    const values = trackValues(figure.value.rows)
    return trackAxisOf(
      figure.value,
      values,
      { x: 0, width: width.value ?? 300 },
      {
        size: SIZE,
        measure: measureOnCanvas,
        label: (value) => tickText(value, language.value),
        // Its words stand above those of the axis.
        floorLabel: '',
      },
    )
  })
  const held = shallowRef<LogAxis | null>(null)
  watch(
    () => dragged.value !== null,
    (isHeld) => (held.value = isHeld ? fresh.value : null),
    { flush: 'sync' },
  )
  const axis = computed(() => (held.value ?? fresh.value)?.axis ?? null)
  /** N of the base year ÷ N of the first: what a Share of the first year is drawn at. */
  const factor = computed(() =>
    list.value ? sizeOf(list.value, list.value.filters.base, list.value.filters.from) : 1,
  )
  const within = (place: number) => Math.min(1, Math.max(0, place))
  function placeOf(value: number): number | null {
    if (!axis.value || (axis.value.log && value <= 0)) return null
    return within(along(axis.value, value))
  }
  /** Where the floor stands on the axis; at its left end where it lies below. */
  const floorAt = computed(() => placeOf(floor.value * factor.value) ?? 0)

  return {
    floor,
    ticks: computed(() =>
      (axis.value?.ticks ?? []).map(({ at, label }) => {
        const place = placeOf(at) ?? 0
        const covered = Math.abs(place - floorAt.value) * (width.value ?? 300) < MARK
        return { place, text: covered ? '' : label }
      }),
    ),
    floorAt,
    /** The floor, as a Share of the first year, at a place of the column; places may lie beyond its ends. */
    floorUnder(place: number): number {
      if (!axis.value) return floor.value
      const { min, max, log } = axis.value
      const value = log ? min * (max / min) ** place : min + (max - min) * place
      return roundFloor(value / factor.value)
    },
    tracks: computed(() =>
      (figure.value?.rows ?? []).map((mark): Track => {
        const { low, high } = mark.to
        return {
          mark,
          from: placeOf(mark.from.value),
          to: placeOf(mark.to.value),
          // An interval that reaches 0 runs to the start of a logarithmic axis.
          low: low === undefined ? null : (placeOf(low) ?? 0),
          high: high === undefined ? null : (placeOf(high) ?? 0),
        }
      }),
    ),
  }
}
