import { expect, it } from 'vitest'
import { detectDelimiter } from './delimiter.ts'

it.each([
  [',', 'id,year,subjects\n1,2023,a;b;c;d\n'],
  [';', 'id;year;name\n1;2023;"Wei, Li, x, y"\n'],
  ['\t', 'id\tyear\tname\n1\t2023\tLi, Wei\n'],
  ['|', 'id|year\n1|2023\n'],
  [',', '"a;b;c;d",year\n"1;2;3;4",2023\n'],
  [';', 'All rights reserved, really; by us\nQuery: x, y; z\nid;year;name\n1;2023;a\n2;2023;b\n'],
  [';', 'id;year\n1, a;2023\n2, b;2023\n'],
  [',', 'one column\nx\n'],
] as const)('finds %j', (delimiter, text) => {
  expect(detectDelimiter(text)).toBe(delimiter)
})
