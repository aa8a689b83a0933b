/** Opening, placing and the keyboard of a menu, as the ARIA pattern of menu buttons says. */
import type { InjectionKey, Ref } from 'vue'
import { nextTick, onBeforeUnmount, ref } from 'vue'

export const closeMenuKey: InjectionKey<(giveBackFocus: boolean) => void> = Symbol('close menu')

const TYPED_TOGETHER_MS = 700
const EDGE = 8
/** Where a menu stands while it is measured: in the flow of the page it would be as wide as the page. */
const MEASURED = { position: 'fixed', top: '0px', left: '0px' } as const

export interface MenuPlace {
  align: 'start' | 'end'
  /** Pixels between button and menu. */
  gap: number
}

export function useMenu(trigger: Ref<HTMLElement | null>, panel: Ref<HTMLElement | null>, at: MenuPlace) {
  const isOpen = ref(false)
  const style = ref<Record<string, string>>(MEASURED)
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const items = () => [...(panel.value?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]

  function place(): void {
    const button = trigger.value?.getBoundingClientRect()
    if (!button) return
    const wide = panel.value?.offsetWidth ?? 0
    const left = at.align === 'start' ? button.left : button.right - wide
    const most = Math.max(EDGE, document.documentElement.clientWidth - wide - EDGE)
    style.value = {
      ...MEASURED,
      top: `${button.bottom + at.gap}px`,
      left: `${Math.min(Math.max(EDGE, left), most)}px`,
    }
  }

  function close(giveBackFocus = true): void {
    if (!isOpen.value) return
    isOpen.value = false
    listen('removeEventListener')
    if (giveBackFocus) trigger.value?.focus()
  }

  async function open(focus: 'first' | 'last' | 'menu'): Promise<void> {
    style.value = MEASURED
    isOpen.value = true
    listen('addEventListener')
    await nextTick()
    place()
    await nextTick()
    if (focus === 'menu') panel.value?.focus({ preventScroll: true })
    else
      items()
        .at(focus === 'first' ? 0 : -1)
        ?.focus()
  }

  function onPointerDown(event: PointerEvent): void {
    const target = event.target as Node
    if (!panel.value?.contains(target) && !trigger.value?.contains(target)) close(false)
  }
  const onResize = () => close(false)
  function listen(way: 'addEventListener' | 'removeEventListener'): void {
    document[way]('pointerdown', onPointerDown as EventListener, true)
    window[way]('resize', onResize)
  }
  onBeforeUnmount(() => {
    listen('removeEventListener')
    clearTimeout(timer)
  })

  /** Letters typed soon after each other lead to the item that begins with them. */
  function typeahead(letter: string): void {
    clearTimeout(timer)
    timer = setTimeout(() => (typed = ''), TYPED_TOGETHER_MS)
    typed += letter.toLowerCase()
    const begins = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(typed)
    items().find(begins)?.focus()
  }

  function onMenuKey(event: KeyboardEvent): void {
    const list = items()
    const now = list.indexOf(document.activeElement as HTMLElement)
    const to: Record<string, number> = {
      ArrowDown: Math.min(now + 1, list.length - 1),
      ArrowUp: now < 0 ? list.length - 1 : Math.max(now - 1, 0),
      Home: 0,
      End: list.length - 1,
    }
    if (event.key === 'Tab') return close()
    if (event.key === 'Escape') close()
    else if (event.key in to) list[to[event.key]!]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') list[now]?.click()
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typeahead(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    void open(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  /** A click without a pointer is Enter or Space: then the first item is lit. */
  function onButtonClick(event: MouseEvent): void {
    if (isOpen.value) close()
    else void open(event.detail === 0 ? 'first' : 'menu')
  }

  return { isOpen, style, close, onMenuKey, onButtonKey, onButtonClick }
}
