import type { DatasetStamp } from '../../../shared/contract/common.ts'
import type { HeldMember, KeptGroup } from '../../../shared/contract/groups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import { askedGroup } from '../../groups/kept-groups.ts'
import { heldMembers } from './held-members.ts'

/** `groups.show`: a group, and whom of it a dataset has. @throws AppError group-unknown, groups-damaged. */
export function showGroup(
  input: ParsedInputOf<'groups.show'>,
  context: ReaderContext,
): DatasetStamp & { group: KeptGroup; members: HeldMember[] } {
  const dataset = context.open(input.dataset)
  const group = askedGroup(context.dataDir, input.group)
  const members = heldMembers(dataset, group, group.kind).map(
    ({ instead: _, ...member }): HeldMember => member,
  )
  return { dataset: dataset.id, version: dataset.version, group, members }
}
