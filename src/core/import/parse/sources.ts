/** Works that stand in no file: each source is named by its tasks and loaded where one of them is parsed. */
import type { SampleWorks } from '../sample/write-works.ts'

/** What a source writes its works from; it crosses to the parsing threads as it is. */
export interface GivenSource {
  name: 'sample'
  articles: number
  given: SampleWorks
}

/** The articles of a task, `to` exclusive. */
export interface SourcePart {
  from: number
  to: number
}

export interface SourceHost {
  resourcesDir: string
  /** Bytes of the part that are done. */
  progress(bytes: number): void
}

/** Opens a part of a source as lines of JSON, in pieces. */
export type OpenSource = (given: SampleWorks, part: SourcePart, host: SourceHost) => AsyncIterable<Uint8Array>

const SOURCES: Record<GivenSource['name'], () => Promise<OpenSource>> = {
  sample: async () => (await import('../sample/sample-source.ts')).sampleChunks,
}

/** Loads the source, and opens the part of the task. */
export async function openSource(
  { name, given }: GivenSource,
  part: SourcePart,
  host: SourceHost,
): Promise<AsyncIterable<Uint8Array>> {
  return (await SOURCES[name]())(given, part, host)
}
