import { describe, expect, test } from 'vitest'
import { readGuide, readLine } from './markdown.ts'

describe('the guide’s Markdown', () => {
  test('a line: names, keys and stressed words, and what stands between them', () => {
    expect(readLine('In **Rankings** press `C`, *once*.')).toEqual([
      { kind: 'text', text: 'In ' },
      { kind: 'name', text: 'Rankings' },
      { kind: 'text', text: ' press ' },
      { kind: 'key', text: 'C' },
      { kind: 'text', text: ', ' },
      { kind: 'stressed', text: 'once' },
      { kind: 'text', text: '.' },
    ])
    expect(readLine('')).toEqual([])
  })

  test('title, what stands before the first section, and sections of every kind of block', () => {
    const { title, lead, sections } = readGuide(
      '# Guide\n\nOne\nline.\n\n## First\n\n![A view](screens/a.en.png)\n\n- x\n- **y**\n\n## Second\n\n1. one\n2. two\n\n| Key | Does |\n| --- | --- |\n| `C` | compares |\n',
    )
    expect(title).toBe('Guide')
    expect(lead).toEqual([{ kind: 'paragraph', line: [{ kind: 'text', text: 'One line.' }] }])
    expect(sections.map((section) => section.title)).toEqual(['First', 'Second'])
    expect(sections[0]!.blocks).toEqual([
      { kind: 'picture', alt: 'A view', file: 'a.en.png' },
      { kind: 'list', ordered: false, items: [readLine('x'), readLine('**y**')] },
    ])
    expect(sections[1]!.blocks).toEqual([
      { kind: 'list', ordered: true, items: [readLine('one'), readLine('two')] },
      {
        kind: 'table',
        head: [readLine('Key'), readLine('Does')],
        rows: [[readLine('`C`'), readLine('compares')]],
      },
    ])
  })

  test('markup is text, and reads the same with the line ends of Windows', () => {
    const text = '# G\n\n<b onclick="x()">bold</b>\n\n## A\n\nb\n'
    expect(readGuide(text).lead).toEqual([
      { kind: 'paragraph', line: [{ kind: 'text', text: '<b onclick="x()">bold</b>' }] },
    ])
    expect(readGuide(text.replaceAll('\n', '\r\n'))).toEqual(readGuide(text))
  })
})
