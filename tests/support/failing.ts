/** A disk that fails at one kind of call, in this process. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** @param when told the call's first two arguments; paths where it takes paths @returns what `work` gives */
export async function failing<T>(
  call: 'fsyncSync' | 'ftruncateSync' | 'renameSync' | 'rmSync' | 'writeFileSync',
  code: string,
  when: (first: string, second: string) => boolean,
  work: () => T | Promise<T>,
): Promise<T> {
  const real = fs[call] as (...given: unknown[]) => unknown
  const put = (made: (...given: unknown[]) => unknown) => {
    Object.assign(fs, { [call]: made })
    syncBuiltinESMExports()
  }
  put((...given) => {
    if (when(String(given[0]), String(given[1]))) throw Object.assign(new Error(code), { code })
    return real(...given)
  })
  try {
    return await work()
  } finally {
    put(real)
  }
}
