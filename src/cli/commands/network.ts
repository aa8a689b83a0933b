import type { Command } from 'commander'
import { Option } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from '../../shared/contract/networks.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given, number, regionOption, subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../program.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, rowsTable, writeCsv } from '../rows.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'

interface NetworkOptions extends CommonOptions {
  of: 'institutions' | 'cities' | 'ego'
  kind: 'institution' | 'city'
  city?: string
  region?: string
  centre?: string
  subject: string
  from?: number
  to?: number
  top?: number
  minScore?: number
  strongest?: number
  part: 'nodes' | 'edges'
}

export function addNetwork(program: Command, run: Runner): void {
  program
    .command('network')
    .description('who works with whom: nodes by Share, edges by collaboration score (computed indexes)')
    .addOption(
      new Option('--of <entities>', 'institutions, cities, or the partners around one of them')
        .choices(['institutions', 'cities', 'ego'])
        .default('institutions'),
    )
    .option('--city <name>', 'institutions of one city')
    .addOption(regionOption('institutions or cities of one country or region'))
    .option('--centre <name>', 'who stands in the middle of an ego network')
    .addOption(
      new Option('--kind <kind>', 'what stands in the middle of an ego network')
        .choices(['institution', 'city'])
        .default('institution'),
    )
    .addOption(subjectOption())
    .addOption(yearOption('from', 'first year (default: the first of the index)'))
    .addOption(yearOption('to', 'last year (default: the last of the index)'))
    .addOption(
      new Option('--top <n>', 'nodes (default: 5 institutions, 50 cities, 20 partners)').argParser(
        wholeNumber(1, 5000),
      ),
    )
    .addOption(new Option('--min-score <score>', 'smallest score of an edge').argParser(number(0, 1e9)))
    .addOption(
      new Option('--strongest <k>', 'only the k strongest edges of each node').argParser(wholeNumber(1, 100)),
    )
    .addOption(
      new Option('--part <part>', 'what a CSV file holds').choices(['nodes', 'edges']).default('edges'),
    )
    .action(
      run<NetworkOptions>(async (session, options) => {
        const network = await fetchNetwork(session, options)
        if (session.format === 'json') return session.write(json(documentOf(network)))
        const nodes = nodeColumns(options.lang)
        const edges = edgeColumns(network, options.lang)
        if (session.format !== 'table') {
          if (options.part === 'nodes') return writeCsv(session, { ...network, rows: network.nodes }, nodes)
          return writeCsv(session, { ...network, rows: network.edges }, edges)
        }
        session.write(`${rowsTable(network.nodes, nodes, options.lang)}\n`)
        session.write(rowsTable(network.edges, edges, options.lang))
        const { nodesOf, edgesOf } = network
        const shown = { nodes: network.nodes.length, nodesOf, edges: network.edges.length, edgesOf }
        session.tell(say(options.lang, 'network', shown))
      }),
    )
}

async function fetchNetwork({ client }: Session, options: NetworkOptions): Promise<NetworkData> {
  const { dataset, subject, from, to, minScore, strongest, top, city, region, centre, kind } = options
  const common = { ...given({ from, to, minScore, strongest, top }), dataset, subject }
  if (options.of === 'cities') return client.call('networks.cities', { ...given({ region }), ...common })
  if (options.of === 'institutions')
    return client.call('networks.institutions', { ...given({ city, region }), ...common })
  if (centre === undefined)
    throw new AppError('usage', 'no centre', { values: { reason: say(options.lang, 'centreMissing') } })
  return client.call('networks.ego', { ...common, kind, centre })
}

/** Edges name their ends as graph tools do. */
function documentOf({ dataset, version, filters, nodes, edges, ...rest }: NetworkData): object {
  const { nodesOf, edgesOf, histogram, provenance } = rest
  return {
    dataset,
    version,
    filters,
    nodes,
    edges: edges.map(({ a, b, score, articles }) => ({ source: a, target: b, score, articles })),
    shown: { nodes: [nodes.length, nodesOf], edges: [edges.length, edgesOf] },
    histogram,
    provenance,
  }
}

function nodeColumns(language: Language): RowColumn<NetworkNode>[] {
  const head = (id: string) => headOf(language, id)
  return [
    { head: head('id'), cell: (node) => node.id },
    { head: head('node'), cell: (node) => nameIn(language, node.name, node.nameZh) },
    { head: head('within'), cell: ({ within }) => within && nameIn(language, within.name, within.nameZh) },
    { head: head('region'), cell: (node) => node.region },
    { head: head('sector'), cell: (node) => node.sector, only: 'csv' },
    { head: head('share'), cell: (node) => node.share, decimals: 2 },
    { head: head('count'), cell: (node) => node.count, decimals: 0 },
  ]
}

function edgeColumns({ nodes }: NetworkData, language: Language): RowColumn<NetworkEdge>[] {
  const head = (id: string) => headOf(language, id)
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  return [
    { head: head('source'), cell: ({ a }) => a, only: 'csv' },
    { head: `${head('node')} A`, cell: ({ a }) => names.get(a) ?? a },
    { head: head('target'), cell: ({ b }) => b, only: 'csv' },
    { head: `${head('node')} B`, cell: ({ b }) => names.get(b) ?? b },
    { head: head('score'), cell: ({ score }) => score, decimals: 2 },
    { head: head('articles'), cell: ({ articles }) => articles, decimals: 0 },
  ]
}
