// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick, ref } from 'vue'
import { expect, test } from 'vitest'
import { step, useFinder } from './useFinder.ts'

const entries = ref<string[]>([])
const loading = ref(false)

function mounted() {
  const chosen: string[] = []
  let finder!: ReturnType<typeof useFinder<string>>
  const wrapper = mount(
    defineComponent(() => {
      finder = useFinder<string>({
        entries: () => entries.value,
        loading: () => loading.value,
        choose: (entry) => chosen.push(entry),
        edge: 'left',
      })
      return () => h('button', { ref: finder.button })
    }),
    { attachTo: document.body },
  )
  const press = async (key: string) => {
    finder.onKey(new KeyboardEvent('keydown', { key }))
    await nextTick()
  }
  return { chosen, finder, press, wrapper }
}

test('walks round the ends', () => {
  expect([step(0, -1, 3), step(2, 1, 3), step(0, 1, 0)]).toEqual([2, 0, 0])
})

test('keys light an entry and choose it; Escape chooses none', async () => {
  entries.value = ['a', 'b']
  loading.value = false
  const { chosen, finder, press, wrapper } = mounted()
  await finder.show()
  await press('ArrowUp')
  await press('Enter')
  expect([chosen, finder.open.value]).toEqual([['b'], false])
  await finder.show()
  await press('Escape')
  expect([chosen, finder.open.value]).toEqual([['b'], false])
  wrapper.unmount()
})

test('Enter before the answer takes the first of the answer, unless more is typed or the search is left', async () => {
  entries.value = ['of letters before']
  const { chosen, finder, press, wrapper } = mounted()
  for (const then of ['answer', 'more', 'left'] as const) {
    await finder.show()
    loading.value = true
    finder.text.value = `b${then}`
    await nextTick()
    await press('Enter')
    expect(chosen).toHaveLength(then === 'answer' ? 0 : 1)
    if (then === 'more') finder.text.value = 'bei'
    if (then === 'left') finder.close()
    await nextTick()
    entries.value = [then]
    loading.value = false
    await nextTick()
  }
  expect(chosen).toEqual(['answer'])
  wrapper.unmount()
})
