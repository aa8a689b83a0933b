import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defineComponent, nextTick } from 'vue'
import MenuButton from './MenuButton.vue'
import MenuItem from './MenuItem.vue'

const chosen: string[] = []
const Host = defineComponent({
  components: { MenuButton, MenuItem },
  setup: () => ({ choose: (what: string) => chosen.push(what) }),
  template: `<MenuButton class="btn"><template #button>Fruit</template>
    <MenuItem kind="radio" checked @select="choose('apple')">Apple</MenuItem>
    <MenuItem kind="radio" disabled @select="choose('banana')">Banana</MenuItem>
    <MenuItem kind="checkbox" stay @select="choose('cherry')">Cherry</MenuItem>
  </MenuButton>`,
})

let host: ReturnType<typeof mount>
const button = () => host.get('button').element as HTMLButtonElement
const menu = () => document.querySelector<HTMLElement>('[role=menu]')
const focused = () => document.activeElement?.textContent
async function press(key: string): Promise<void> {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  for (let i = 0; i < 4; i++) await nextTick()
}
beforeEach(() => {
  chosen.length = 0
  host = mount(Host, { attachTo: document.body })
  button().focus()
})
afterEach(() => host.unmount())

it('opens by arrow keys at its first or last item and says so', async () => {
  expect(button().getAttribute('aria-expanded')).toBe('false')
  await press('ArrowDown')
  expect([button().getAttribute('aria-expanded'), focused()]).toEqual(['true', 'Apple'])
  expect(menu()?.getAttribute('aria-labelledby')).toBe(button().id)
  await press('Escape')
  expect([menu(), focused()]).toEqual([null, 'Fruit'])
  await press('ArrowUp')
  expect(focused()).toBe('Cherry')
})

it('walks by arrows, Home, End and letters', async () => {
  await press('ArrowDown')
  await press('ArrowUp')
  expect(focused()).toBe('Apple')
  await press('End')
  await press('ArrowDown')
  expect(focused()).toBe('Cherry')
  await press('Home')
  expect(focused()).toBe('Apple')
  await press('b')
  expect(focused()).toBe('Banana')
})

it('chooses, gives the focus back and closes; stays where the choice says so; a disabled item does nothing', async () => {
  await press('ArrowDown')
  await press('Enter')
  expect([chosen, menu(), focused()]).toEqual([['apple'], null, 'Fruit'])
  await press('ArrowUp')
  await press(' ')
  await press('ArrowUp')
  await press('Enter')
  expect(chosen).toEqual(['apple', 'cherry'])
  expect(menu()).not.toBeNull()
})

it('closes at a press elsewhere, and leaves the focus there', async () => {
  await press('ArrowDown')
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await nextTick()
  expect(menu()).toBeNull()
})

it('tells what is checked to assistive technology', async () => {
  await press('ArrowDown')
  const items = [...(menu()?.querySelectorAll('[role^=menuitem]') ?? [])]
  expect(items.map((item) => [item.getAttribute('role'), item.getAttribute('aria-checked')])).toEqual([
    ['menuitemradio', 'true'],
    ['menuitemradio', 'false'],
    ['menuitemcheckbox', 'false'],
  ])
})
