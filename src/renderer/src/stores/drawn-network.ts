/** The network that is drawn at this moment: the lens explains a node's numbers among its nodes and links. */
import { shallowRef } from 'vue'
import type { InputOf } from '../../../shared/contract/index.ts'

/** Null where no network is drawn. */
export const drawnNetwork = shallowRef<Pick<InputOf<'networks.explain'>, 'network' | 'hidden'> | null>(null)
