/** A group being made or changed: its name, the names that were pasted, and whom each is taken for. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { GroupMember, MatchedLine } from '../../../../../shared/contract/groups.ts'
import { AppError } from '../../../../../shared/contract/errors.ts'
import type { GroupKind } from '../../../../../shared/domain/groups.ts'
import type { GroupSheet } from '../../../stores/groups.ts'
import { useGroups } from '../../../stores/groups.ts'
import { useSession } from '../../../stores/session.ts'
import { useClient } from '../../../transport/useClient.ts'
import { editedLines, keysOf, textOfMembers } from './group-lines.ts'

/** Milliseconds after the last key before names are looked for. */
const REST = 250

export function useGroupEditor(sheet: Exclude<GroupSheet, { of: 'list' }>) {
  const client = useClient()
  const session = useSession()
  const store = useGroups()
  const name = ref('')
  const kind = ref<GroupKind>('city')
  const text = ref('')
  const id = ref<string | null>(null)
  const lines = shallowRef<readonly MatchedLine[]>([])
  const before = shallowRef<readonly GroupMember[]>([])
  const chosen = ref(new Map<string, string>())
  const out = ref(new Set<string>())
  const failed = shallowRef<AppError | null>(null)
  const busy = ref(false)

  async function guarded(work: () => Promise<void>): Promise<boolean> {
    failed.value = null
    try {
      await work()
      return true
    } catch (reason) {
      failed.value = reason instanceof AppError ? reason : new AppError('internal', String(reason))
      return false
    }
  }

  let asked = 0
  async function match(): Promise<void> {
    const mine = ++asked
    await guarded(async () => {
      const input = { dataset: session.dataset, kind: kind.value, text: text.value }
      const answer = text.value.trim() === '' ? { lines: [] } : await client.call('groups.match', input)
      if (mine === asked) lines.value = answer.lines
    })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  watch([text, kind, () => session.dataset], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void match(), REST)
  })
  onScopeDispose(() => clearTimeout(timer))

  /** Members that are known already: ticked cities, or a group that is changed. */
  async function begin(): Promise<void> {
    if (sheet.of === 'edit') {
      const { group } = await client.call('groups.show', { dataset: session.dataset, group: sheet.group })
      id.value = group.id
      name.value = group.name
      kind.value = group.kind
      before.value = group.members
    } else if (sheet.ids) {
      const ticked = await client.call('groups.match', {
        dataset: session.dataset,
        text: sheet.ids.join('\n'),
      })
      before.value = ticked.lines.flatMap(({ candidates: [first] }) =>
        first ? [{ ...first.member, pasted: first.member.name }] : [],
      )
    } else return
    text.value = textOfMembers(before.value)
  }
  void guarded(begin)

  const edited = computed(() =>
    editedLines(lines.value, before.value, { chosen: chosen.value, out: out.value }),
  )
  const members = computed(() => edited.value.flatMap(({ member }) => member ?? []))
  const open = computed(() => edited.value.filter(({ taken }) => taken === 'open').length)
  const written = computed(() =>
    edited.value.filter(({ taken }) => taken === 'written').map(({ text: own }) => own),
  )
  const keyAt = (at: number) => keysOf(lines.value)[at] ?? ''

  async function save(replace = false): Promise<string | null> {
    if (busy.value) return null
    busy.value = true
    let saved: string | null = null
    await guarded(async () => {
      clearTimeout(timer)
      await match()
      if (failed.value || open.value > 0 || members.value.length === 0) return
      saved = await store.save({
        ...(id.value !== null && { id: id.value }),
        ...{ name: name.value, kind: kind.value, members: members.value, replace },
      })
    })
    busy.value = false
    return saved
  }

  return {
    name,
    kind,
    text,
    failed,
    busy,
    edited,
    members,
    open,
    written,
    isNew: computed(() => id.value === null),
    ready: computed(() => name.value.trim() !== '' && members.value.length > 0 && open.value === 0),
    choose: (at: number, value: string) => void (chosen.value = new Map(chosen.value).set(keyAt(at), value)),
    leaveOut(at: number, isOut: boolean): void {
      const next = new Set(out.value)
      if (isOut) next.add(keyAt(at))
      else next.delete(keyAt(at))
      out.value = next
    },
    save,
  }
}
