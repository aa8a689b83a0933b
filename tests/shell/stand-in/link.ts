/**
 * Questions and answers between the test and the process that runs the app's main bundle. Both ends use the same
 * class; what crosses is structured-cloned, as between Electron's processes.
 */
import type { ChildProcess } from 'node:child_process'
import type { EventEmitter } from 'node:events'

type Message =
  | { kind: 'ask'; id: number; name: string; given: unknown }
  | { kind: 'answer'; id: number; ok: boolean; value: unknown }

/** The process itself, or the child it has forked: what carries messages between the two. */
type Port = NodeJS.Process | ChildProcess

type Answerer = (given: never) => unknown

export class Link {
  readonly #port: Port
  readonly #answers = new Map<string, Answerer>()
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #asked = 0
  #ended: string | null = null
  #abandoned = false

  constructor(port: Port) {
    this.#port = port
    const emitter: EventEmitter = port
    emitter.on('message', (message: Message) => void this.#take(message))
  }

  /** Registers who answers a question; its promise's value or error goes back. */
  answer<Given>(name: string, answerer: (given: Given) => unknown): void {
    this.#answers.set(name, answerer as Answerer)
  }

  ask<Value>(name: string, given?: unknown): Promise<Value> {
    if (this.#abandoned) return new Promise(() => {})
    if (this.#ended !== null) return Promise.reject(new Error(this.#ended))
    const id = ++this.#asked
    const answer = Promise.withResolvers<unknown>()
    this.#waiting.set(id, answer)
    this.#send({ kind: 'ask', id, name, given })
    return answer.promise as Promise<Value>
  }

  /**
   * Before a deliberate end: what a closing page has still asked, or asks yet, is left without an answer, as a
   * real window leaves it. Without this its handlers would fail after the test.
   */
  abandon(): void {
    this.#abandoned = true
    this.#waiting.clear()
  }

  /** Ends all waiting: the other side is gone. */
  end(reason: string): void {
    this.#ended = reason
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
  }

  #send(message: Message): void {
    if (!this.#port.connected) return // `end` follows with the reason
    this.#port.send?.(message, undefined, undefined, () => {})
  }

  async #take(message: Message): Promise<void> {
    if (message.kind === 'ask') return this.#reply(message)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.ok) waiting?.resolve(message.value)
    else waiting?.reject(new Error(String(message.value)))
  }

  async #reply({ id, name, given }: Extract<Message, { kind: 'ask' }>): Promise<void> {
    const back = (ok: boolean, value: unknown) => this.#send({ kind: 'answer', id, ok, value })
    const answerer = this.#answers.get(name)
    if (!answerer) return back(false, `nobody answers ${name}`)
    try {
      back(true, await answerer(given as never))
    } catch (error) {
      back(false, error instanceof Error ? error.message : String(error))
    }
  }
}
