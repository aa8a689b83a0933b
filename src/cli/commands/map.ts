import type { Command } from 'commander'
import { Option } from 'commander'
import type { MapCity, MapDrawing } from '../../shared/contract/drawings.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { Language, Naming } from '../../shared/domain/language.ts'
import { NAMINGS, nameIn } from '../../shared/domain/language.ts'
import { addFigureOptions, figureFormat, writeFigure } from '../figures.ts'
import type { FigureOptions } from '../figures.ts'
import { say } from '../io.ts'
import { given, number, regionOption, subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, rowsTable } from '../rows.ts'
import { writeExport } from '../session.ts'

interface MapOptions extends FigureOptions {
  subject: string
  year?: number
  from?: number
  region?: string
  top?: number
  focus?: string
  partners?: number
  minScore?: number
  names?: Naming
  labels: 'name' | 'share' | 'none'
}

export function addMap(program: Command, run: Runner): void {
  const command = program.command('map')
  addFigureOptions(command, ['map'])
    .description('leading cities where they lie; of computed indexes also the links of one city')
    .addOption(subjectOption())
    .addOption(yearOption())
    .addOption(yearOption('from', 'first year of a period (computed indexes; default: the year alone)'))
    .addOption(regionOption('cities of one country or region'))
    .addOption(new Option('--top <n>', 'leading cities (default: 100)').argParser(wholeNumber(1, 2000)))
    .option('--focus <city>', 'the city whose partners are joined by arcs (computed indexes)')
    .addOption(
      new Option('--partners <n>', 'strongest partners drawn (default: 16)').argParser(wholeNumber(0, 200)),
    )
    .addOption(new Option('--min-score <score>', 'smallest score of an arc').argParser(number(0, 1e9)))
    .addOption(new Option('--names <language>', 'language of the names (default: --lang)').choices(NAMINGS))
    .addOption(
      new Option('--labels <kind>', 'names, names with Shares, or none')
        .choices(['name', 'share', 'none'])
        .default('name'),
    )
    .action(
      run<MapOptions>(async (session, options) => {
        const format = figureFormat(options)
        if (format) return writeFigure(session, { of: 'map', drawing: drawingOf(options) }, options, format)
        if (session.format !== 'table')
          return writeExport(session, { of: 'map', drawing: drawingOf(options) })
        const map = await session.client.call('maps.draw', drawingOf(options))
        await session.write(rowsTable(map.cities, columnsOf(map, options.lang), options.lang))
        const { citiesOf, cities, arcs } = map
        const links = arcs.filter(({ view }) => view === 0).length
        session.tell(say(options.lang, 'map', { cities: cities.length, citiesOf, arcs: links }))
      }),
    )
}

function drawingOf(options: MapOptions): InputOf<'maps.draw'> {
  const { dataset, subject, labels, lang: language } = options
  const { year, from, region, top, focus, partners, minScore, names } = options
  return {
    ...given({ year, from, region, top, focus, partners, minScore, names }),
    dataset,
    subject,
    labels,
    language,
  }
}

function columnsOf(map: MapDrawing, language: Language): RowColumn<MapCity>[] {
  const head = (id: string) => headOf(language, id)
  const ranks = new Map(map.cities.map(({ id }, at) => [id, at + 1]))
  return [
    { head: head('rank'), cell: ({ id }) => ranks.get(id) ?? null, measure: 'rank' },
    { head: head('city'), cell: (city) => nameIn(language, city.name, city.nameZh) },
    { head: head('region'), cell: (city) => city.region },
    { head: head('latitude'), cell: (city) => city.latitude, decimals: 2 },
    { head: head('longitude'), cell: (city) => city.longitude, decimals: 2 },
    { head: head('share'), cell: (city) => city.share, measure: 'share' },
    { head: head('count'), cell: (city) => city.count, measure: 'count' },
    ...(map.partnersOf === null
      ? []
      : ([
          { head: head('score'), cell: (city) => city.score, measure: 'score' },
          { head: head('articles'), cell: (city) => city.articles, measure: 'count' },
        ] as RowColumn<MapCity>[])),
  ]
}
