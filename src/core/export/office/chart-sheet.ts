/**
 * A sheet with a native chart of bars that reads the cells of another sheet. The library's own chart holds no numbers and draws
 * dark gridlines, so a part of ours stands in its place.
 */
import type { WriteSheet } from 'hucre'
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import { escapeXml } from '../figure/svg.ts'
import { XML_HEAD } from './xml.ts'
import type { RowsSheet } from './rows-sheet.ts'
import { columnLetters } from './chart-workbook.ts'
import { fontOf, numberFormat } from './sheet-styles.ts'

export interface ChartSheet {
  kind: 'chart'
  name: string
  /** Place of the sheet of rows that the chart reads. */
  of: number
  /** Columns of names and of values there. */
  names: number
  values: number
  /** Rows drawn, from the first. */
  rows: number
  /** Of them the one being read. */
  read?: number | undefined
  title: string
  subtitle: string
  source: string
  alt: string
  /** Ticks of the value axis: from 0, in these steps, up to the end. */
  axis: { max: number; step: number }
}

/** Height of a bar with its gap, in rows of the sheet. */
const ROWS_A_BAR = 1.25
const AROUND = 6

export function chartSheet(chart: ChartSheet, name: string): WriteSheet {
  const bottom = Math.round(chart.rows * ROWS_A_BAR) + AROUND
  const cells = new Map([
    [
      `${bottom + 1},0`,
      {
        value: chart.source,
        type: 'string' as const,
        style: { font: fontOf(chart.source, 'en', { size: 8 }) },
      },
    ],
  ])
  return {
    name,
    rows: Array.from({ length: bottom + 2 }, () => []),
    cells,
    charts: [
      {
        type: 'bar',
        anchor: { from: { row: 0, col: 0 }, to: { row: bottom, col: 10 } },
        altText: chart.alt,
        frameTitle: name,
        // Replaced as a whole, see above.
        series: [{ values: 'A1:A2' }],
      },
    ],
    view: { showGridLines: false },
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  }
}

const { ink, ink2, ink3, line, data, needle, needleText } = PALETTES.light
const fill = (colour: string) =>
  `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`
const stroke = (colour: string | null) =>
  colour === null ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="7620">${fill(colour)}</a:ln>`

/** Sizes of text in points, as Office files write them. */
const SIZE = { title: 1100, subtitle: 950, label: 900 }

/** The chart's part; `sheet` is the name of the sheet that it reads. */
export function sheetChartXml(chart: ChartSheet, rows: RowsSheet, sheet: string, language: Language): string {
  const body =
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    `${series(chart, rows, sheet, language)}<c:gapWidth val="67"/><c:axId val="111"/><c:axId val="222"/></c:barChart>`
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${title(chart, language)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${body}${categoryAxis(language)}${valueAxis(chart.axis, language)}` +
    `<c:spPr><a:noFill/></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fill(PALETTES.light.bg)}${stroke(null)}</c:spPr>${look(SIZE.label, ink3, language)}</c:chartSpace>`
  )
}

function faces(language: Language): string {
  const latin = fontOf('', language).name ?? ''
  return `<a:latin typeface="${latin}"/><a:ea typeface="${fontOf('', 'zh').name ?? ''}"/>`
}

const look = (size: number, colour: string, language: Language, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}">${fill(colour)}` +
  `${faces(language)}</a:defRPr></a:pPr><a:endParaRPr lang="${LANGUAGE_MARKS[language].locale}"/></a:p></c:txPr>`

/** At the left edge, as titles of figures stand. */
const TITLE_AT =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.015"/></c:manualLayout></c:layout>'

function title({ title: said, subtitle }: ChartSheet, language: Language): string {
  const paragraph = (text: string, size: number, colour: string, bold: boolean) =>
    `<a:p><a:pPr algn="l"/><a:r><a:rPr lang="${LANGUAGE_MARKS[language].locale}" sz="${size}" b="${bold ? 1 : 0}">` +
    `${fill(colour)}${faces(language)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraph(said, SIZE.title, ink, true)}` +
    `${paragraph(subtitle, SIZE.subtitle, ink2, false)}</c:rich></c:tx>${TITLE_AT}<c:overlay val="0"/></c:title>`
  )
}

function series(chart: ChartSheet, { columns, rows }: RowsSheet, sheet: string, language: Language): string {
  const cells = (column: number) => {
    const letters = columnLetters(column)
    return escapeXml(`'${sheet.replaceAll("'", "''")}'!$${letters}$2:$${letters}$${chart.rows + 1}`)
  }
  const head = columns[chart.values]
  const drawn = rows.slice(0, chart.rows)
  const cache = (column: number) =>
    `<c:ptCount val="${drawn.length}"/>` +
    drawn
      .map((row, i) => {
        const value = row[column] ?? null
        return value === null ? '' : `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`
      })
      .join('')
  const headCell = escapeXml(`'${sheet.replaceAll("'", "''")}'!$${columnLetters(chart.values)}$1`)
  const format = escapeXml(head?.format ?? 'General')
  const { read } = chart
  const point =
    read === undefined
      ? ''
      : `<c:dPt><c:idx val="${read}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>` +
        `<c:spPr>${fill(needle)}${stroke(null)}</c:spPr></c:dPt>`
  return (
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${headCell}</c:f><c:strCache><c:ptCount val="1"/>` +
    `<c:pt idx="0"><c:v>${escapeXml(head?.head ?? '')}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr>${fill(data)}${stroke(null)}</c:spPr><c:invertIfNegative val="0"/>${point}` +
    `<c:dLbls>${read === undefined ? '' : label(`<c:idx val="${read}"/>`, format, needleText, language, true)}` +
    `${labelLook(format, ink, language, false)}</c:dLbls>` +
    `<c:cat><c:strRef><c:f>${cells(chart.names)}</c:f><c:strCache>${cache(chart.names)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${cells(chart.values)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>` +
    `${cache(chart.values)}</c:numCache></c:numRef></c:val></c:ser>`
  )
}

const label = (at: string, format: string, colour: string, language: Language, bold: boolean): string =>
  `<c:dLbl>${at}${labelLook(format, colour, language, bold)}</c:dLbl>`

const labelLook = (format: string, colour: string, language: Language, bold: boolean): string =>
  `<c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${stroke(null)}</c:spPr>` +
  `${look(SIZE.label, colour, language, bold)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>` +
  `<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

const categoryAxis = (language: Language): string =>
  `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
  `<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
  `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(ink)}</c:spPr>${look(SIZE.label, ink, language)}` +
  `<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>` +
  `<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`

const valueAxis = ({ max, step }: ChartSheet['axis'], language: Language): string =>
  `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="0"/></c:scaling>` +
  `<c:delete val="0"/><c:axPos val="t"/><c:majorGridlines><c:spPr>${stroke(line)}</c:spPr></c:majorGridlines>` +
  `<c:numFmt formatCode="${numberFormat(Number.isInteger(step) ? 0 : 2)}" sourceLinked="0"/>` +
  `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${stroke(null)}</c:spPr>${look(SIZE.label, ink3, language)}` +
  `<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`
