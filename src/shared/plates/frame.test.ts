import { describe, expect, it } from 'vitest'
import { evenLines } from './frame.ts'

/** Latin letters are half as wide as Chinese signs. */
const measure = (text: string) =>
  Array.from(text).reduce((sum, sign) => sum + (/[⺀-鿿＀-￯]/u.test(sign) ? 2 : 1), 0)

describe('evenLines', () => {
  it('leaves no word alone on a second line, and no word is lost', () => {
    const title = '16 pairs are named, 11 of them with a score (2 of 2)'
    expect(evenLines(title, 50, measure)).toEqual(['16 pairs are named, 11 of', 'them with a score (2 of 2)'])
    expect(evenLines('南京五个学科中有四个上升，地球与环境科学幅度最大', 46, measure)).toEqual([
      '南京五个学科中有四个上升，',
      '地球与环境科学幅度最大',
    ])
  })

  it('breaks only what must be, and keeps a second line that is long enough', () => {
    expect(evenLines('One line', 8, measure)).toEqual(['One line'])
    expect(evenLines('Eleven words that stand on two lines', 24, measure)).toEqual([
      'Eleven words that stand',
      'on two lines',
    ])
  })
})
