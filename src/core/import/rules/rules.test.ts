import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { resourcesDir, TestFolder } from '../text/test-files.ts'
import { loadFieldMapping, parseMapping, readFieldMapping } from './field-mapping.ts'
import { normalIssn, sourceNumber } from './issn.ts'
import { isJournalList, readJournalList } from './journal-list.ts'
import { subjectBit, subjectsInCell } from './subject-names.ts'
import type { SubjectSigns } from './subjects-of.ts'
import { subjectsOf } from './subjects-of.ts'

const mapping = loadFieldMapping(resourcesDir)
const NOTHING: SubjectSigns = {
  journalIssns: [],
  sourceNumber: null,
  fieldNumbers: [],
  conceptNumbers: [],
  named: [],
}

function names(mask: number): string[] {
  return SUBJECTS.filter((_, bit) => mask & (1 << bit))
}

async function issuesOf(run: () => unknown): Promise<unknown[]> {
  try {
    await run()
  } catch (error) {
    if (error instanceof AppError) return (error.details.issues ?? []).map(({ code, line }) => [code, line])
    throw error
  }
  return []
}

it('leads to every subject by the mapping that ships with the app', () => {
  const reached = [...mapping.fields.values()].reduce((bits, mask) => bits | mask, 0)
  expect(names(reached)).toEqual([...SUBJECTS])
})

describe('subjects by field', () => {
  const byFields = (...fieldNumbers: number[]) =>
    names(subjectsOf({ ...NOTHING, fieldNumbers }, { journals: null, mapping }).mask)

  it('all 26 fields of OpenAlex and its 19 top concepts are decided', () => {
    expect([...mapping.fields.keys()]).toEqual(Array.from({ length: 26 }, (_, at) => 11 + at))
    expect(mapping.concepts.size).toBe(19)
    expect(byFields(16)).toEqual(['chemistry'])
    expect(byFields(31, 19, 27)).toEqual([
      'physical-sciences',
      'earth-environmental-sciences',
      'health-sciences',
    ])
    expect(byFields(12, 33, 999)).toEqual([])
  })

  it('concepts serve where no field is known', () => {
    const conceptNumbers = [86803240, 41008148]
    const mask = (fieldNumbers: number[]) =>
      subjectsOf({ ...NOTHING, fieldNumbers, conceptNumbers }, { journals: null, mapping }).mask
    expect(names(mask([]))).toEqual(['biological-sciences'])
    expect(names(mask([12]))).toEqual([])
  })

  it("a user's mapping is checked whole", async () => {
    using folder = new TestFolder()
    const table =
      'field,concept,subjects\nhttps://openalex.org/fields/26,,physical sciences\n,C33923547,物理科学;化学\n'
    const read = await readFieldMapping(folder.write('m.csv', table))
    expect([...read.fields, ...read.concepts]).toEqual([
      [26, 0b10],
      [33923547, 0b11],
    ])
    const wrong = 'field,subjects\nx,chemistry\n16,alchemy\n16,\n'
    expect(await issuesOf(() => readFieldMapping(folder.write('w.csv', wrong)))).toEqual([
      ['field-unknown', 2],
      ['subject-unknown', 3],
      ['duplicate-entry', 4],
    ])
    expect(await issuesOf(() => readFieldMapping(folder.write('h.csv', 'a,subjects\n1,\n')))).toEqual([
      ['column-missing', 1],
    ])
    const json = (value: unknown) => issuesOf(() => parseMapping('m.json', JSON.stringify(value)))
    expect(await json({ fields: [{ id: 16, subjects: ['chemistry'] }] })).toEqual([])
    expect(await json({ fields: [{ id: 16, subjects: ['alchemy'] }] })).toEqual([['subject-unknown', null]])
    expect(await json({ fields: [{ id: -1, subjects: [] }] })).toEqual([['table-form', null]])
    expect(await json({})).toEqual([['empty-file', null]])
  })
})

