/** The sample as the import takes it: in place of files, plans from which the parsing threads write the works. */
import type { SampleWorks } from './write-works.ts'
import { writeWorks } from './write-works.ts'
import { loadWorld } from './world.ts'
import type { YearPlan } from './year-plan.ts'

/** The works of a part of a plan; `progress` hears how many bytes of the plan are done. */
export async function* sampleChunks(
  works: SampleWorks,
  part: { from: number; to: number },
  { resourcesDir, progress }: { resourcesDir: string; progress: (bytes: number) => void },
): AsyncGenerator<Uint8Array> {
  const { plan } = works
  const start = bytesBefore(plan, plan.firstAuthor[part.from] as number)
  yield* writeWorks(works, part, loadWorld(resourcesDir), (author) =>
    progress(bytesBefore(plan, author) - start),
  )
}

/** Size of a plan up to an author. */
export const bytesBefore = ({ firstAffiliation }: YearPlan, author: number) =>
  4 * author + 2 * (firstAffiliation[author] as number)
