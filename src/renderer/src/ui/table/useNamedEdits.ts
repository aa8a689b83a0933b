/** Renaming and removing in a list of kept things: which is at it, the new name, and what went wrong. */
import type { Ref } from 'vue'
import { nextTick, ref } from 'vue'
import type { Guarded } from '../../stores/useGuarded.ts'
import { useGuarded } from '../../stores/useGuarded.ts'

type Act = 'rename' | 'remove'

interface NamedEdits extends Pick<Guarded, 'failed' | 'busy'> {
  at: Ref<{ key: string; act: Act } | null>
  to: Ref<string>
  /** The focus goes to the list's `[data-first]`. */
  begin: (key: string, name: string, act: Act) => Promise<void>
  act: () => Promise<void>
}

/** @param list selector of the list's element */
export function useNamedEdits(
  list: string,
  work: { rename: (key: string, to: string) => Promise<unknown>; remove: (key: string) => Promise<unknown> },
): NamedEdits {
  const { failed, busy, guarded } = useGuarded()
  const at = ref<{ key: string; act: Act } | null>(null)
  const to = ref('')

  async function begin(key: string, name: string, act: Act): Promise<void> {
    at.value = { key, act }
    to.value = name
    failed.value = null
    await nextTick()
    document.querySelector<HTMLElement>(`${list} [data-first]`)?.focus()
  }
  async function act(): Promise<void> {
    const { value } = at
    if (!value || busy.value || to.value.trim() === '') return
    await guarded(async () => {
      if (value.act === 'rename') await work.rename(value.key, to.value)
      else await work.remove(value.key)
      at.value = null
    })
  }
  return { at, to, begin, act, failed, busy }
}
