import { expect, test } from 'vitest'
import type { ImportProgress } from './progress.ts'
import { ProgressLine, progressText } from './progress.ts'

const reading: ImportProgress = {
  type: 'imports.progress',
  as: 'x',
  step: 'reading',
  bytesRead: 12_100_000,
  bytesTotal: 464_000_000,
  records: 2340,
  recordsPerSecond: 7800,
  secondsLeft: 250,
}

test('says bytes, records, rate and time left, in both languages', () => {
  expect(progressText(reading, 'en')).toBe(
    'Reading: 12.1 MB of 464 MB, 2,340 records, 7,800 records/s, 4 min 10 s left',
  )
  expect(progressText(reading, 'zh')).toBe(
    '正在读取：12.1 MB / 464 MB，2,340 条记录，每秒 7,800 条，约剩 4 分 10 秒',
  )
  expect(
    progressText({ ...reading, step: 'swapping', records: 0, secondsLeft: undefined as never }, 'en'),
  ).toBe('Putting the dataset in its place …')
})

test('a terminal has one line that changes and never wraps', () => {
  let err = ''
  const line = new ProgressLine({ stderr: (text) => (err += text), messageColumns: 20 }, 'en')
  line.show(reading)
  line.show(reading)
  line.end()
  expect(err).toBe('\r\u001B[KReading: 12.1 MB of'.repeat(2) + '\r\u001B[K')
})

test('elsewhere a line comes every three seconds', () => {
  let err = ''
  let now = 0
  const line = new ProgressLine({ stderr: (text) => (err += text) }, 'en', () => now)
  for (now = 0; now <= 7000; now += 100) line.show(reading)
  line.end()
  expect(err.split('\n')).toHaveLength(3)
})
