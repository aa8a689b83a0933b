import type { Indicator } from './measure.ts'
import { measure } from './measure.ts'

const NODE = { symbol: 'X', en: 'a node: an institution or a city', zh: '节点：一家机构或一座城市' } as const
const SHOWN = {
  en: 'Counts what the figure shows: nodes and edges that were filtered out do not enter.',
  zh: '只计图中所示：被筛掉的节点与连线不参与计算。',
} as const

export const degree = measure({
  id: 'degree',
  signed: false,
  name: { en: 'Degree', zh: '度' },
  phrase: { en: 'degree', zh: '度' },
  head: { en: 'Partners', zh: '合作方' },
  small: null,
  fileHead: { en: 'Partners in the figure', zh: '图中合作方数' },
  indicator: 'degree',
  group: 'collaboration',
  label: { en: 'Degree', zh: '度' },
  unit: 'none',
  decimals: 0,
  definition: {
    en: 'With how many of the nodes shown a node is joined by an edge.',
    zh: '某节点与图中多少个节点有连线。',
  },
  formula: 'k(X) = Σ_Y 1, Y joined to X',
  where: [NODE, { symbol: 'Y', en: 'another node', zh: '另一节点' }],
  source: {
    en: 'L. C. Freeman, Social Networks 1, 215–239 (1979)',
    zh: 'L. C. Freeman，Social Networks 1, 215–239（1979）',
  },
  caveat: SHOWN,
})

export const weightedDegree = measure({
  id: 'weightedDegree',
  signed: false,
  name: { en: 'Weighted degree', zh: '加权度' },
  phrase: { en: 'weighted degree', zh: '加权度' },
  head: { en: 'Sum of scores', zh: '分值合计' },
  small: null,
  fileHead: { en: 'Sum of scores (articles)', zh: '合作分值合计（篇）' },
  indicator: 'weighted-degree',
  group: 'collaboration',
  label: { en: 'Weighted degree', zh: '加权度' },
  unit: 'articles',
  decimals: 2,
  definition: {
    en: 'The sum of the bilateral collaboration scores of a node with its partners shown.',
    zh: '某节点与图中各伙伴的双边合作分值之和。',
  },
  formula: 's(X) = Σ_Y BCS(X, Y)',
  where: [NODE, { symbol: 'Y', en: 'a node joined to X', zh: '与 X 有连线的节点' }],
  source: {
    en: 'A. Barrat and others, PNAS 101, 3747–3752 (2004); there called strength',
    zh: 'A. Barrat 等，PNAS 101, 3747–3752（2004），文中称“强度”',
  },
  caveat: SHOWN,
})

export const betweenness = measure({
  id: 'betweenness',
  signed: false,
  name: { en: 'Betweenness', zh: '中介中心性' },
  phrase: { en: 'betweenness', zh: '中介中心性' },
  head: { en: 'Betweenness', zh: '中介中心性' },
  small: null,
  fileHead: { en: 'Betweenness (0 to 1)', zh: '中介中心性（0 至 1）' },
  indicator: 'betweenness',
  group: 'collaboration',
  label: { en: 'Betweenness', zh: '中介中心性' },
  unit: 'ratio',
  decimals: 4,
  definition: {
    en: 'Of the shortest paths between two other nodes the part that leads through the node, averaged over all pairs; from 0 to 1. Each edge is one step, whatever its score. Exact at every size.',
    zh: '其他任意两节点间的最短路径中，经过该节点的比例，对所有节点对取平均，取值 0 至 1。每条连线算一步，与分值无关。无论网络大小均为精确值。',
  },
  formula: 'b(X) = [2 / (n − 1)(n − 2)] × Σ_Y,Z [σ_YZ(X) / σ_YZ]',
  where: [
    NODE,
    { symbol: 'n', en: 'nodes shown', zh: '图中节点数' },
    {
      symbol: 'σ',
      en: 'shortest paths from Y to Z, and those of them through X',
      zh: 'Y 至 Z 的最短路径数，及其中经过 X 的条数',
    },
  ],
  source: {
    en: 'L. C. Freeman, Sociometry 40, 35–41 (1977); computed as in U. Brandes, J. Math. Sociol. 25, 163–177 (2001)',
    zh: 'L. C. Freeman，Sociometry 40, 35–41（1977）；算法见 U. Brandes，J. Math. Sociol. 25, 163–177（2001）',
  },
  caveat: SHOWN,
})

export const modularity: Indicator = {
  indicator: 'modularity',
  group: 'collaboration',
  label: { en: 'Clusters and modularity', zh: '聚类与模块度' },
  unit: 'ratio',
  decimals: 3,
  definition: {
    en: 'Clusters join nodes that work with each other more than their degrees let expect. Modularity says how clear they are: the part of the scores within clusters less what chance would put there. They are found by the Louvain method, the best of up to ten runs with a fixed seed. Not defined without edges.',
    zh: '聚类把相互合作多于其加权度所预期的节点归为一组。模块度表示分组的清晰程度：组内分值所占比重减去随机情形下的预期。聚类用 Louvain 方法求得，以固定种子运行至多十次取最优。没有连线时无定义。',
  },
  formula: 'Q = Σ_c ([W_c / W] − [S_c² / 4W²])',
  where: [
    {
      symbol: 'W',
      en: 'sum of all scores, or of those within cluster c',
      zh: '全部分值之和，或聚类 c 内的分值之和',
    },
    { symbol: 'S', en: 'sum of the weighted degrees in cluster c', zh: '聚类 c 内加权度之和' },
  ],
  source: {
    en: 'M. E. J. Newman, Phys. Rev. E 70, 056131 (2004); V. D. Blondel and others, J. Stat. Mech. P10008 (2008)',
    zh: 'M. E. J. Newman，Phys. Rev. E 70, 056131（2004）；V. D. Blondel 等，J. Stat. Mech. P10008（2008）',
  },
  caveat: {
    en: 'Other seeds may draw the line between close clusters elsewhere; under about 0.3 the clusters are not clear.',
    zh: '换用其他种子，相近聚类的界线可能不同；低于约 0.3 时聚类并不分明。',
  },
}
