/** From an export request to a table: runs the view's query and lays its rows out in columns. */
import type { DatasetStamp } from '../../../shared/contract/common.ts'
import type { TableRequest } from '../../../shared/contract/exports.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { slug } from '../../../shared/domain/slug.ts'
import { regionNote } from '../../../shared/format/region-note.ts'
import type { ReaderContext } from '../../context.ts'
import { listChanges } from '../../queries/changes.ts'
import { cityProfile } from '../../queries/cities.ts'
import { compareEntities } from '../../queries/compare.ts'
import { listCollaborations } from '../../queries/collaborations.ts'
import { deriveFigure } from '../../queries/computed/derivation.ts'
import { listInstitutions } from '../../queries/computed/list-institutions.ts'
import { listRising } from '../../queries/computed/rising.ts'
import { numberParts } from '../../queries/lens/number-parts.ts'
import { listRankings } from '../../queries/rankings.ts'
import type { Column, ExportTable, Shown } from './columns.ts'
import { columnHead, toCells } from './columns.ts'
import { compareTable } from './compare-table.ts'
import type { Filters } from './filter-words.ts'
import { filtersOf } from './filter-words.ts'
import { withComparedGroup, withGroup } from './group-lines.ts'
import { mapDocument, mapTable } from './map-table.ts'
import { networkTable } from './network-table.ts'
import { changeColumns } from './change-columns.ts'
import { seriesColumns, seriesRows, statementColumns } from './city-tables.ts'
import { collaborationColumns } from './collaboration-columns.ts'
import { articleColumns, CHANGE_INTERVAL_COLUMNS, institutionColumns, risingColumns } from './index-tables.ts'
import { ON_DEMAND } from '../../../shared/measures/ranking.ts'
import { partColumns } from './parts-table.ts'
import { BAND_COLUMNS, rankingColumns, rankingRecord, RANKING_STEMS } from './ranking-table.ts'

