/** What the environment must hold so that packages are signed, and what is missing of it, in words. */
export type System = 'win32' | 'darwin' | 'linux'
type Env = Readonly<Record<string, string | undefined>>

const CERTIFICATE = ['CSC_LINK', 'CSC_NAME']
/** Each way to prove to Apple who notarises; one is enough. */
const NOTARISING = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
]

/** The address that a deb names as its home; without one it is not made. */
export const HOMEPAGE = 'SCIENCE_CITIES_HOMEPAGE'

/** One sentence for each thing that packages of a system will lack; none where nothing is missing. */
export function missing(system: System, env: Env): string[] {
  const has = (name: string) => Boolean(env[name])
  if (system === 'win32') {
    if (has('WIN_CSC_LINK') || has('CSC_LINK')) return []
    return [
      'Windows: not signed, so that SmartScreen warns. WIN_CSC_LINK (certificate: file or address) and WIN_CSC_KEY_PASSWORD are not set.',
    ]
  }
  if (system === 'darwin') {
    const found: string[] = []
    if (!CERTIFICATE.some(has))
      found.push(
        'macOS: signed only where the keychain holds a “Developer ID Application” certificate. CSC_LINK with CSC_KEY_PASSWORD (or CSC_NAME) is not set.',
      )
    if (!NOTARISING.some((way) => way.every(has)))
      found.push(
        `macOS: not notarised, so that Gatekeeper refuses it elsewhere. Set ${NOTARISING.map((way) => way.join(' + ')).join(', or ')}.`,
      )
    return found
  }
  if (has(HOMEPAGE)) return []
  return [`Linux: no deb, which must name the address of the app's home. ${HOMEPAGE} is not set.`]
}
