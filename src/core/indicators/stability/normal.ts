/**
 * The normal distribution by + − × ÷ and √ alone, which give the same bits everywhere; functions of a mathematics library
 * may differ in the last one, and an interval would differ with it.
 */

/** 1 ÷ √(2π). */
const DENSITY_AT_0 = 0.3989422804014327

/** The part of a standard normal distribution below z, within 1e-12; 0 and 1 beyond ± 8. */
export function normalBelow(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  // ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + …)
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) sum += term *= (z * z) / k
  return 0.5 + DENSITY_AT_0 * expOfMinus((z * z) / 2) * sum
}

/** e^−x for 0 ≤ x ≤ 32. */
function expOfMinus(x: number): number {
  const small = x / 64
  let term = 1
  let sum = 1
  for (let k = 1; k < 20; k++) sum += term *= -small / k
  for (let i = 0; i < 6; i++) sum *= sum
  return sum
}
