/** Addresses of views as the core gives them, kept in the reader's language and look. */
import type { RouteLocationRaw } from 'vue-router'
import { plainQuery } from '../../../shared/address/query.ts'
import { useSession } from './session.ts'

/** A function from `/?by=country&dataset=mine` to a link; nothing else of what was looked at before goes along. */
export function useAddress(): (view: string) => RouteLocationRaw {
  const session = useSession()
  return (view) => {
    const { pathname, searchParams } = new URL(view, 'http://localhost')
    const { lang, theme } = session.query
    return { path: pathname, query: plainQuery({ lang, theme, ...Object.fromEntries(searchParams) }) }
  }
}
