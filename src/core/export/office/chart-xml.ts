/** A chart of a plate as a native one: DrawingML's `c:chartSpace`, from the same sheet, axes and plot as the drawn chart. */
import type { Axis, ChartPart, Rectangle } from '../../../shared/plates/parts.ts'
import { barFoot, DEFAULT_GAP } from '../../../shared/plates/chart-places.ts'
import type { AxisForm } from './chart-axes.ts'
import { axisForm, ownCategories } from './chart-axes.ts'
import type { Drawn } from './chart-series.ts'
import { chartText, seriesXml } from './chart-series.ts'
import type { Look } from './look.ts'
import { lineXml, NO_FILL, runAttributes, solid } from './look.ts'
import type { SheetPlace } from './chart-workbook.ts'
import { OWN_SHEET } from './chart-workbook.ts'
import { el, namespaces, val, words } from './xml.ts'

export interface ChartXmlOptions {
  look: Look
  /** Where the chart's table stands; without it the embedded workbook's only sheet. */
  cells?: SheetPlace
  /** Relation of the embedded workbook; charts inside a workbook have none. */
  workbook?: string
  /** Box of the chart on the slide, in points: the plot is fixed in it. Without it the reader's program lays it out. */
  frame?: Rectangle
  /** A chart that stands for itself, as in a workbook: it names its bars, writes their values and bears a title. */
  alone?: { title: string; titleSize: number }
}

const CATEGORY_ID = 111
const VALUE_ID = 222

/** Type of the part, for `[Content_Types].xml`. */
export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

/** XML of the part `…/charts/chartN.xml`, without its head. */
export function chartXml(chart: ChartPart, options: ChartXmlOptions): string {
  const { look, frame, workbook, alone, cells = OWN_SHEET } = options
  const drawn: Drawn = { chart, cells, look, values: alone !== undefined }
  const many = chart.series.length > 1
  return el(
    'c:chartSpace',
    namespaces('c', 'a', 'r'),
    val('c:date1904', 0),
    val('c:roundedCorners', 0),
    el(
      'c:chart',
      {},
      alone !== undefined && titleXml(alone, look),
      val('c:autoTitleDeleted', alone ? 0 : 1),
      el(
        'c:plotArea',
        {},
        frame ? layoutXml(chart.plot, frame) : '<c:layout/>',
        kindXml(drawn),
        ...axesXml(chart, look, alone !== undefined),
        el('c:spPr', {}, NO_FILL),
      ),
      alone !== undefined &&
        many &&
        el('c:legend', {}, val('c:legendPos', 'b'), val('c:overlay', 0), chartText(look, chart.size)),
      val('c:plotVisOnly', 1),
      val('c:dispBlanksAs', 'gap'),
    ),
    el('c:spPr', {}, alone ? solid('bg', look) : NO_FILL, el('a:ln', {}, NO_FILL)),
    chartText(look, chart.size),
    workbook !== undefined && el('c:externalData', { 'r:id': workbook }, val('c:autoUpdate', 0)),
  )
}

function titleXml({ title, titleSize }: { title: string; titleSize: number }, look: Look): string {
  const face = [
    solid('ink', look),
    el('a:latin', { typeface: look.latin }),
    el('a:ea', { typeface: look.ea }),
  ]
  const attributes = runAttributes({ size: titleSize, weight: 600 })
  const run = el('a:r', {}, el('a:rPr', attributes, ...face), words('a:t', title))
  const rich = el('c:rich', {}, '<a:bodyPr/><a:lstStyle/>', el('a:p', {}, run))
  return el('c:title', {}, el('c:tx', {}, rich), val('c:overlay', 0))
}

/** The inner plot as parts of the frame, so that bars end where shapes over them expect it. */
function layoutXml(plot: Rectangle, frame: Rectangle): string {
  return el(
    'c:layout',
    {},
    el(
      'c:manualLayout',
      {},
      val('c:layoutTarget', 'inner'),
      val('c:xMode', 'edge'),
      val('c:yMode', 'edge'),
      val('c:x', (plot.x - frame.x) / frame.width),
      val('c:y', (plot.y - frame.y) / frame.height),
      val('c:w', plot.width / frame.width),
      val('c:h', plot.height / frame.height),
    ),
  )
}

/** Office takes whole percents from 0 to 500. */
const gapOf = ({ gap = DEFAULT_GAP }: ChartPart): number => Math.round(Math.min(500, Math.max(0, gap)))

