import type { CommonOptions } from './io.ts'
import type { Session } from './session.ts'

/** Wraps a command's work: its options, a session of the core, its arguments. */
export type Runner = <O extends Omit<CommonOptions, 'format' | 'lang'> = CommonOptions>(
  work: (session: Session, options: O, ...args: string[]) => Promise<void>,
) => (...given: unknown[]) => Promise<void>
