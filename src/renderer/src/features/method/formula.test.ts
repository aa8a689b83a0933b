import { describe, expect, it } from 'vitest'
import { parseFormula } from './formula.ts'

const name = (text: string, sub: string | null = null) => ({ kind: 'name', text, sub }) as const
const plain = (text: string) => ({ kind: 'text', text }) as const

describe('parseFormula', () => {
  it('reads subscripts, primes and a fraction', () => {
    expect(parseFormula('Share′_y(X) = Share_y(X) × [N_base / N_y]')).toEqual({
      condition: null,
      parts: [
        name('Share′', 'y'),
        plain('('),
        name('X'),
        plain(') = '),
        name('Share', 'y'),
        plain('('),
        name('X'),
        plain(') × '),
        { kind: 'fraction', above: [name('N', 'base')], below: [name('N', 'y')] },
      ],
    })
  })

  it('keeps what follows a fraction', () => {
    const { parts } = parseFormula('100 × ([a_1 / b] − 1)')
    expect(parts[0]).toEqual(plain('100 × ('))
    expect(parts[1]).toEqual({ kind: 'fraction', above: [name('a', '1')], below: [name('b')] })
    expect(parts[2]).toEqual(plain(' − 1)'))
  })

  it('reads two fractions side by side', () => {
    const { parts } = parseFormula('Σ_p Σ_a [1 / n_p] × [k_a / m_a]')
    expect(parts.filter(({ kind }) => kind === 'fraction')).toHaveLength(2)
    expect(parts[0]).toEqual(name('Σ', 'p'))
  })

  it('parts the condition from the formula, but not arguments', () => {
    const bcs = parseFormula('BCS(A, B) = Σ_p (Share_p(A) + Share_p(B)), p joint')
    expect(bcs.condition).toBe('p joint')
    expect(bcs.parts.at(-1)).toEqual(plain('))'))
    expect(parseFormula('T(A) = Σ_B BCS(A, B)').condition).toBeNull()
  })

  it('leaves no underscore and no slash to be shown', () => {
    const shown = JSON.stringify(
      parseFormula('S_s(X) = [Share_s(X) ÷ Share(X) / Share_s(all) ÷ Share(all)]').parts,
    )
    expect(shown).not.toMatch(/[_/[\]] /)
    expect(shown).not.toContain('_')
  })

  it('refuses a bracket that is no fraction', () => {
    expect(() => parseFormula('[a]')).toThrow('not a fraction')
    expect(() => parseFormula('[a / b')).toThrow('not a fraction')
  })
})
