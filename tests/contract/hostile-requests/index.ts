/** All rows, by what is wrong with them. */
import { contents, lengths, types } from './bodies.ts'
import { heads, protocols, smuggling } from './framing.ts'
import { hosts, origins, sites } from './origins.ts'
import { methods, paths, tokens, unknownTokens } from './paths.ts'
import type { Rows } from './row.ts'
import { openings, sessions } from './sessions.ts'

export const HOSTILE = {
  hosts,
  origins,
  sites,
  sessions,
  openings,
  paths,
  methods,
  tokens,
  unknownTokens,
  types,
  contents,
  lengths,
  smuggling,
  heads,
  protocols,
} as const satisfies Record<string, Rows>
