/** `files.open`: the address of the view that a file came from. */
import type { OpenedFile } from '../../../shared/contract/files.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { exports as methods } from '../../../shared/contract/exports.ts'
import { reports } from '../../../shared/contract/reports.ts'
import { DEFAULT_DATASET } from '../../../shared/address/query.ts'
import { addressOn, requestOn } from '../../../shared/address/on-dataset.ts'
import { addressOf, viewOfFigure, viewOfTable } from '../../../shared/address/view-of.ts'
import type { ViewPlace } from '../../../shared/address/view-of.ts'
import type { ReaderContext } from '../../context.ts'
import { byIds } from '../by-ids.ts'
import type { FileStamp } from '../stamp.ts'
import { readOurs } from './locate.ts'

/** @throws AppError file-not-ours; file-token-unknown, file-unreadable */
export async function openFile(
  { file }: ParsedInputOf<'files.open'>,
  context: ReaderContext,
): Promise<OpenedFile> {
  const { stamp, origin } = await readOurs(file, context)
  if (origin.at === null) return { ...origin, view: null }
  const { dataset } = origin.at
  if (stamp.view !== null) {
    return { ...origin, view: dataset === stamp.dataset ? stamp.view : addressOn(stamp.view, dataset) }
  }
  const place = placeOf(stamp, dataset, context)
  return { ...origin, view: place && addressOf(place) }
}

/** Where the request itself says the view; null where it says none, or is none that this app knows. */
function placeOf(stamp: FileStamp, dataset: string, context: ReaderContext): ViewPlace | null {
  const { method } = stamp.request
  const input = requestOn(stamp.request.input, stamp.dataset, dataset)
  switch (method) {
    case 'exports.figure': {
      const asked = methods[method].input.safeParse(input)
      return asked.success ? viewOfFigure(byIds(asked.data.figure, context)) : null
    }
    case 'exports.table': {
      const asked = methods[method].input.safeParse(input)
      return asked.success ? viewOfTable(byIds(asked.data.table, context)) : null
    }
    case 'exports.graph': {
      const asked = methods[method].input.safeParse(input)
      if (!asked.success) return null
      const { drawing, colour } = asked.data
      return viewOfFigure(byIds({ of: 'network', drawing, colour }, context))
    }
    case 'exports.report': {
      const asked = reports[method].input.safeParse(input)
      if (!asked.success) return null
      return { path: '/report', query: dataset === DEFAULT_DATASET ? {} : { dataset } }
    }
  }
}
