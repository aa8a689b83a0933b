/** The cities of a map as rows: where they lie, and what they have with its focus. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import type { ReaderContext } from '../../context.ts'
import { drawMap } from '../../drawing/map/draw-map.ts'
import type { MapData } from '../../drawing/map/map-data.ts'
import { mapData } from '../../drawing/map/map-data.ts'
import { mapStem } from '../../drawing/map/words.ts'
import type { Column, ExportTable } from './columns.ts'
import { columnHead, toCells } from './columns.ts'

type MapRow = MapData['cities'][number] & { rank: number }

/** All cities that the figure draws, in the order of their Shares. */
export function mapTable(
  drawing: ParsedInputOf<'maps.draw'>,
  language: Language,
  context: ReaderContext,
): Pick<ExportTable, 'name' | 'columns' | 'rows' | 'records'> & { filters: MapData['filters'] } {
  const data = mapData(drawing, context)
  const { filters, scored } = data
  const rows = data.cities.map((city, at) => ({ ...city, rank: at + 1 }))
  const columns = columnsOf(language, scored && filters.focus !== null)
  return {
    name: mapStem(filters),
    columns: columns.map(({ id }) => ({ id, head: columnHead(id, language) })),
    rows: toCells(rows, columns),
    records: rows.map(recordOf),
    filters,
  }
}

/** Beside the rows, the figure: without the outlines, which are drawn the same for all data; places are those of the figure. */
export async function mapDocument(
  drawing: ParsedInputOf<'maps.draw'>,
  language: Language,
  context: ReaderContext,
): Promise<object> {
  const map = await drawMap({ ...drawing, language }, context)
  const { frame, cities, views, arcs } = map
  return {
    frame,
    views: views.map(({ id, title, place, cities: inside }) => ({ id, title, place, cities: inside })),
    cities,
    arcs: arcs.map(({ a, b, view, score, width }) => ({ source: a, target: b, view, score, width })),
    shown: {
      cities: [cities.length, map.citiesOf],
      partners: map.partnersOf === null ? null : [new Set(arcs.map(({ b }) => b)).size, map.partnersOf],
      labels: [map.labelsShown, cities.length],
    },
    unplaced: map.unplaced,
    areaScale: map.areaScale,
    widthScale: map.widthScale,
    finding: map.finding,
    provenance: map.provenance,
  }
}

function recordOf({ rank, id, name, nameZh, region, share, count, position, score, articles }: MapRow) {
  const { latitude, longitude } = position
  return {
    rank,
    cityId: id,
    name,
    nameZh,
    region: region.id,
    latitude,
    longitude,
    share,
    count,
    score,
    articles,
  }
}

/** Figures with the focus stand only where there is one whose scores are known. */
function columnsOf(language: Language, linked: boolean): Column<MapRow>[] {
  return [
    { id: 'rank', value: (row) => row.rank },
    { id: 'cityId', value: (row) => row.id },
    { id: 'name', head: 'cityName', value: (row) => row.name },
    { id: 'nameZh', head: 'cityNameZh', value: (row) => row.nameZh },
    { id: 'region', value: (row) => row.region.id },
    { id: 'regionName', value: ({ region }) => nameIn(language, region.name, region.nameZh) },
    { id: 'latitude', value: (row) => row.position.latitude },
    { id: 'longitude', value: (row) => row.position.longitude },
    { id: 'share', value: (row) => row.share },
    { id: 'count', value: (row) => row.count },
    ...(linked
      ? ([
          { id: 'scoreWithFocus', value: (row) => row.score },
          { id: 'articlesWithFocus', value: (row) => row.articles },
        ] as Column<MapRow>[])
      : []),
  ]
}
