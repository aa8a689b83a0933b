/** The one place where a call's input is parsed and a failure becomes data, for every host. */
import type { z } from 'zod'
import type { Result } from '../shared/contract/errors.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { MethodKind } from '../shared/contract/define.ts'
import type { MethodName, NameOfKind, OutputOf, ParsedInputOf } from '../shared/contract/index.ts'
import { loadMethod } from './methods.ts'

/** One function a method; a missing one does not compile. */
export type Handlers<K extends MethodKind, Context> = {
  readonly [M in NameOfKind<K>]: (
    input: ParsedInputOf<M>,
    context: Context,
  ) => OutputOf<M> | Promise<OutputOf<M>>
}

/** What a failure that no handler foresaw comes of, where that is known. */
export type Explain = (error: unknown) => Promise<AppError | null>

type AnyHandler<Context> = (input: never, context: Context) => unknown

export async function dispatch<Context>(
  handlers: Partial<Record<MethodName, AnyHandler<Context>>>,
  name: MethodName,
  input: unknown,
  context: Context,
  explain: Explain = () => Promise.resolve(null),
): Promise<Result<unknown>> {
  const handler = handlers[name]
  if (!handler)
    return { ok: false, error: { code: 'method-unknown', message: `unknown method ${name}`, details: {} } }
  const parsed = (await loadMethod(name)).input.safeParse(input ?? {})
  if (!parsed.success) return { ok: false, error: invalidInput(name, parsed.error).toData() }
  try {
    return { ok: true, value: await handler(parsed.data as never, context) }
  } catch (error) {
    return { ok: false, error: (await asAppError(error, name, explain)).toData() }
  }
}

function invalidInput(name: string, error: z.ZodError): AppError {
  const problem = error.issues[0]
  const field = problem?.path.join('.') ?? ''
  const reason = problem?.message ?? ''
  return new AppError('input-invalid', `${name}: ${field}: ${reason}`, {
    values: { method: name, field, reason },
  })
}

/** An unforeseen failure is logged with its stack here and crosses without it. */
async function asAppError(error: unknown, name: string, explain: Explain): Promise<AppError> {
  if (error instanceof AppError) return error
  if (error instanceof Error && error.name === 'AbortError')
    return new AppError('cancelled', `${name} was cancelled`)
  const explained = await explain(error).catch(() => null)
  if (explained) return explained
  console.error(`${name} failed:`, error)
  return new AppError('internal', error instanceof Error ? error.message : String(error), {
    values: { method: name },
  })
}