describe('a journal list', () => {
  const TEXT = [
    'ISSN;Source ID;Title;Subjects;In index',
    '0028-0836; S137773608 ;Nature;;yes',
    '20493630,ISSN 2434-561x;;A;chemistry|健康科学;',
    ';https://openalex.org/S7;B;physical sciences;no',
  ].join('\n')

  it('decides what is in the index, and its subjects come before those of fields', async () => {
    using folder = new TestFolder()
    const journals = await readJournalList(folder.write('j.csv', TEXT))
    expect(journals.journals).toBe(3)
    const find = (signs: Partial<SubjectSigns>) => {
      const { mask, inIndex } = subjectsOf(
        { ...NOTHING, fieldNumbers: [19], ...signs },
        { journals, mapping },
      )
      return [inIndex, ...names(mask)]
    }
    expect(find({ journalIssns: ['0028-0836'] })).toEqual([true, 'earth-environmental-sciences'])
    expect(find({ journalIssns: ['x', '2434561X'] })).toEqual([true, 'chemistry', 'health-sciences'])
    expect(find({ sourceNumber: 7, journalIssns: ['2049-3630'] })).toEqual([false, 'physical-sciences'])
    expect(find({ journalIssns: ['1234-5679'] })).toEqual([false, 'earth-environmental-sciences'])
    expect(find({ sourceNumber: 137773608, named: ['Biological sciences', 'other'] })).toEqual([
      true,
      'biological-sciences',
    ])
    expect(structuredClone(journals)).toEqual(journals)
  })

  it('holds by years, by titles and by former names', async () => {
    using folder = new TestFolder()
    const text = [
      'issn,source_id,title,subjects,in_index,from,to,former',
      '0028-0836,,A,chemistry,,,2020,',
      '0028-0836,,A,health sciences,,2019-07-01,,Annals of A; 2434-561X',
      ',,Conference on Widgets,physical sciences,yes,2021,,',
      ',S7,B,,no,,2019,',
      ',S7,B,chemistry,yes,2020,2021,',
    ].join('\n')
    const journals = await readJournalList(folder.write('j.csv', text))
    const find = (signs: Partial<SubjectSigns>) => {
      const { mask, inIndex } = subjectsOf({ ...NOTHING, ...signs }, { journals, mapping })
      return [inIndex, ...names(mask)]
    }
    const A = { journalIssns: ['0028-0836'] }
    expect(find({ ...A, year: 2018 })).toEqual([true, 'chemistry'])
    expect(find({ ...A, year: 2019 })).toEqual([true, 'chemistry', 'health-sciences'])
    expect(find({ ...A, year: 2021 })).toEqual([true, 'health-sciences'])
    expect(find(A)).toEqual([false])
    expect(find({ journalIssns: ['2434-561X'], year: 2024 })).toEqual([true, 'health-sciences'])
    expect(find({ journalTitle: 'ANNALS of A', year: 2018 })).toEqual([false])
    expect(find({ journalTitle: 'annals of a', year: 2019 })).toEqual([true, 'health-sciences'])
    expect(find({ journalTitle: 'Conference on widgets', year: 2021 })).toEqual([true, 'physical-sciences'])
    expect(find({ journalTitle: 'Conference on widgets', year: 2020 })).toEqual([false])
    // With its id it is that journal, whatever its title.
    expect(find({ sourceNumber: 7, journalTitle: 'Conference on widgets', year: 2019 })).toEqual([false])
    expect(find({ sourceNumber: 7, year: 2021 })).toEqual([true, 'chemistry'])
    expect(find({ sourceNumber: 7, year: 2022 })).toEqual([false])
    const wrong =
      'title,subjects,in_index,from,to\nA,,yes,2020,2019\nB,,yes,soon,\nC,,yes,2019,2021\nC,,no,2021,\n'
    expect(await issuesOf(() => readJournalList(folder.write('w.csv', wrong)))).toEqual([
      ['value-unreadable', 2],
      ['value-unreadable', 3],
      ['journal-contradiction', 5],
    ])
  })

  it('is rejected with the line of each fault', async () => {
    using folder = new TestFolder()
    const text =
      'issn,source_id,subjects,in_index\n0028-0837,,,\n,W1,,\n,,,yes\n0028-0836,,alchemy,maybe\n0028-0836,,,yes\na,b\n'
    expect(await issuesOf(() => readJournalList(folder.write('j.csv', text)))).toEqual([
      ['csv-syntax', 7],
      ['issn-invalid', 2],
      ['source-invalid', 3],
      ['journal-unidentified', 4],
      ['subject-unknown', 5],
      ['value-unreadable', 5],
      ['journal-contradiction', 6],
    ])
    expect(await issuesOf(() => readJournalList(folder.write('k.csv', 'name\nNature\n')))).toEqual([
      ['column-missing', 1],
    ])
    expect(await issuesOf(() => readJournalList(folder.write('e.csv', 'issn,subjects\n')))).toEqual([
      ['empty-file', null],
    ])
    expect([isJournalList(['issn', 'subjects']), isJournalList(['issn', 'article_id', 'subjects'])]).toEqual([
      true,
      false,
    ])
  })
})

it('names of subjects and ids of journals are known in their usual spellings', () => {
  for (const [at, subject] of SUBJECTS.entries()) expect(subjectBit(subject)).toBe(1 << at)
  expect(subjectBit('Earth & environmental sciences')).toBe(subjectBit('地球与环境科学'))
  expect(subjectsInCell('Chemistry； Alchemy;')).toEqual({ mask: 1, unknown: ['Alchemy'] })
  expect(['00280836', 'issn: 0028-0836', '2434-561x', '0028-0837', '123'].map(normalIssn)).toEqual([
    '0028-0836',
    '0028-0836',
    '2434-561X',
    null,
    null,
  ])
  expect(['https://openalex.org/S7', 's7', '7', 'W7'].map(sourceNumber)).toEqual([7, 7, null, null])
})
