/** Exact sums of the fractions that the core gives as text. */
import type { FractionText } from '../../../../shared/contract/derivation.ts'

interface Fraction {
  numerator: bigint
  denominator: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

export function readFraction(text: FractionText): Fraction {
  const [numerator = '0', denominator = '1'] = text.split('/')
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/** In lowest terms; `0` of none. */
export function sumOf(texts: Iterable<FractionText>): FractionText {
  let sum: Fraction = { numerator: 0n, denominator: 1n }
  for (const text of texts) {
    const each = readFraction(text)
    const denominator = (sum.denominator * each.denominator) / gcd(sum.denominator, each.denominator)
    sum = {
      numerator:
        sum.numerator * (denominator / sum.denominator) + each.numerator * (denominator / each.denominator),
      denominator,
    }
  }
  const common = gcd(sum.numerator, sum.denominator)
  const [above, below] = [sum.numerator / common, sum.denominator / common]
  return below === 1n ? String(above) : `${above}/${below}`
}

/** Nearest number, for a length; the text is what counts. */
export function valueOf(text: FractionText): number {
  const { numerator, denominator } = readFraction(text)
  return Number(numerator) / Number(denominator)
}
