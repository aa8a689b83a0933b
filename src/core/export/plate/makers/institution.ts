/** An institution's Share by subject and year, and its subject profile: laid out as a city's. */
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { asSeriesProfile } from '../../../../shared/plates/city/series-spec.ts'
import type { ReaderContext } from '../../../context.ts'
import { institutionProfile } from '../../../queries/computed/institution-profile.ts'
import { profilePlates, seriesPlates } from './city.ts'
import type { PlateMaker } from './maker.ts'

type Asked = FigureOf<'institution-series'>['input']

function answered(input: Asked, context: ReaderContext) {
  const profile = institutionProfile(input, context)
  return {
    profile: asSeriesProfile(profile),
    filters: { institution: profile.institution.id, year: profile.year },
  }
}

/** @throws AppError not-computed of a published edition, institution-unknown, institution-ambiguous, year-unknown. */
export const institutionSeriesPlates: PlateMaker<'institution-series'> = ({ input }, look, context) => {
  const { profile, filters } = answered(input, context)
  return { plates: seriesPlates(profile, look, context), filters }
}

/** @throws AppError as the series; not-computed also where no weight is known. */
export const institutionProfilePlates: PlateMaker<'institution-profile'> = ({ input }, look, context) => {
  const { profile, filters } = answered(input, context)
  return { plates: profilePlates(profile, look, context), filters }
}
