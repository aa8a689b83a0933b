/** What the lens shows: the figure of the address, how it is reckoned, and the steps down from it. */
import { computed } from 'vue'
import type { DerivationStep, StepKind } from '../../../../shared/contract/derivation.ts'
import type { Why, WhyStep } from '../../../../shared/address/why.ts'
import { isOfNetwork } from '../../../../shared/measures/by-id.ts'
import { drawnNetwork } from '../../stores/drawn-network.ts'
import { useQuery } from '../../stores/useQuery.ts'
import { useSession } from '../../stores/session.ts'
import type { NumberInput } from './number-input.ts'
import { useArticles } from './useArticles.ts'
import { useWhy } from '../../stores/useWhy.ts'

/** Entities that a number of a kind consists of, the widest first. */
const WITHIN: Readonly<Record<Why['kind'], readonly StepKind[]>> = {
  country: ['city', 'institution'],
  metro: ['city', 'institution'],
  city: ['institution'],
  institution: ['city'],
}

/** By what a figure can be divided where it has been narrowed so far. */
export function divisions({ kind, partner, subject, from, to, path }: Why): StepKind[] {
  const taken = new Set<string>(path.map(({ by }) => by))
  const kinds: StepKind[] = partner === null ? [...WITHIN[kind]] : []
  if (subject === 'all') kinds.push('subject')
  if (from < to) kinds.push('year')
  // What lies within a city is no country's division any more: narrower kinds alone are left.
  return kinds.filter((each) => !taken.has(each))
}

/** The steps without the article at their end. */
export const stepsOf = ({ path }: Pick<Why, 'path'>): DerivationStep[] =>
  path.filter((step): step is WhyStep & DerivationStep => step.by !== 'article')

export function useLens() {
  const session = useSession()
  const why = useWhy()
  const input = computed((): NumberInput | null => {
    const asked = why.shown.value
    if (!asked) return null
    const { kind, id, partner, subject, from, to } = asked
    return {
      dataset: session.dataset,
      kind,
      id,
      subject,
      from,
      to,
      ...(partner === null ? {} : { partner }),
      path: stepsOf(asked),
    }
  })
  const isOfDrawing = computed(() => isOfNetwork(why.shown.value?.measure ?? ''))
  const ofNetwork = useQuery('networks.explain', () => {
    const asked = why.shown.value
    if (!asked || !drawnNetwork.value || !isOfNetwork(asked.measure)) return null
    return { ...drawnNetwork.value, node: asked.id, measure: asked.measure }
  })
  const ofIndex = useQuery('derivation.number', () => {
    const asked = why.shown.value
    if (!asked || !input.value || isOfDrawing.value) return null
    const { path, ...whole } = input.value
    const { measure, base, form, among } = asked
    return {
      ...whole,
      measure,
      ...(base === null ? {} : { base }),
      ...(form && { form }),
      ...(form === 'perArticle' && { path }),
      ...(among !== undefined && { among }),
    }
  })
  const asked = computed(() => (isOfDrawing.value ? ofNetwork : ofIndex))
  const number = {
    data: computed(() => asked.value.data.value),
    error: computed(() => asked.value.error.value),
    refresh: () => asked.value.refresh(),
  }
  /** Only where articles are at hand. */
  const articles = computed(() => (number.data.value?.hasArticles ? input.value : null))
  return {
    why,
    number,
    articles,
    list: useArticles(() => articles.value),
    kinds: computed(() => (why.shown.value ? divisions(why.shown.value) : [])),
    article: computed(() => why.shown.value?.path.find(({ by }) => by === 'article')?.id ?? null),
  }
}
