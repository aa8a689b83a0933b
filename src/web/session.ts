/** One run's secret: a token that opens the app once, and the cookie that it is exchanged for. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Session {
  /** The one-time token, 32 random bytes in base64url. */
  readonly token: string
  readonly cookieName: string
  /** Exchanges the token for a `Set-Cookie` value; null for any other token and from the second time on. */
  redeem(token: string): string | null
  /** Whether a `Cookie` header carries this run's session. */
  holds(cookieHeader: string | undefined): boolean
}

/** @param port - cookies do not know ports, so the name carries it: two runs side by side do not sign each other out */
export function createSession(port: number): Session {
  const token = secret()
  const value = secret()
  const cookieName = `science-cities-${port}`
  let spent = false
  return {
    token,
    cookieName,
    redeem(given) {
      if (!same(given, token) || spent) return null
      spent = true
      return `${cookieName}=${value}; HttpOnly; SameSite=Strict; Path=/`
    },
    holds: (header) => valuesOf(header, cookieName).some((given) => same(given, value)),
  }
}

const secret = () => randomBytes(32).toString('base64url')

/** Compares in a time that tells nothing, whatever the lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function valuesOf(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
