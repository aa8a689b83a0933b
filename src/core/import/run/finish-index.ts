/** After all articles are stored: duplicates, places, statistics, names, report and the dataset's own row. */
import { zstdCompressSync } from 'node:zlib'
import type { ImportReport } from '../../../shared/contract/import-report.ts'
import { SUBJECT_COUNT } from '../../articles/entities.ts'
import { FILE_KINDS } from '../../../shared/domain/file-kinds.ts'
import type { ImportContext } from '../../context.ts'
import type { WritableDb } from '../../db/handles.ts'
import { CityCells } from '../addresses/city-cell.ts'
import { loadGazetteer } from '../addresses/gazetteer.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { CityRegister } from '../places/cities.ts'
import type { Countries } from '../places/countries.ts'
import { noMerges } from '../places/merged-ids.ts'
import { loadOtherNames } from '../../names/other-names.ts'
import { ContentSum } from '../../statistics/content-sum.ts'
import type { Statistics } from '../../statistics/derive.ts'
import { deriveStatistics } from '../../statistics/derive.ts'
import { countInstitutions } from '../settle/count-institutions.ts'
import { dropDuplicates } from '../settle/duplicates.ts'
import { PRINTED, SIGHTINGS } from './earlier-index.ts'
import { mergedFiles, packMerges } from './merged-records.ts'
import type { GivenFiles, ImportIndexInput } from './given.ts'
import type { Hundredths } from '../../statistics/hundredths.ts'
import { roundShares } from '../../statistics/hundredths.ts'
import type { ProgressMeter } from './progress-meter.ts'
import type { ReportBuilder } from './report.ts'
import { recountArticles } from '../settle/recount.ts'
import { seatInstitutions } from '../settle/seat.ts'
import { resolvePlaces } from '../settle/resolve-places.ts'
import type { Spill } from './spill.ts'
import { DIGEST_FORM, statisticsDigest } from '../../statistics/statistics-digest.ts'
import { keptOddities } from '../settle/kept-oddities.ts'
import { placedShares } from '../settle/placed-units.ts'
import { storePlaces } from '../settle/store-places.ts'
import { storeStatistics } from '../../statistics/store-statistics.ts'

export interface FinishParts {
  input: ImportIndexInput
  given: GivenFiles
  report: ReportBuilder
  revision: number
  started: number
  meter: ProgressMeter
  countries: Countries
  /** First chunk of the files given; those before it are of the index to which they are added. */
  firstChunk: number
}

/** @throws AppError cancelled (between steps), import-rejected where nothing would be stored; an Error where units do not add up, which would be our fault. */
export function finishIndex(
  db: WritableDb,
  spill: Spill,
  parts: FinishParts,
  context: ImportContext,
): ImportReport {
  const { given, report, meter, countries } = parts
  const { keys } = spill.nodes
  meter.step('checking')
  const others = loadOtherNames(context.resourcesDir)
  const places = resolvePlaces(keys, spill.sightings, {
    institutions: given.institutions,
    register: new CityRegister(loadCityNamesZh(context.resourcesDir), others),
    cells: new CityCells(countries, others, () => loadGazetteer(context.resourcesDir)),
    metros: given.metros,
    merged: given.merged?.institutions ?? new Map(),
    printed: spill.printed,
  })
  const { spreadUnknown } = parts.input.options
  const repeated = recountArticles(db, places.maps, keys, { spreadUnknown, from: parts.firstChunk })
  report.counts.odd('repeated-affiliations', repeated)
  const duplicates = dropDuplicates(db, spill.articles, keys, given.merged?.works)
  meter.step('deriving')
  const content = new ContentSum(keys)
  const statistics = deriveStatistics(db, places.maps, places.sizes, content)
  if (statistics.residual !== 0n) throw new Error(`units are off by ${statistics.residual}`)
  seatInstitutions(places, statistics)
  report.settle(duplicates, countInstitutions(places, statistics), statistics.articles)
  report.refuseNothing(duplicates)
  const { placed, unsureCities, contradictingCities } = placedShares(db, {
    ...places,
    city: places.maps.city,
  })
  report.placed = placed
  if (duplicates.byId + duplicates.byDoi > 0) report.counts.settleOddities(keptOddities(db, keys))
  // Of all articles, so these take the place of what the index had before.
  report.counts.settleOddities({
    'unsure-cities': unsureCities,
    'contradicting-cities': contradictingCities,
    'alias-names': places.aliases.joined,
    'unsure-alias-names': places.aliases.unsure,
  })
  const hundredths = roundShares(db, statistics, places.maps)
  meter.step('storing')
  const defaultYear = defaultYearOf(statistics)
  storePlaces(db, places, keys, countries, cityPositions(statistics, hundredths, defaultYear))
  storeStatistics(db, statistics, hundredths)
  storeRecords(db, spill, given)
  const finished = report.finish(parts.started, context.now(), meter.steps())
  storeSources(db, finished, given)
  db.prepare('INSERT INTO import_runs (finished_at, report) VALUES (?, ?)').run(
    finished.finishedAt,
    JSON.stringify(finished),
  )
  storeDatasetRow(db, parts, context, defaultYear, content)
  context.signal.throwIfAborted()
  return finished
}