export function buildTable(request: TableRequest, language: Language, context: ReaderContext): ExportTable {
  switch (request.of) {
    case 'rankings': {
      // A column that is computed on demand is computed where the file has it.
      const { sort, also: asked } = request.input
      const also = ON_DEMAND.filter((id) => [...asked, ...(request.columns ?? []), sort].includes(id))
      const list = listRankings({ ...request.input, also }, context)
      const { by } = request.input
      return table(
        fileStem(
          RANKING_STEMS[by],
          list.filters.subject,
          list.filters.year,
          list.filters.region,
          list.filters.sector ?? null,
          list.filters.group === undefined ? null : slug(list.filters.group),
        ),
        [
          ...rankingColumns(language, by, request.columns, also),
          ...(list.bands ? BAND_COLUMNS : []),
          ...(!request.columns || request.columns.includes('regionSharePct')
            ? noteColumns(list.rows, language)
            : []),
        ],
        list.rows,
        list.rows.map((row) => rankingRecord(row, also)),
        {
          ...withGroup(filtersOf(list.filters, language, shownOf(list)), list, language),
          ...((list.bands || list.group) && {
            more: () => ({
              ...(list.bands && { bands: list.bands }),
              ...(list.group && { group: list.group }),
            }),
          }),
        },
        language,
      )
    }
    case 'city': {
      const profile = cityProfile(request.input, context)
      const name = fileStem('city', profile.city.cityId, profile.year)
      const filters = filtersOf({ city: profile.city.cityId, year: profile.year }, language)
      // The reach is computed of the headline alone.
      const headline = rankingRecord(profile.headline, computedAlso([profile.headline], request.input.also))
      const subjects = profile.subjects.map((row) => rankingRecord(row))
      const json = { ...filters, more: () => ({ ...besideRows(profile), headline, subjects }) }
      const records = [{ ...headline, subject: 'all' }, ...subjects]
      if (profile.headline.provenance === 'printed')
        return table(name, statementColumns(language), profile.statements, records, json, language)
      return table(name, seriesColumns(language), seriesRows(profile), records, json, language)
    }
    case 'compare': {
      const comparison = compareEntities(request.input, context)
      const rows = comparison.cities.map(({ row }) => row)
      const also = computedAlso(rows, request.input.also)
      const filters = filtersOf(
        {
          ...(comparison.by !== 'city' && { by: comparison.by }),
          cities: rows.map(({ id }) => id).join(', '),
          ...(comparison.group
            ? { group: comparison.group.name }
            : comparison.reference !== rows[0]?.id && { reference: comparison.reference }),
          subject: comparison.subject,
          year: comparison.year,
          ...(request.input.bands && { bands: request.input.bands }),
        },
        language,
      )
      const kind = comparison.by === 'city' ? '' : comparison.by
      const name = fileStem('comparison', kind, comparison.subject, comparison.year)
      return {
        name,
        ...compareTable(comparison, also, language),
        ...withComparedGroup(filters, comparison, language),
      }
    }
    case 'collaborations': {
      const list = listCollaborations(request.input, context)
      const name = fileStem(
        'collaborations',
        list.filters.between === 'institutions' ? '' : list.filters.between,
        list.filters.city ?? list.filters.country ?? '',
        list.filters.subject,
        list.filters.year,
      )
      return table(
        name,
        collaborationColumns(list, language),
        list.rows,
        list.rows.map((row) => ({ ...row })),
        {
          ...filtersOf(periodOf(list.filters, request.input.from), language, list.shown),
          more: () => besideRows(list),
        },
        language,
      )
    }
    case 'rising': {
      const list = listRising(request.input, context)
      const { by, subject, from, to } = list.filters
      return table(
        fileStem('rising', by === 'city' ? '' : by, subject, from, to),
        [
          ...risingColumns(language, request.input.by),
          ...(list.filters.bands ? CHANGE_INTERVAL_COLUMNS : []),
        ],
        list.rows,
        list.rows.map((row) => ({ ...row })),
        { ...filtersOf(list.filters, language, shownOf(list)), more: () => besideRows(list) },
        language,
      )
    }
    case 'changes': {
      const list = listChanges(request.input, context)
      return table(
        fileStem('changes', list.filters.subject),
        changeColumns(language),
        list.rows,
        list.rows.map((row) => ({ ...row })),
        { ...filtersOf(list.filters, language, shownOf(list)), more: () => besideRows(list) },
        language,
      )
    }
    case 'institutions': {
      const list = listInstitutions(request.input, context)
      return table(
        fileStem('institutions', list.filters.city, list.filters.subject, list.filters.year),
        institutionColumns(language),
        list.rows,
        list.rows.map((row) => ({ ...row })),
        { ...filtersOf(list.filters, language, shownOf(list)), more: () => besideRows(list) },
        language,
      )
    }
    case 'derivation': {
      const found = deriveFigure(request.input, context)
      const { kind, id, partner, subject, from, to } = found.filters
      return table(
        fileStem('articles', kind, id, partner, subject, from, to),
        articleColumns(language),
        found.rows,
        found.rows.map((row) => ({ ...row })),
        {
          ...filtersOf(
            { [kind]: found.entity.id, partner, subject, from, to },
            language,
            shownOf({ rows: found.rows, total: found.total.articles }),
          ),
          filtersJson: found.filters,
          more: () => besideRows(found),
        },
        language,
      )
    }
    case 'parts': {
      const parts = numberParts(request.input, context)
      const { kind, id, partner, subject, from, to } = parts.filters
      return table(
        fileStem('parts', kind, id, partner, subject, from, to, parts.by),
        partColumns(parts, language),
        parts.rows,
        parts.rows.map((row) => ({ ...row })),
        {
          ...filtersOf(
            { [kind]: id, partner, subject, from, to, by: parts.by },
            language,
            shownOf({ rows: parts.rows, total: parts.of }),
          ),
          filtersJson: { ...parts.filters, by: parts.by },
          more: () => besideRows(parts),
        },
        language,
      )
    }
    case 'network': {
      const { filters, ...rest } = networkTable(request, language, context)
      return { ...rest, ...filtersOf(filters, language) }
    }
    case 'map': {
      const { filters, ...rest } = mapTable(request.drawing, language, context)
      return {
        ...rest,
        ...filtersOf({ ...filters }, language),
        more: () => mapDocument(request.drawing, language, context),
      }
    }
  }
}

/** Of which total a percentage is, where a row's is not of its own region's alone. */
function noteColumns(rows: readonly RankingRow[], language: Language): Column<RankingRow>[] {
  const value = (row: RankingRow) => regionNote(row, language) ?? null
  return rows.some((row) => value(row) !== null) ? [{ id: 'note', value }] : []
}

/** What was asked for on demand, where it can be computed: of an edition it cannot. */
function computedAlso<Id>(rows: readonly RankingRow[], also: readonly Id[]): readonly Id[] {
  return rows.every(({ provenance }) => provenance === 'printed') ? [] : also
}

/** A period of several years is named by both ends. */
function periodOf<T extends { year: number }>(filters: T, from: number | undefined): Record<string, unknown> {
  return from === undefined || from === filters.year ? filters : { ...filters, from }
}

function table<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  records: Record<string, unknown>[],
  filters: Filters,
  language: Language,
): ExportTable {
  return {
    name,
    columns: columns.map(({ id, head }) => ({ id, head: columnHead(head ?? id, language) })),
    rows: toCells(rows, columns),
    records,
    ...filters,
  }
}

function fileStem(...parts: (string | number | null)[]): string {
  return parts.filter((part) => part !== null && part !== '' && part !== 'all').join('-')
}

/** What an answer says beside what every file has. */
function besideRows(answer: DatasetStamp): object {
  const beside: Record<string, unknown> = { ...answer }
  for (const key of ['dataset', 'version', 'filters', 'year', 'rows', 'shown']) delete beside[key]
  return beside
}

/** A list that is cut says so in its file. */
function shownOf({ rows, total }: { rows: readonly unknown[]; total: number }): Shown | undefined {
  return rows.length < total ? { rows: [rows.length, total] } : undefined
}
