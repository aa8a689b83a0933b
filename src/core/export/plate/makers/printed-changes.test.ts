import { describe, expect, test } from 'vitest'
import { useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import { changesInput } from '../../../../shared/contract/changes.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESETS, FIGURE_PRESET_NAMES } from '../../../../shared/domain/figure-presets.ts'
import { LANGUAGES } from '../../../../shared/domain/language.ts'
import { SUBJECTS } from '../../../../shared/domain/subjects.ts'
import type { Part } from '../../../../shared/plates/parts.ts'
import { plateFaults } from '../../../../shared/plates/test-plates.ts'
import type { ReaderContext } from '../../../context.ts'
import { useMaps } from '../../../drawing/map/test-maps.ts'
import { listChanges } from '../../../queries/changes.ts'
import type { PlateLook } from './maker.ts'
import { printedChangesPlates } from './printed-changes.ts'
import { lookOf, measure } from './test-look.ts'

const { context } = useMaps()
const { queries } = useTrialIndex()

async function plates(
  asked: object = {},
  look: PlateLook = lookOf('slide-full'),
  of: ReaderContext = context,
) {
  const { highlight, ...input } = asked as { highlight?: string }
  const figure = figureRequest.parse({ of: 'printed-changes', input, ...(highlight && { highlight }) })
  if (figure.of !== 'printed-changes') throw new Error('another figure')
  return (await printedChangesPlates(figure, look, of)).plates
}
const bars = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.kind === 'chart' ? part.sheet.rows.map(([, value]) => value) : []))
const cells = (parts: readonly Part[]) =>
  parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows.map(({ cells: own }) => own.map(({ runs }) => runs.map(({ text }) => text).join('')))
      : [],
  )

describe('the changes that the edition prints', () => {
  test('are those of the query, in its order, a bar for each percentage and none for a Share', async () => {
    const { rows } = listChanges(changesInput.parse({}), context)
    const made = await plates()
    expect(
      made.flatMap(({ numbers }) => numbers).map(({ value, decimals, of }) => [value, decimals, of]),
    ).toEqual(rows.map(({ value, decimals }) => [value, decimals, 'printed']))
    expect(made.flatMap(({ parts }) => bars(parts)).filter((value) => value !== null)).toEqual(
      rows.flatMap(({ unit, value }) => (unit === 'percent' ? [value] : [])),
    )
    const labels = made.flatMap(({ numbers }) => numbers.map(({ label }) => label))
    expect(new Set(labels).size).toBe(rows.length)
    expect(made[0]?.title).toBe('The edition prints 24 changes of 12 cities; of the others none is published')
  })

  test('stand under subject and period, as printed, and the one being read in its colour', async () => {
    const [plate] = await plates({ subject: 'chemistry', highlight: 'chemistry~wuhan~2022~2023~percent' })
    expect(plate?.title).toBe(
      'In chemistry the edition prints 5 changes; Shenzhen rose fastest, by 89.5 % (2019–2023)',
    )
    expect(cells(plate?.parts ?? []).map((row) => row.slice(0, -1).filter((text) => text !== ''))).toEqual([
      ['City', 'Change'],
      ['Chemistry, 2019–2023'],
      ['Shenzhen', '+89.5 %'],
      ['Beijing', '+254.93 Share'],
      ['Chemistry, 2022–2023'],
      ['Wuhan', '≈ +12 %'],
      ['New York', '−6.5 %'],
      ['Guangzhou', '−7.4 %'],
    ])
    const chart = plate?.parts.find((part) => part.kind === 'chart')
    expect(chart?.kind === 'chart' && chart.series[0]?.points).toEqual({
      4: { tone: 'needle', hollow: false },
    })
    expect(plate?.fileStem).toBe('changes-chemistry')
  })

  test('of another edition say which', async () => {
    const heads = (await plates()).flatMap(({ parts }) => cells(parts).map(([, name]) => name))
    expect(heads).toContain('All subjects, 2023–2024, edition 2025')
  })

  test.each(FIGURE_PRESET_NAMES)('nothing overlaps or is too small: %s', async (name) => {
    const preset = FIGURE_PRESETS[name]
    for (const language of LANGUAGES)
      for (const subject of ['all', ...SUBJECTS])
        for (const plate of await plates({ subject }, lookOf(name, { language })))
          expect([subject, language, plateFaults(plate, measure, preset.type)]).toEqual([
            subject,
            language,
            [],
          ])
  })
})

test('of an index none is printed, and the figure says so', async () => {
  const [plate] = await plates(
    { dataset: 'trial', subject: 'chemistry' },
    lookOf('slide-full'),
    queries.context,
  )
  expect(plate?.title).toBe('No change of chemistry is printed')
  expect(plate?.numbers).toEqual([])
})
