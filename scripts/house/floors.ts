/**
 * The floors of the house, from the roof down: a room (a folder, or a file that stands beside folders) imports what is
 * beneath it, never what is above or beside it. A room that is not named here is a fault, so a new one gets its floor.
 */
export interface Level {
  /** Folder whose rooms are meant. */
  base: string
  /** Without floors its folders must merely not go in circles. */
  floors?: readonly (readonly string[])[]
}

export const HOUSE: readonly Level[] = [
  {
    base: 'src',
    floors: [['cli'], ['main', 'web'], ['hosting', 'preload', 'renderer'], ['core'], ['shared']],
  },
  {
    base: 'src/core',
    floors: [
      ['create-core.ts'],
      ['threads'],
      ['export', 'commands'],
      ['verify', 'drawing', 'recipes', 'scale'],
      ['import', 'queries'],
      ['reports'],
      ['statistics', 'findings'],
      ['articles', 'datasets'],
      ['scan', 'indicators', 'context.ts'],
      ['db', 'counting', 'populations', 'names', 'profiles', 'comparisons', 'groups'],
      ['kept'],
      ['dispatch.ts', 'app-files.ts', 'lru.ts'],
      ['methods.ts', 'method-kinds.ts', 'app-info.ts', 'thread-memory.ts'],
    ],
  },
  {
    base: 'src/core/import',
    floors: [
      ['run'],
      ['parse', 'settle', 'kinds'],
      ['exports', 'collected'],
      ['affiliations', 'edition'],
      ['works', 'sample'],
      ['addresses'],
      ['places', 'rules', 'chunks'],
      ['text', 'readings.ts'],
      ['pinyin-key.ts'],
    ],
  },
  {
    base: 'src/core/drawing',
    floors: [['handlers.ts'], ['network', 'map'], ['labels'], ['legend-steps.ts', 'text-metrics.ts']],
  },
  // Their floors stand in eslint.config.js, feature by feature; folders must not go in circles.
  { base: 'src/renderer/src' },
]
