/** `exports.report`: the whole report as one file. */
import { AppError } from '../../../shared/contract/errors.ts'
import { REPORT_FORMATS } from '../../../shared/domain/file-formats.ts'
import { slug } from '../../../shared/domain/slug.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ReaderContext } from '../../context.ts'
import type { Handlers } from '../../dispatch.ts'
import { fileDate } from '../file-date.ts'
import { makeStamp } from '../stamp.ts'
import { languagesOf } from './page-input.ts'
import { reportWriter } from './writers/index.ts'

/** Letters of a name that stand in that of the file: of any script they fit into what systems take. */
const MOST_LETTERS = 48

const stemOf = (name: string): string =>
  [...slug(name)].slice(0, MOST_LETTERS).join('').replace(/-$/, '') || 'report'

/** @throws AppError report-empty; those of the figures. */
export const writeReport: Handlers<'export', ReaderContext>['exports.report'] = async (asked, context) => {
  const { content, format, date } = asked
  if (content.pages.length === 0) throw new AppError('report-empty', 'the report has no page')
  const dataset = context.open(asked.dataset)
  const write = await reportWriter(format)
  const bytes = await write(
    {
      asked,
      dataset,
      stamp: (numbers) => makeStamp('exports.report', asked, dataset, context, numbers),
      date: fileDate(date),
      title: content.name.trim() || translate(languagesOf(content)[0] ?? 'en', 'report.core.html.untitled'),
    },
    context,
  )
  const { extension, mime } = REPORT_FORMATS[format]
  return {
    fileName: `${stemOf(content.name)}_${content.language}.${extension}`,
    mime,
    bytes: new Uint8Array(bytes),
    width: null,
    height: null,
  }
}
