/** Which Node the command line runs on. Nothing is imported here: an older Node must get as far as this. */

/** From here on every version will do; before it, only what follows of one older line: SQLite's module and zstd. */
const ANY_FROM = 24
const OLDER = { major: 22, fromMinor: 15 }

/** The versions as package.json writes them under `engines`. */
export const NODE_RANGE = `^${OLDER.major}.${OLDER.fromMinor}.0 || >=${ANY_FROM}.0.0`

/**
 * What to say where Node is too old, in one line; null where it will do.
 * @param version as in `process.versions.node`, such as 22.15.0
 */
export function nodeTooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major >= ANY_FROM || (major === OLDER.major && minor >= OLDER.fromMinor)) return null
  const older = `${OLDER.major}.${OLDER.fromMinor} or newer of Node ${OLDER.major}`
  return `science-cities needs Node ${ANY_FROM} or newer, or ${older}; this is Node ${version}.`
}
