import { extname } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { MapCity, MapDrawing } from '../../shared/contract/drawings.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { PictureFormat } from '../../shared/domain/file-formats.ts'
import { isPictureFormat } from '../../shared/domain/file-formats.ts'
import type { Language, Naming } from '../../shared/domain/language.ts'
import { NAMINGS, nameIn } from '../../shared/domain/language.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given, number, regionOption, subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, rowsTable } from '../rows.ts'
import type { Session } from '../session.ts'
import { writeExport, writeMade } from '../session.ts'

interface MapOptions extends CommonOptions {
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
  title?: string
  width?: number
  height?: number
  dpi?: number
  theme?: 'light' | 'dark'
  transparent?: boolean
}

export function addMap(program: Command, run: Runner): void {
  program
    .command('map')
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
    .option('--title <text>', 'title of the picture')
    .addOption(new Option('--width <mm>', 'width of the picture (default: 180)').argParser(number(40, 1000)))
    .addOption(
      new Option('--height <mm>', 'its height (default: by its proportions)').argParser(number(30, 1000)),
    )
    .addOption(new Option('--dpi <n>', 'resolution of a PNG (default: 300)').argParser(wholeNumber(72, 600)))
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(['light', 'dark']))
    .option('--transparent', 'a picture without a background')
    .action(
      run<MapOptions>(async (session, options) => {
        const picture = pictureFormat(options)
        if (picture) return writePicture(session, options, picture)
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

/** A picture is asked for by its format, or by the name of its file where no format is given. */
function pictureFormat({ format, out }: MapOptions): PictureFormat | undefined {
  const wanted =
    format ??
    extname(out ?? '')
      .slice(1)
      .toLowerCase()
  return isPictureFormat(wanted) ? wanted : undefined
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

async function writePicture(session: Session, options: MapOptions, format: PictureFormat): Promise<void> {
  const { lang: language, title, width: widthMm, height: heightMm, dpi, theme, transparent, date } = options
  await writeMade(session, 'exports.figure', {
    ...given({ title, widthMm, heightMm, dpi, theme, transparent, date }),
    figure: { of: 'map', drawing: drawingOf(options) },
    format,
    language,
  })
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
