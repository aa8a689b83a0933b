/** `exports.graph`: a network as a file for Gephi, VOSviewer and programs that read GraphML. */
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Drawing } from '../../../shared/contract/drawings.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import type { GraphFormat } from '../../../shared/domain/file-formats.ts'
import { GRAPH_FORMATS } from '../../../shared/domain/file-formats.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { drawNetwork } from '../../drawing/network/draw-network.ts'
import { nodeKindOf } from '../../drawing/network/network-data.ts'
import type { CitationLine } from '../citation.ts'
import { citationBlock, citedSources } from '../citation.ts'
import type { FileStamp } from '../stamp.ts'
import { makeStamp } from '../stamp.ts'
import { drawnFilters } from '../drawn-filters.ts'
import { filtersOf } from '../table/filter-words.ts'
import { toGexf } from './gexf.ts'
import type { GraphFile } from './graph-file.ts'
import { graphFileOf } from './graph-file.ts'
import { toGraphml } from './graphml.ts'
import { toNetworkJson } from './network-json.ts'
import { toVosviewer } from './vosviewer.ts'

type Asked = ParsedInputOf<'exports.graph'>

/** What every graph file is written from. */
interface Drawn {
  drawing: Drawing
  dataset: OpenDataset
  citation: CitationLine[]
  stamp: FileStamp
}

const WRITERS: Record<GraphFormat, (drawn: Drawn, input: Asked) => string | Promise<string>> = {
  gexf: forProgram(toGexf),
  graphml: forProgram(toGraphml),
  vosviewer: forProgram(toVosviewer),
  json: ({ drawing, dataset, citation, stamp }) =>
    toNetworkJson(drawing, citation, citedSources(dataset), stamp, limitsOf(dataset.db)),
}

/** A program that opens the file places labels itself. @throws AppError those of `networks.draw`. */
export async function exportGraph(input: Asked, context: ReaderContext): Promise<ExportedFile> {
  const { language, format, date } = input
  const labels = format === 'json' ? input.drawing.labels : 'none'
  const drawing = drawNetwork({ ...input.drawing, language, labels }, context)
  const dataset = context.open(drawing.dataset)
  const { filters } = filtersOf(drawnFilters(drawing), language)
  const citation = citationBlock(dataset, context, {
    language,
    filters,
    date,
    seed: drawing.seed,
    metadata: format !== 'json',
  })
  const stamp = makeStamp('exports.graph', input, dataset, context)
  const { extension, mime } = GRAPH_FORMATS[format]
  const sample = dataset.kind === 'sample' ? 'sample_' : ''
  return {
    fileName: `${sample}${drawing.words.fileStem}_${language}.${extension}`,
    mime,
    bytes: Buffer.from(await WRITERS[format]({ drawing, dataset, citation, stamp }, input), 'utf8'),
    width: null,
    height: null,
  }
}

/** A writer of what other programs read, with the colours of the figure. */
function forProgram(write: (graph: GraphFile) => string) {
  return async ({ drawing, citation, stamp }: Drawn, { colour, language, date, drawing: asked }: Asked) => {
    const { nodePaints } = await import('../../../shared/figures/network/paint.ts')
    const paints = nodePaints(drawing, { theme: 'light', colour, focus: null, transparent: false })
    const graph = graphFileOf(drawing, {
      colours: paints.map(({ fill }) => fill),
      colour,
      names: asked.names ?? language,
      item: nodeKindOf(asked.network),
      citation,
      date,
      stamp,
    })
    return write(graph)
  }
}
