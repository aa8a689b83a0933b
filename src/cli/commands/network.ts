import type { Command } from 'commander'
import { Option } from 'commander'
import { ALL_LINKS, usualLayout } from '../../shared/address/usual.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { COLOURS, LABELS, LAYOUTS } from '../../shared/domain/drawing-names.ts'
import { USUAL_STRONGEST } from '../../shared/domain/strongest.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from '../../shared/contract/networks.ts'
import type { Language } from '../../shared/domain/language.ts'
import { NAMINGS, nameIn } from '../../shared/domain/language.ts'
import { addFigureOptions, highlightOption } from '../figures.ts'
import { say } from '../io.ts'
import { given, number, regionOption, subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { RowColumn } from '../rows.ts'
import { headOf, rowsTable } from '../rows.ts'
import type { DrawnOptions } from './network-files.ts'
import { isDrawnFormat, writeDrawn } from './network-files.ts'
import type { Session } from '../session.ts'
import { writeExport } from '../session.ts'

type NetworkRequest = InputOf<'networks.draw'>['network']

interface NetworkOptions extends DrawnOptions {
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
  strongest: number | typeof ALL_LINKS | typeof USUAL_STRONGEST
  part: 'nodes' | 'edges'
}

export function addNetwork(program: Command, run: Runner): void {
  const command = program.command('network')
  addFigureOptions(command, ['network'])
    .addOption(highlightOption())
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
      new Option(
        '--strongest <k>',
        'only the k strongest edges of each node, or all (usual: all of few nodes, 3 from 50 nodes on)',
      )
        .argParser((text) => (text === ALL_LINKS ? text : wholeNumber(1, 100)(text)))
        .default(USUAL_STRONGEST),
    )
    .addOption(
      new Option('--part <part>', 'what a CSV file holds').choices(['nodes', 'edges']).default('edges'),
    )
    .addOption(
      new Option(
        '--layout <layout>',
        'how nodes are placed in a figure (default: force; concentric around one)',
      ).choices(LAYOUTS),
    )
    .addOption(
      new Option('--seed <n>', 'seed of the layout').argParser(wholeNumber(1, 2_147_483_647)).default(1),
    )
    .addOption(new Option('--labels <what>', 'what labels say').choices(LABELS).default('name'))
    .addOption(
      new Option('--names <language>', 'language of the labels (default: that of --lang)').choices(NAMINGS),
    )
    .addOption(new Option('--colour <by>', 'by what nodes are coloured').choices(COLOURS))
    .action(
      run<NetworkOptions>(async (session, options) => {
        const request = requestOf(options)
        const drawing = drawingOf(request, options)
        const format = options.format ?? session.format
        if (isDrawnFormat(format)) return writeDrawn(session, drawing, { ...options, format })
        if (session.format !== 'table') {
          return writeExport(session, { of: 'network', part: options.part, drawing })
        }
        const network = await fetchNetwork(session, request)
        const nodes = nodeColumns(options.lang)
        const edges = edgeColumns(network, options.lang)
        const [first, second] = [
          rowsTable(network.nodes, nodes, options.lang),
          rowsTable(network.edges, edges, options.lang),
        ]
        await session.write(`${first}\n${second}`)
        const { nodesOf, edgesOf } = network
        const k = network.filters.strongest
        const shown = { nodes: network.nodes.length, nodesOf, edges: network.edges.length, edgesOf }
        session.tell(say(options.lang, k === null ? 'network' : 'networkStrongest', { ...shown, k: k ?? 0 }))
      }),
    )
}

function fetchNetwork({ client }: Session, request: NetworkRequest): Promise<NetworkData> {
  if (request.of === 'cities') return client.call('networks.cities', request.input)
  if (request.of === 'institutions') return client.call('networks.institutions', request.input)
  return client.call('networks.ego', request.input)
}

/** @throws AppError usage where an ego network is asked without its centre. */
function requestOf(options: NetworkOptions): NetworkRequest {
  const { dataset, subject, from, to, minScore, strongest, top, city, region, centre, kind } = options
  const links = strongest === ALL_LINKS ? undefined : strongest
  const common = { ...given({ from, to, minScore, strongest: links, top }), dataset, subject }
  if (options.of === 'cities') return { of: 'cities', input: { ...given({ region }), ...common } }
  if (options.of === 'institutions') {
    return { of: 'institutions', input: { ...given({ city, region }), ...common } }
  }
  if (centre === undefined)
    throw new AppError('usage', 'no centre', { values: { reason: say(options.lang, 'centreMissing') } })
  return { of: 'ego', input: { ...common, kind, centre } }
}

function drawingOf(network: NetworkRequest, options: NetworkOptions): InputOf<'networks.draw'> {
  const { seed, labels, names, lang } = options
  const layout = options.layout ?? usualLayout(options.of === 'institutions' ? 'city' : options.of)
  return { network, layout, seed, labels, ...given({ names }), language: lang }
}

function nodeColumns(language: Language): RowColumn<NetworkNode>[] {
  const head = (id: string) => headOf(language, id)
  return [
    { head: head('id'), cell: (node) => node.id },
    { head: head('node'), cell: (node) => nameIn(language, node.name, node.nameZh) },
    { head: head('within'), cell: ({ within }) => within && nameIn(language, within.name, within.nameZh) },
    { head: head('region'), cell: (node) => node.region },
    { head: head('share'), cell: (node) => node.share, measure: 'share' },
    { head: head('count'), cell: (node) => node.count, measure: 'count' },
  ]
}

function edgeColumns({ nodes }: NetworkData, language: Language): RowColumn<NetworkEdge>[] {
  const head = (id: string) => headOf(language, id)
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  return [
    { head: `${head('node')} A`, cell: ({ a }) => names.get(a) ?? a },
    { head: `${head('node')} B`, cell: ({ b }) => names.get(b) ?? b },
    { head: head('score'), cell: ({ score }) => score, measure: 'score' },
    { head: head('articles'), cell: ({ articles }) => articles, measure: 'count' },
  ]
}
