/** On indexes drawn at random: a number is the sum of its parts, at every step down to the articles and their authors. */
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../../../../tests/support/index.ts'

const institutions = [
  { id: 1, name: 'One', city: 'Beijing', country: 'CN' },
  { id: 2, name: 'Two', city: 'Beijing', country: 'CN' },
  { id: 3, name: 'Three', city: 'Shanghai', country: 'CN' },
  { id: 4, name: 'Four', city: 'Boston', country: 'US' },
  { id: 5, name: 'Five', city: 'Boston', country: 'US' },
]
const author = fc.uniqueArray(fc.constantFrom<number | string>(1, 2, 3, 4, 5, 'CN', 'US'), { maxLength: 3 })
const works = fc.array(
  fc.record({
    year: fc.integer({ min: 2021, max: 2023 }),
    subjects: fc.subarray(['chemistry', 'biological-sciences', 'physical-sciences']),
    authors: fc.array(author, { minLength: 1, maxLength: 7 }),
  }),
  { minLength: 4, maxLength: 30 },
)
/** `4/7` in parts of the least common multiple of numbers of authors (to 7) times affiliations (to 3). */
const WHOLE = 420 * 6
function parts(fraction: string): number {
  const [above = 0, below = 1] = fraction.split('/').map(Number)
  return (above * WHOLE) / below
}

test('parts add up to the parent at every step, articles to the number, authors to the article', async () => {
  await fc.assert(
    fc.asyncProperty(works, async (drawn) => {
      const root = temporaryFolder()
      const queries = queriesOf(root)
      try {
        await importFiles(
          root,
          'drawn',
          writeIndexFiles(
            root,
            // One of each city, so that every number asked for exists.
            [{ year: 2023, subjects: [], authors: [[1], [3], [4]] }, ...drawn].map((work, i) => ({
              ...work,
              id: i + 1,
            })),
            institutions,
          ),
        )
        for (const asked of [
          { kind: 'country' as const, id: 'CN', by: 'city' as const },
          { kind: 'city' as const, id: 'Beijing', by: 'institution' as const },
          { kind: 'city' as const, id: 'Boston', by: 'year' as const },
          { kind: 'institution' as const, id: 'I1', by: 'city' as const },
        ]) {
          const { by, ...number } = asked
          const whole = await queries.call('derivation.of', { dataset: 'drawn', ...number, limit: 200 })
          expect(whole.residual).toBe(0)
          const divided = await queries.call('derivation.parts', { dataset: 'drawn', ...number, by })
          expect(divided.residual).toBe(0)
          expect(divided.total).toEqual(whole.total)
          for (const row of divided.rows) {
            const step = await queries.call('derivation.of', {
              dataset: 'drawn',
              ...number,
              path: [{ by, id: row.id }],
              limit: 200,
            })
            expect(step.total).toEqual({ share: row.share, articles: row.articles })
            expect(step.steps.map(({ share }) => share)).toEqual([whole.total.share, row.share])
          }
          let sum = 0
          for (const article of whole.rows) {
            const own = article.authors
              .flatMap(({ affiliations }) => affiliations)
              .filter(({ counts }) => counts === 'a')
              .reduce((total, { fraction }) => total + parts(fraction), 0)
            expect(own).toBe(parts(article.fraction))
            sum += own
          }
          expect(sum / WHOLE).toBeCloseTo(whole.total.share, 6)
        }
      } finally {
        queries.close()
        rmSync(root, { recursive: true, force: true })
      }
    }),
    { numRuns: 2 },
  )
})
