/** A report as one HTML file. */
import { join } from 'node:path'
import { textMetricsIn } from '../../../drawing/text-metrics.ts'
import { stampMarkup } from '../../stamp.ts'
import { layPages } from '../lay-pages.ts'
import { htmlReport, WEB_COLUMN } from '../html/document.ts'
import { fontFaceRules } from '../../fonts/font-face.ts'
import type { ReportWriter } from './report-writer.ts'

export const writeWebPage: ReportWriter = async ({ asked, stamp }, context) => {
  const { content, date } = asked
  // The drawings hold the light theme's colours; the page's style darkens them.
  const light = { ...content, theme: 'light' as const }
  const look = {
    format: 'svg' as const,
    fonts: 'own' as const,
    preset: 'screen' as const,
    room: WEB_COLUMN,
    date,
  }
  const pages = await layPages(light, look, context)
  const fontsDir = join(context.resourcesDir, 'fonts')
  const numbers = pages.flatMap((page) => page.plates.flatMap((plate) => plate.numbers))
  const page = htmlReport({
    content,
    pages,
    stamp: stampMarkup(stamp(numbers)),
    faces: (text) => fontFaceRules({ 400: text, 600: text }, fontsDir),
    date,
    metrics: textMetricsIn(fontsDir),
    context,
  })
  return new TextEncoder().encode(page)
}
