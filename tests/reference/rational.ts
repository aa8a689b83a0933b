/** Exact rational numbers, slowly. */
export class Rational {
  static readonly zero = new Rational(0n, 1n)
  readonly numerator: bigint
  readonly denominator: bigint

  constructor(numerator: bigint | number, denominator: bigint | number = 1n) {
    const top = BigInt(numerator)
    const bottom = BigInt(denominator)
    if (bottom === 0n) throw new RangeError('division by zero')
    const common = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n)
    this.numerator = top / common
    this.denominator = bottom / common
  }

  plus(other: Rational): Rational {
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator))
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  over(other: Rational): Rational {
    return new Rational(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator
  }

  isAtMost(other: Rational): boolean {
    return this.numerator * other.denominator <= other.numerator * this.denominator
  }

  /** Hundredths, half up, of a number of 0 or more. */
  hundredths(): number {
    return Number((200n * this.numerator + this.denominator) / (2n * this.denominator))
  }

  toNumber(): number {
    const whole = this.numerator / this.denominator
    const rest = this.numerator % this.denominator
    return Number(whole) + Number((rest << 80n) / this.denominator) / 2 ** 80
  }

  static sum(values: Iterable<Rational>): Rational {
    let total = Rational.zero
    for (const value of values) total = total.plus(value)
    return total
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
