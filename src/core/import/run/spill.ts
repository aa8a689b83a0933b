/** The writer's end of the parsing threads: chunks go into the dataset file as they come, so memory stays bounded. */
import { INSERT_CHUNK, INSERT_TEXT } from '../../articles/chunk-columns.ts'
import { pack } from '../../articles/pack.ts'
import type { WritableDb } from '../../db/handles.ts'
import type { ArticleChunk } from '../chunks/chunk.ts'
import type { Sighting } from '../../articles/nodes.ts'
import { isNewer, NodeIndex } from '../../articles/nodes.ts'
import { listsWriter, renumbered } from '../chunks/author-lists.ts'
import { PrintedBook } from '../settle/printed-city.ts'
import { refusedWriter } from '../chunks/refused-works.ts'

export class Spill {
  readonly nodes = new NodeIndex()
  readonly sightings = new Map<number, Sighting>()
  readonly printed = new PrintedBook()
  /** Stores works that do not count. */
  readonly refuse
  articles = 0
  contributions = 0
  private readonly numbering = new Map<number, number[]>()
  private readonly insertChunk
  private readonly insertText
  private readonly writeLists

  constructor(db: WritableDb) {
    this.insertChunk = db.prepare(INSERT_CHUNK)
    this.insertText = db.prepare(INSERT_TEXT)
    this.writeLists = listsWriter(db)
    this.refuse = refusedWriter(db)
  }

  /** Stores a chunk of the parsing thread `thread`, its nodes in the numbering of the dataset. */
  add(thread: number, chunk: ArticleChunk): void {
    const numbers = this.numbersOf(thread)
    for (const key of chunk.fresh) numbers.push(this.nodes.of(key))
    const nodes = chunk.nodes
    for (let i = 0; i < nodes.length; i++) nodes[i] = numbers[nodes[i] as number] as number
    this.insertChunk.run(
      chunk.key,
      chunk.articles,
      nodes.length,
      pack(chunk.ids),
      pack(chunk.updated),
      pack(chunk.dois),
      pack(chunk.years),
      pack(chunk.subjects),
      pack(chunk.authors),
      pack(chunk.lengths),
      pack(nodes),
      pack(chunk.units),
    )
    if (chunk.lists.length > 0) this.writeLists(chunk.key, renumbered(chunk.lists, numbers))
    chunk.texts.forEach((block, i) => this.insertText.run(chunk.key, i, block))
    this.articles += chunk.articles
    this.contributions += nodes.length
  }

  saw(sightings: readonly Sighting[]): void {
    for (const sighting of sightings) {
      const known = this.sightings.get(sighting.key)
      if (!known || isNewer(sighting, known)) this.sightings.set(sighting.key, sighting)
    }
  }

  private numbersOf(thread: number): number[] {
    let numbers = this.numbering.get(thread)
    if (!numbers) this.numbering.set(thread, (numbers = [0]))
    return numbers
  }
}
