/** One run's secrets: tokens that open the app once each, and the cookie that they are exchanged for. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** So long a one-time address opens the app. */
export const ADDRESS_LIFE_MS = 120_000

/** Why a token opens nothing: it is none of this run, or its time or its one use is over. */
export type Refused = 'unknown' | 'used' | 'expired'

export interface Session {
  readonly cookieName: string
  /** A new one-time token, 32 random bytes in base64url; those before it hold as long as they would have. */
  issue(): string
  /** Exchanges a token for a `Set-Cookie` value, once and in time. */
  redeem(token: string): { cookie: string } | { refused: Refused }
  /** Whether a `Cookie` header carries this run's session. */
  holds(cookieHeader: string | undefined): boolean
}

interface Issued {
  token: string
  at: number
  spent: boolean
}

/**
 * @param port - cookies do not know ports, so the name carries it: two runs side by side do not sign each other out
 * @param now - milliseconds of a clock that nobody sets
 */
export function createSession(port: number, now: () => number = () => performance.now()): Session {
  const value = secret()
  const cookieName = `science-cities-${port}`
  const issued: Issued[] = []
  return {
    cookieName,
    issue() {
      const token = secret()
      issued.push({ token, at: now(), spent: false })
      return token
    },
    redeem(given) {
      // Each is compared, so that the time tells nothing.
      const [found] = issued.filter(({ token }) => same(given, token))
      if (!found) return { refused: 'unknown' }
      if (found.spent) return { refused: 'used' }
      if (now() - found.at > ADDRESS_LIFE_MS) return { refused: 'expired' }
      found.spent = true
      return { cookie: `${cookieName}=${value}; HttpOnly; SameSite=Strict; Path=/` }
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
