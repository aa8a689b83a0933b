import type { CityProfile } from '../../../../shared/contract/cities.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import {
  cityNotes,
  citySubtitle,
  profileBody,
  profileSubtitle,
  seriesBody,
} from '../../../../shared/plates/city/city-plate.ts'
import { weighed } from '../../../../shared/plates/city/profile-parts.ts'
import type { SeriesProfile } from '../../../../shared/plates/city/series-spec.ts'
import { citySeries } from '../../../../shared/plates/city/series-spec.ts'
import { plateOf } from '../../../../shared/plates/frame.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { ReaderContext } from '../../../context.ts'
import { cityProfileTitle, citySeriesTitle } from '../../../findings/city-subjects-title.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { makerLook } from './look.ts'
import type { PlateLook, PlateMaker } from './maker.ts'

const filtersOf = ({ city, year }: CityProfile) => ({ city: city.cityId, year })

/** @throws AppError city-unknown, city-ambiguous, year-unknown. */
export const citySeriesPlates: PlateMaker<'city-series'> = ({ input }, look, context) => {
  const profile = cityProfile(input, context)
  return { plates: seriesPlates(profile, look, context), filters: filtersOf(profile) }
}

/** @throws AppError not-computed where no weight is known, as of published editions; else as `cities.profile`. */
export const cityProfilePlates: PlateMaker<'city-profile'> = ({ input }, look, context) => {
  const profile = cityProfile(input, context)
  return { plates: profilePlates(profile, look, context), filters: filtersOf(profile) }
}

/** Share by subject and year, of a city or an institution. */
export function seriesPlates(profile: SeriesProfile, look: PlateLook, context: ReaderContext): Plate[] {
  const maker = makerLook(look, profile.dataset, context)
  const series = citySeries(profile, maker.language)
  const words = maker.words(
    { title: citySeriesTitle(series), subtitle: citySubtitle(series) },
    cityNotes(series),
  )
  const options = maker.options()
  return [plateOf(words, options, (room) => seriesBody(series, room, options, words.title))]
}

/** @throws AppError not-computed where no weight is known */
export function profilePlates(profile: SeriesProfile, look: PlateLook, context: ReaderContext): Plate[] {
  const { dataset } = profile
  const maker = makerLook(look, dataset, context)
  const series = citySeries(profile, maker.language)
  if (weighed(series).length === 0)
    throw new AppError('not-computed', `no weights of subjects in ${dataset}`, { values: { dataset } })
  const words = maker.words({ title: cityProfileTitle(series), subtitle: profileSubtitle(series) })
  const options = maker.options()
  return [plateOf(words, options, (room) => profileBody(series, room, options, words.title))]
}