/** The latest year that is not merely begun: with at least half as many articles as the fullest. */
export function defaultYearOf({ years, totals }: Statistics): number {
  const articles = years.map((_, i) => totals.articles[i * SUBJECT_COUNT] as number)
  const most = Math.max(0, ...articles)
  const at = articles.findLastIndex((count) => count * 2 >= most)
  return years[at] ?? new Date().getFullYear()
}

/** Cities in the order of the overall ranking of a year; those without an article in it follow. */
export function cityPositions(
  { years, tallies }: Statistics,
  hundredths: Hundredths,
  year: number,
): Map<number, number> {
  const at = years.indexOf(year)
  const tally = tallies.city
  const share = (city: number) => {
    const cell = at < 0 ? -1 : tally.at(city, at)
    return cell < 0 ? -1 : (hundredths.city[cell] as number)
  }
  const order = Array.from({ length: tally.entities }, (_, city) => city).sort(
    (a, b) => share(b) - share(a) || a - b,
  )
  return new Map(order.map((city, i) => [city, i + 1]))
}

function storeRecords(db: WritableDb, spill: Spill, given: GivenFiles): void {
  const { institutionFiles } = given
  const insert = db.prepare('INSERT INTO place_records VALUES (?, ?, ?)')
  const put = (file: string, records: readonly unknown[]) => {
    const lines = records.map((record) => JSON.stringify(record)).join('\n')
    insert.run(file, records.length, zstdCompressSync(lines))
  }
  put(
    SIGHTINGS,
    [...spill.sightings.values()].sort((a, b) => a.key - b.key),
  )
  put(PRINTED, spill.printed.all())
  for (const [file, merges] of mergedFiles(given.merged ?? noMerges()))
    insert.run(file, merges.size, packMerges(merges))
  institutionFiles.forEach(({ file, records }, i) => put(`${i + 1} ${file.replace(/^\d+ /, '')}`, records))
}

function storeSources(db: WritableDb, report: ImportReport, { rules }: GivenFiles): void {
  const insert = db.prepare(
    'INSERT INTO sources (file, sha256, bytes, licence, origin, content) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const taken = new Map<string, number>()
  for (const { file, sha256, bytes, kind } of report.files) {
    if (FILE_KINDS[kind] === 'nothing' && sha256 === '') continue // not read, so no source
    const times = (taken.get(file) ?? 0) + 1
    taken.set(file, times)
    const rule = rules.find((entry) => entry.file === file && entry.kind === kind)
    insert.run(times === 1 ? file : `${file} (${times})`, sha256, bytes, '', kind, rule?.content ?? null)
  }
}

function storeDatasetRow(
  db: WritableDb,
  { input, given, revision }: FinishParts,
  context: ImportContext,
  defaultYear: number,
  content: ContentSum,
): void {
  const name = input.name ?? input.as
  const parameters = {
    options: input.options,
    metros: given.metros.head.edition,
    subjects: given.subjects.mapping.edition,
    journals: given.subjects.journals?.journals ?? null,
    contentSum: content.toString(),
    digestForm: DIGEST_FORM,
    collectedFor: given.collected?.collectedFor ?? null,
    fetched: given.collected?.fetched ?? null,
  }
  db.prepare('INSERT INTO dataset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    input.as,
    name,
    input.credit?.nameZh ?? null,
    input.kind ?? 'computed',
    revision,
    context.now(),
    context.appVersion,
    String(defaultYear),
    defaultYear,
    input.credit?.licence ?? '',
    input.credit?.citation ?? name,
    JSON.stringify(parameters),
    '[]',
    statisticsDigest(db, content.toString()),
  )
}
