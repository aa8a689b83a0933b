/** `institution`: everything an index says of one, as `city` does of a city. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { FIGURE_FORMATS, formatNames } from '../../shared/domain/file-formats.ts'
import { ON_DEMAND } from '../../shared/measures/ranking.ts'
import type { FigureOptions } from '../figures.ts'
import { addFigureOptions, chosenFigure, figureFormat, writeFigure } from '../figures.ts'
import { given, reachOption, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import { json } from '../session.ts'
import { profileText } from './city.ts'

interface InstitutionOptions extends FigureOptions {
  reach?: boolean
  year?: number
}

export function addInstitution(program: Command, run: Runner): void {
  addFigureOptions(program.command('institution'), ['series', 'profile'])
    .argument('<name>', 'id, ROR, or name in English or Chinese')
    .description('everything the dataset says of an institution (computed indexes)')
    .addOption(yearOption())
    .addOption(reachOption())
    // No file of rows is of one institution: its ranking is the one of all.
    .addOption(
      new Option('--format <format>', 'table on a terminal, else json').choices([
        'table',
        'json',
        ...formatNames(FIGURE_FORMATS),
      ]),
    )
    .action(
      run<InstitutionOptions>(async (session, options, institution = '') => {
        const { dataset, year, lang } = options
        const also = options.reach ? [...ON_DEMAND] : []
        const input = { dataset, institution, also, ...given({ year }) }
        const format = figureFormat(options)
        if (format) {
          const figures = {
            series: { of: 'institution-series' as const, input },
            profile: { of: 'institution-profile' as const, input },
          }
          return writeFigure(session, chosenFigure(figures, options), options, format)
        }
        const profile = await session.client.call('institutions.profile', input)
        const text = () => profileText(profile, profile.institution, also, lang)
        await session.write(session.format === 'table' ? text() : json(profile))
      }),
    )
}
