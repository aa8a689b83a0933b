import { setTimeout } from 'node:timers/promises'

/** Ends with the work, or without it when the time is over; what becomes of the work then is nobody's. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new AbortController()
  const bound = setTimeout(ms, undefined, { signal: late.signal }).catch(() => {})
  await Promise.race([work, bound]).finally(() => late.abort())
}
