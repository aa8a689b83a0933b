/** A slider whose owner moves the thumb along with the hand, as those of networks and maps do. */
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import RulerSlider from './RulerSlider.vue'

function slider(start: number) {
  const place = ref(start)
  const chosen: number[] = []
  const owner = defineComponent(
    () => () =>
      h(RulerSlider, {
        ...{
          label: 'Least score',
          text: '',
          now: place.value,
          least: 0,
          most: 1,
          ticks: [],
          place: place.value,
        },
        onDraft: (at: number | null) => void (place.value = at ?? place.value),
        onChoose: (at: number) => {
          chosen.push(at)
          place.value = at
        },
      }),
  )
  const wrapper = mount(owner, { attachTo: document.body })
  const track = wrapper.get('[role=slider]')
  // Not in a page without a layout: as wide as it is drawn, and one pointer that is caught.
  let caught = false
  Object.assign(track.element, {
    getBoundingClientRect: () => ({ left: 0, width: 272 }),
    setPointerCapture: () => (caught = true),
    releasePointerCapture: () => (caught = false),
    hasPointerCapture: () => caught,
  })
  const pointer = (type: string, part: number) =>
    track.trigger(type, { clientX: 8 + part * 256, button: 0, pointerId: 1 })
  return { chosen, place, pointer }
}

test('what a hand draws it to is chosen when the hand lets go, once', async () => {
  const { chosen, pointer } = slider(0.1)
  await pointer('pointerdown', 0.2)
  await pointer('pointermove', 0.5)
  await pointer('pointermove', 0.75)
  expect(chosen).toEqual([])
  await pointer('pointerup', 0.75)
  expect(chosen).toEqual([0.75])
})

test('a gesture that the system takes away leaves the thumb where it was', async () => {
  const { chosen, place, pointer } = slider(0.25)
  await pointer('pointerdown', 0.5)
  await pointer('pointermove', 1)
  expect(place.value).toBe(1)
  await pointer('pointercancel', 1)
  expect([chosen, place.value]).toEqual([[0.25], 0.25])
})
