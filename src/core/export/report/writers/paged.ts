/** A report as slides, pages or a document: the plates of all pages in a row, by the writers of figures. */
import type { PagedFormat } from '../../../../shared/domain/file-formats.ts'
import { templateBytes } from '../../plate/template-file.ts'
import { plateWriter } from '../../plate/writers/index.ts'
import { layPages } from '../lay-pages.ts'
import { presetFor } from '../page-input.ts'
import type { ReportWriter } from './report-writer.ts'

export const writePaged: ReportWriter = async ({ asked, stamp, date, title }, context) => {
  const { content, fonts, template, date: pinned } = asked
  const format = asked.format as PagedFormat
  const look = { format, fonts, template, date: pinned, preset: presetFor(content.size, format) }
  const pages = await layPages(content, look, context)
  const [first] = pages
  if (!first) throw new Error('a report without a page')
  const plates = pages.flatMap((page) => page.plates)
  const write = await plateWriter(format)
  const { bytes } = await write(plates, {
    ...first.laid.options,
    stamp: stamp(plates.flatMap(({ numbers }) => numbers)),
    date,
    title,
    template: format === 'pptx' ? await templateBytes(asked.template, context) : undefined,
    ownNotes: pages.flatMap(({ laid }) => laid.options.ownNotes),
  })
  return bytes
}
