/** What built scripts import, read from their syntax. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAst } from 'vite'

/** Every address that a script imports or requires by a plain text, at once or later. */
export function importsOf(script: string): string[] {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { type, source, callee, arguments: given } = node as Node
    const imports = type === 'ImportExpression' || /^(Import|Export\w+)Declaration$/.test(type ?? '')
    if (imports && typeof source?.value === 'string') found.push(source.value)
    const [first] = given ?? []
    if (callee?.name === 'require' && typeof first?.value === 'string') found.push(first.value)
    Object.values(node).forEach(walk)
  }
  walk(parseAst(readFileSync(script, 'utf8')))
  return found
}

interface Node {
  type?: string
  source?: { value?: unknown } | null
  callee?: { name?: string } | null
  arguments?: readonly { value?: unknown }[]
}

/** A script and all that it reaches by relative addresses, at once or later. @throws where one of them is not there */
export function reached(script: string, seen = new Set<string>()): Set<string> {
  if (seen.has(script)) return seen
  seen.add(script)
  for (const address of importsOf(script).filter((address) => address.startsWith('.')))
    reached(join(dirname(script), address), seen)
  return seen
}