function kindXml(drawn: Drawn): string {
  const series = seriesXml(drawn)
  const ids = [val('c:axId', CATEGORY_ID), val('c:axId', VALUE_ID)]
  const plain = val('c:varyColors', 0)
  switch (drawn.chart.type) {
    case 'bar':
      return el(
        'c:barChart',
        {},
        val('c:barDir', 'bar'),
        val('c:grouping', 'clustered'),
        plain,
        series,
        val('c:gapWidth', gapOf(drawn.chart)),
        val('c:overlap', 0),
        ...ids,
      )
    case 'line':
      return el('c:lineChart', {}, val('c:grouping', 'standard'), plain, series, val('c:marker', 1), ...ids)
    case 'xy':
      return el('c:scatterChart', {}, val('c:scatterStyle', 'lineMarker'), plain, series, ...ids)
  }
}

function axesXml(chart: ChartPart, look: Look, alone: boolean): string[] {
  const { type, value, x, size } = chart
  const values = {
    id: VALUE_ID,
    crosses: CATEGORY_ID,
    look,
    size,
    axis: value,
    form: formOf(value, look, alone),
  }
  if (type === 'xy') {
    const across = x ?? value
    return [
      valueAxis({
        ...values,
        id: CATEGORY_ID,
        crosses: VALUE_ID,
        axis: across,
        form: formOf(across, look, alone),
        position: across.labels === 'top' ? 't' : 'b',
        at: val('c:crosses', across.labels === 'top' ? 'max' : 'min'),
        between: 'midCat',
      }),
      valueAxis({ ...values, position: 'l', at: val('c:crosses', 'min'), between: 'midCat' }),
    ]
  }
  const top = value.labels !== 'bottom'
  return [
    categoryAxis(chart, look, alone),
    type === 'bar'
      ? // The first category stands on top, so the axis that crosses it there is the upper one.
        valueAxis({
          ...values,
          position: top ? 't' : 'b',
          at: val('c:crosses', top ? 'autoZero' : 'max'),
          between: 'between',
        })
      : valueAxis({ ...values, position: 'l', at: val('c:crosses', 'autoZero'), between: 'between' }),
  ]
}

/** Alone, an axis has no shapes beside it: it numbers itself, as well as it can. */
function formOf(axis: Axis, look: Look, alone: boolean): AxisForm {
  const form = axisForm(axis, look.language)
  return alone ? { ...form, native: true } : form
}

function categoryAxis(chart: ChartPart, look: Look, alone: boolean): string {
  const bar = chart.type === 'bar'
  const labels = alone || ownCategories(chart) ? 'low' : 'none'
  return el(
    'c:catAx',
    {},
    val('c:axId', CATEGORY_ID),
    el('c:scaling', {}, val('c:orientation', bar ? 'maxMin' : 'minMax')),
    val('c:delete', 0),
    val('c:axPos', bar ? 'l' : 'b'),
    el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', labels),
    el('c:spPr', {}, lineXml(null, look)),
    chartText(look, chart.size),
    val('c:crossAx', VALUE_ID),
    val('c:crossesAt', barFoot(chart.value)),
    val('c:auto', 0),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:tickLblSkip', 1),
    val('c:noMultiLvlLbl', 1),
  )
}

interface ValueAxis {
  id: number
  crosses: number
  look: Look
  size: number
  axis: Axis
  form: AxisForm
  position: 'l' | 't' | 'b'
  /** `c:crosses` or `c:crossesAt`. */
  at: string
  between: 'between' | 'midCat'
}

function valueAxis(of: ValueAxis): string {
  const { axis, form, look } = of
  const shown = form.native && axis.labels !== 'none'
  return el(
    'c:valAx',
    {},
    val('c:axId', of.id),
    el(
      'c:scaling',
      {},
      axis.log && val('c:logBase', 10),
      val('c:orientation', axis.reversed ? 'maxMin' : 'minMax'),
      val('c:max', axis.max),
      val('c:min', axis.min),
    ),
    val('c:delete', 0),
    val('c:axPos', of.position),
    form.native &&
      axis.grid &&
      el('c:majorGridlines', {}, el('c:spPr', {}, lineXml({ tone: 'line', width: 0.6 }, look))),
    el('c:numFmt', { formatCode: form.format, sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', shown ? 'nextTo' : 'none'),
    el('c:spPr', {}, lineXml(null, look)),
    chartText(look, of.size),
    val('c:crossAx', of.crosses),
    of.at,
    val('c:crossBetween', of.between),
    form.unit !== undefined && val('c:majorUnit', form.unit),
  )
}
