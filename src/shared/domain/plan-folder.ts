/** By what the folder of a plan is known, and what of a folder goes along to the app. */
import { READABLE_FILES } from '../contract/host.ts'

/** The manifest, at the top of a plan's folder. */
export const PLAN_MANIFEST = 'plan.json'

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Whether a plan may be among files; only its manifest can tell. @param files names or paths */
export const mayBePlan = (files: readonly string[]): boolean =>
  files.some((file) => nameOf(file) === PLAN_MANIFEST)

/**
 * Which files of a choice or a drop are handed over: of folders what importers read, and with a plan its steps, by which
 * the plan is known to be whole; a file by itself is judged by its content.
 */
export function handedOver<F extends { path: string }>(files: readonly F[]): F[] {
  const steps = mayBePlan(files.map(({ path }) => path))
  return files.filter(
    ({ path }) => !path.includes('/') || READABLE_FILES.test(path) || (steps && /\.sql$/i.test(path)),
  )
}
