/** `exports.graph`: a network as a file for Gephi, VOSviewer and programs that read GraphML. */
import type { ExportedFile, GraphFormat } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import { drawNetwork } from '../../drawing/network/draw-network.ts'
import { nodeKindOf } from '../../drawing/network/network-data.ts'
import { citationBlock } from '../citation.ts'
import { drawnFilters } from '../drawn-filters.ts'
import { filtersOf } from '../table/tables.ts'
import { toGexf } from './gexf.ts'
import type { GraphFile } from './graph-file.ts'
import { graphFileOf } from './graph-file.ts'
import { toGraphml } from './graphml.ts'
import { toVosviewer } from './vosviewer.ts'

const FORMATS: Record<GraphFormat, { write(graph: GraphFile): string; ending: string; mime: string }> = {
  gexf: { write: toGexf, ending: 'gexf', mime: 'application/gexf+xml' },
  graphml: { write: toGraphml, ending: 'graphml', mime: 'application/graphml+xml' },
  vosviewer: { write: toVosviewer, ending: 'vosviewer.json', mime: 'application/json' },
}

/** Labels are placed by the program that opens the file, so none are here. @throws AppError those of `networks.draw`. */
export async function exportGraph(
  input: ParsedInputOf<'exports.graph'>,
  context: ReaderContext,
): Promise<ExportedFile> {
  const { language, format, colour, date } = input
  const drawing = drawNetwork({ ...input.drawing, language, labels: 'none' }, context)
  const dataset = context.open(drawing.dataset)
  const { nodePaints } = await import('../../../shared/figures/network/paint.ts')
  const paints = nodePaints(drawing, { theme: 'light', colour, focus: null, transparent: false })
  const filters = filtersOf(drawnFilters(drawing), language).filters
  const graph = graphFileOf(drawing, {
    colours: paints.map(({ fill }) => fill),
    colour,
    names: input.drawing.names ?? language,
    item: nodeKindOf(input.drawing.network),
    citation: citationBlock(dataset, context, {
      language,
      filters,
      date,
      seed: drawing.seed,
      metadata: true,
    }),
    date,
  })
  const { write, ending, mime } = FORMATS[format]
  const bytes = Buffer.from(write(graph), 'utf8')
  const sample = dataset.kind === 'sample' ? 'sample_' : ''
  return {
    fileName: `${sample}${drawing.words.fileStem}_${language}.${ending}`,
    mime,
    bytes,
    width: null,
    height: null,
  }
}
