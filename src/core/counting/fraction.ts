/** An exact fraction; the denominator is above 0. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The same in lowest terms. */
export function reduced({ numerator, denominator }: Fraction): Fraction {
  const common = gcd(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

/** A fraction of 0 or more in hundredths, half up. */
export function fractionInHundredths({ numerator, denominator }: Fraction): bigint {
  return (200n * numerator + denominator) / (2n * denominator)
}
