import { expect, it } from 'vitest'
import type { Plate } from '../../../shared/plates/plate.ts'
import { useMaps } from '../../drawing/map/test-maps.ts'
import { plateNotes } from './notes.ts'

const { context } = useMaps()
const plate = {
  language: 'en',
  title: 'Beijing leads with 4,259.39',
  howTo: 'A bar is a city’s Share.',
  measures: ['share'],
  numbers: [
    { label: 'Beijing', value: 4259.39, decimals: 2, of: 'printed' },
    { label: 'Shanghai', value: 2214.97, decimals: 2, of: 'printed' },
  ],
} as unknown as Omit<Plate, 'notes'>

it('say in order what is shown, how it is read, made and cited', () => {
  const notes = plateNotes(plate, context.open('science-cities-2024'), context)
  expect(notes.map(({ head }) => head)).toEqual([
    'Finding',
    'How to read it',
    'Method',
    'Source and citation',
    'Numbers',
    'Reopen and verify',
  ])
  const [, , method, source, numbers] = notes.map(({ text }) => text)
  expect(method).toMatch(/^Share: /)
  expect(method).toContain('Scope and series breaks: ')
  expect(method).toContain('Fractional counting by authors and affiliations, as printed in the edition.')
  expect(source).toContain('APA: Nature Index. (2024). Science Cities 2024 (Version r1-')
  expect(source).toContain('GB/T 7714: Nature Index. Science Cities 2024[DS].')
  expect(numbers).toBe('Printed: 2. Sample: 0. Computed: 0.')
})

it('of a page without measures have no method', () => {
  const notes = plateNotes({ ...plate, measures: [], language: 'zh' }, context.open('sample'), context)
  expect(notes.map(({ head }) => head)).toEqual(['结论', '读图方法', '来源与引用', '数字', '重新打开与核对'])
  expect(notes[2]?.text).toContain('合成样例: 合成样例')
})
