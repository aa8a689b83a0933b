/** An exact fraction; the denominator is above 0. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** A fraction of 0 or more in hundredths, half up. */
export function fractionInHundredths({ numerator, denominator }: Fraction): bigint {
  return (200n * numerator + denominator) / (2n * denominator)
}
