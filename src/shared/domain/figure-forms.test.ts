import { expect, test } from 'vitest'
import { readStatementName, statementName } from './figure-forms.ts'

test('the name of a statement is read as it was written, whatever the file is called', () => {
  const said = { source: { file: 'context/a:b.csv', line: 12 }, indicator: 'rank' }
  expect(readStatementName(statementName(said))).toEqual({
    file: 'context/a:b.csv',
    line: 12,
    indicator: 'rank',
  })
  for (const none of ['', 'a.csv', 'a.csv:x:share', ':1:share', 'a.csv:1:'])
    expect(readStatementName(none)).toBeNull()
})
