import { expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../../tests/support/trial-index.ts'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESETS, FIGURE_PRESET_NAMES } from '../../../../shared/domain/figure-presets.ts'
import { LANGUAGES } from '../../../../shared/domain/language.ts'
import { plateFaults } from '../../../../shared/plates/test-plates.ts'
import { textMetricsIn } from '../../../drawing/text-metrics.ts'
import { resourcesDir } from '../../../app-info.ts'
import { cityInstitutionsPlates } from './city-institutions.ts'
import { cityProfilePlates, citySeriesPlates } from './city.ts'
import { institutionProfilePlates, institutionSeriesPlates } from './institution.ts'
import type { PlateLook } from './maker.ts'
import { risingPlates } from './rising.ts'

const { call, queries } = useTrialIndex()
const measure = textMetricsIn(`${resourcesDir}/fonts`).width
const near = (value: number) => expect.closeTo(value, 9) as number
const look: PlateLook = {
  language: 'en',
  title: undefined,
  subtitle: undefined,
  theme: 'light',
  transparent: false,
  arrow: 'none',
  include: { source: true, page: true, legend: true, labels: true, notes: true, table: false },
  page: 1,
  alt: undefined,
  preset: FIGURE_PRESETS['slide-full'],
  measure,
}
type Kind = `${'city' | 'institution'}-${'series' | 'profile'}` | 'city-institutions' | 'rising'
const asked = <K extends Kind>(figure: object) => figureRequest.parse(figure) as FigureOf<K>
const input = { dataset, city: 'Beijing' }
const series = asked<'city-series'>({ of: 'city-series', input })
const profile = asked<'city-profile'>({ of: 'city-profile', input })
const institutions = asked<'city-institutions'>({ of: 'city-institutions', input })
const peking = { dataset, institution: 'I1' }
const ownSeries = asked<'institution-series'>({ of: 'institution-series', input: peking })
const ownProfile = asked<'institution-profile'>({ of: 'institution-profile', input: peking })
const rising = asked<'rising'>({ of: 'rising', input: { dataset } })
const slopes = asked<'rising'>({ of: 'rising', input: { dataset }, shape: 'slopes' })

test('a city’s series holds the Shares and weights of the query', async () => {
  const { series: points, subjects } = await call('cities.profile', input)
  const { plates } = await citySeriesPlates(series, look, queries.context)
  const numbers = plates[0]?.numbers.map(({ value }) => value) ?? []
  for (const { subject, share } of points)
    if (subject !== 'all' && share !== null) expect(numbers).toContainEqual(near(share))
  for (const { specialisation } of subjects)
    if (specialisation !== null) expect(numbers).toContainEqual(near(specialisation))
})

test('an institution’s figures hold the Shares and weights of its own query', async () => {
  const { series: points, subjects, institution, year } = await call('institutions.profile', peking)
  const { plates, filters } = await institutionSeriesPlates(ownSeries, look, queries.context)
  expect(filters).toEqual({ institution: 'I1', year })
  const shares = points.flatMap(({ subject, share }) => (subject !== 'all' && share !== null ? [share] : []))
  expect(shares.length).toBeGreaterThan(2)
  const [plate] = plates
  const drawn = plate?.numbers.filter(({ label }) => label.includes(', Share, ')) ?? []
  expect(drawn.map(({ value }) => value).toSorted()).toEqual(shares.toSorted().map(near))
  expect(plate).toMatchObject({ kind: 'institution-series', fileStem: `I1-series-${year}` })
  expect(plate?.title).toContain(institution.name)

  const [weights] = (await institutionProfilePlates(ownProfile, look, queries.context)).plates
  expect(weights?.numbers.map(({ value }) => value)).toEqual(
    subjects.flatMap(({ specialisation }) => (specialisation === null ? [] : [near(specialisation)])),
  )
  expect(weights?.subtitle).toContain('in the institution against the whole index')
  expect(weights?.howTo).not.toContain('city')
})

test('the rows of its institutions add up to its Share', async () => {
  const { plates } = await cityInstitutionsPlates(institutions, look, queries.context)
  const values = plates[0]?.numbers.map(({ value }) => value) ?? []
  expect(values.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBeCloseTo(values.at(-1) ?? NaN, 9)
  expect(values.at(-1)).toBeCloseTo(17 / 12, 9)
})

test.each(FIGURE_PRESET_NAMES)('nothing overlaps or is too small: %s', async (name) => {
  const preset = FIGURE_PRESETS[name]
  for (const language of LANGUAGES)
    for (const theme of ['light', 'dark'] as const) {
      const own = { ...look, preset, language, theme }
      const all = [
        await citySeriesPlates(series, own, queries.context),
        await cityProfilePlates(profile, own, queries.context),
        await institutionSeriesPlates(ownSeries, own, queries.context),
        await institutionProfilePlates(ownProfile, own, queries.context),
        await cityInstitutionsPlates(institutions, own, queries.context),
        await risingPlates(rising, own, queries.context),
        await risingPlates(slopes, own, queries.context),
      ]
      for (const { plates } of all)
        for (const plate of plates)
          expect({ kind: plate.kind, language, faults: plateFaults(plate, measure, preset.type) }).toEqual({
            kind: plate.kind,
            language,
            faults: [],
          })
    }
})
