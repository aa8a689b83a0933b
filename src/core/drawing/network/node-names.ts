import type { Naming } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'

/** Which names nodes carry; both where both are known. */
export type NodeNames = Naming

/** A node's name in one line. */
export function labelOf({ name, nameZh }: { name: string; nameZh: string | null }, names: NodeNames): string {
  if (names !== 'both') return nameIn(names, name, nameZh)
  return nameZh && nameZh !== name ? `${nameZh} ${name}` : name
}
