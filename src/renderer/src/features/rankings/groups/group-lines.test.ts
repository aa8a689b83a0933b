import { expect, it } from 'vitest'
import type { GroupCandidate, GroupMember, MatchedLine } from '../../../../../shared/contract/groups.ts'
import { editedLines, keysOf, textOfMembers } from './group-lines.ts'

const member = (pasted: string, id: string | null, region: string | null = null): GroupMember => ({
  ...{ pasted, id, name: pasted, region, division: null, ror: null },
  dataset: id === null ? null : 'one',
})
const candidate = (name: string, id: string, region = 'GB'): GroupCandidate => ({
  ...{ id, name, nameZh: null, regionName: region, regionNameZh: region, within: null, share: 1 },
  member: member(name, id, region),
})
const line = (text: string, found: MatchedLine['found'], ...candidates: GroupCandidate[]): MatchedLine => ({
  ...{ line: 1, text, found, candidates },
  asWritten: member(text, null),
})
const both = [candidate('Cambridge', 'cambridge'), candidate('Cambridge', 'cambridge-us', 'US')]
const taken = (
  lines: MatchedLine[],
  members: GroupMember[] = [],
  chosen: [string, string][] = [],
  out: string[] = [],
) =>
  editedLines(lines, members, { chosen: new Map(chosen), out: new Set(out) }).map(
    ({ taken: how, member: own }) => (own ? `${how} ${own.id ?? own.pasted}` : how),
  )

it('takes what was found, keeps a name that was not, and leaves who may be several open', () => {
  const lines = [
    line('City', 'head'),
    line('Leeds', 'one', candidate('Leeds', 'leeds')),
    line('Atlantis', 'none', candidate('Atlanta', 'atlanta')),
    line('Cambridge', 'several', ...both),
    line('LEEDS', 'twice', candidate('Leeds', 'leeds')),
  ]
  expect(taken(lines)).toEqual(['head', 'here leeds', 'written Atlantis', 'open', 'twice'])
  const choices: [string, string][] = [
    ['1/Cambridge', 'cambridge-us'],
    ['1/Atlantis', 'atlanta'],
  ]
  expect(taken(lines, [], choices, ['1/Leeds'])).toEqual([
    'head',
    'out',
    'here atlanta',
    'here cambridge-us',
    // Whom another line named is left out there: this one stands for him.
    'here leeds',
  ])
})

it('tells equal cells apart by their order, so that a choice stays with its line', () => {
  const lines = [line('Cambridge', 'several', ...both), line('Cambridge', 'several', ...both)]
  expect(keysOf(lines)).toEqual(['1/Cambridge', '2/Cambridge'])
  expect(taken(lines, [], [['2/Cambridge', 'cambridge']])).toEqual(['open', 'here cambridge'])
  expect(
    taken(
      lines,
      [],
      [
        ['1/Cambridge', 'cambridge'],
        ['2/Cambridge', 'cambridge'],
      ],
    ),
  ).toEqual(['here cambridge', 'twice'])
})

it('keeps a member as he was kept where the dataset at hand has not got him, or another of the name', () => {
  const members = [
    member('New York', 'new-york-metropolitan-area', 'US'),
    member('Cambridge', 'cambridge-us', 'US'),
  ]
  expect(textOfMembers(members)).toBe('New York\tUS\nCambridge\tUS')
  const lines = [
    line('New York', 'one', candidate('New York', 'new-york', 'US')),
    line('Cambridge', 'several', ...both),
    line('Lund', 'none'),
  ]
  expect(taken(lines, members)).toEqual([
    'kept new-york-metropolitan-area',
    'here cambridge-us',
    'written Lund',
  ])
  // Unless another is chosen now.
  expect(taken(lines, members, [['1/Cambridge', 'cambridge']])[1]).toBe('here cambridge')
})
