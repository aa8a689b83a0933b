import type { Result } from './errors.ts'
import { AppError } from './errors.ts'
import type { CoreEvent } from './events.ts'
import type { InputOf, MethodName, OutputOf } from './index.ts'

/** Carries one call to the core; each host has one. */
export interface Transport {
  call(name: MethodName, input: unknown): Promise<Result<unknown>>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void
}

export interface Client {
  /** @throws AppError with the code of the failure. */
  call<M extends MethodName>(name: M, input: InputOf<M>): Promise<OutputOf<M>>
  subscribe(listener: (event: CoreEvent) => void): () => void
}

export function createClient(transport: Transport): Client {
  return {
    async call(name, input) {
      const result = await transport.call(name, input)
      if (!result.ok) throw AppError.fromData(result.error)
      return result.value as OutputOf<typeof name>
    },
    subscribe: (listener) => transport.subscribe(listener),
  }
}
