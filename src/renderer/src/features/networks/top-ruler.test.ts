import { describe, expect, it } from 'vitest'
import { placeOfTop, stepTop, topAt, topMarks, topTicks } from './top-ruler.ts'

describe('the ruler of nodes shown', () => {
  it('finds its own places again', () => {
    for (const top of [5, 6, 19, 20, 25, 95, 100, 110, 200])
      expect(topAt(placeOfTop(top, 5, 200), 5, 200)).toBe(top)
    expect(placeOfTop(5000, 5, 200)).toBe(1)
    expect(placeOfTop(3, 5, 200)).toBe(0)
    expect(placeOfTop(3, 3, 3)).toBe(0)
  })

  it('steps finely where nodes are few and stays between its ends', () => {
    expect(stepTop(5, 1, 5, 200)).toBe(6)
    expect(stepTop(19, 1, 5, 200)).toBe(20)
    expect(stepTop(20, 1, 5, 200)).toBe(25)
    expect(stepTop(20, -1, 5, 200)).toBe(19)
    expect(stepTop(23, 1, 5, 200)).toBe(25)
    expect(stepTop(100, 1, 5, 200)).toBe(110)
    expect(stepTop(100, -1, 5, 200)).toBe(95)
    expect(stepTop(5, 5, 5, 200)).toBe(10)
    expect(stepTop(200, 5, 5, 200)).toBe(200)
    expect(stepTop(6, -5, 5, 200)).toBe(5)
  })

  it('writes its ends and the round numbers between', () => {
    expect(topTicks(5, 200)).toEqual([5, 10, 20, 50, 100, 200])
    expect(topTicks(2, 6)).toEqual([2, 6])
    expect(topTicks(5, 187)).toEqual([5, 10, 20, 50, 100, 187])
  })

  it('marks every step of the keyboard', () => {
    expect(topMarks(5, 12)).toEqual([5, 6, 7, 8, 9, 10, 11])
    expect(topMarks(90, 120)).toEqual([90, 95, 100, 110])
  })
})
