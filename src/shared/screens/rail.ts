/** The nine views in the order of the rail; the digit that opens each is its place. */
export const RAIL = [
  { name: 'rankings', path: '/', icon: 'rankings' },
  { name: 'rising', path: '/rising', icon: 'rising' },
  { name: 'cities', path: '/cities', icon: 'cities' },
  { name: 'collaborations', path: '/collaborations', icon: 'collaborations' },
  { name: 'networks', path: '/networks', icon: 'networks' },
  { name: 'compare', path: '/compare', icon: 'compare' },
  { name: 'report', path: '/report', icon: 'report' },
  { name: 'datasets', path: '/datasets', icon: 'datasets' },
  { name: 'method', path: '/method', icon: 'method' },
] as const

export type ViewName = (typeof RAIL)[number]['name']

/** Icons of views and acts, as drawn in the sprite. */
export type IconName =
  | ViewName
  | 'guide'
  | 'search'
  | 'export'
  | 'columns'
  | 'chevron'
  | 'close'
  | 'copy'
  | 'check'
  | 'import'
  | 'previous'
  | 'next'
  | 'sun'
  | 'moon'
  | 'up'
  | 'down'
  | 'globe'
  | 'warning'
  | 'more'
  | 'plus'
  | 'star'
  | 'clear'
