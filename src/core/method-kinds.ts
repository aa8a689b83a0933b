/** Every method's name and kind, without its schema: a host's own thread sends calls on and checks none. */
import type { Contract, MethodName } from '../shared/contract/index.ts'

/** A method that is missing here, or stands with another kind than in the contract, does not compile. */
export const METHOD_KINDS: { readonly [M in MethodName]: Contract[M]['kind'] } = {
  'datasets.list': 'query',
  'datasets.show': 'query',
  'datasets.verify': 'export',
  'datasets.report': 'query',
  'datasets.remove': 'command',
  'imports.preview': 'command',
  'imports.index': 'command',
  'samples.create': 'command',
  'imports.edition': 'command',
  'imports.cancel': 'command',
  'rankings.list': 'query',
  'rankings.rising': 'query',
  'cities.profile': 'query',
  'cities.compare': 'query',
  'institutions.list': 'query',
  'collaborations.list': 'query',
  'networks.institutions': 'query',
  'networks.cities': 'query',
  'networks.ego': 'query',
  'networks.draw': 'drawing',
  'networks.keep': 'command',
  'networks.multiples': 'drawing',
  'maps.draw': 'drawing',
  'derivation.of': 'query',
  'search.find': 'query',
  'indicators.list': 'query',
  'populations.show': 'query',
  'populations.replace': 'command',
  'exports.graph': 'export',
  'exports.table': 'export',
  'exports.figure': 'export',
  'exports.preview': 'export',
  'exports.report': 'export',
  'exports.briefs': 'export',
  'reports.brief': 'export',
  'reports.show': 'query',
  'reports.save': 'command',
  'reports.compose': 'query',
  'reports.check': 'export',
  'reports.renew': 'export',
  'files.open': 'export',
  'files.verify': 'export',
}

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(METHOD_KINDS, name)
}
