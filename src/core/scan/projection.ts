/** What is wanted from a record, as data, so that scanners can jump over everything else. */

export type Shape =
  | { kind: typeof OBJECT; slot: number; fields: Readonly<Record<string, Shape>> }
  | { kind: typeof ARRAY; slot: 0; child: Shape }
  | { kind: typeof LEAF; slot: number }

export const OBJECT = 1
export const ARRAY = 2
export const LEAF = 3

/** An object and its wanted keys. With a slot (1 to 255) each such object also leaves a mark where it begins. */
export function object(fields: Readonly<Record<string, Shape>>, slot = 0): Shape {
  return { kind: OBJECT, slot, fields }
}

/** A list whose elements all have one shape. */
export function array(child: Shape): Shape {
  return { kind: ARRAY, slot: 0, child }
}

/** A value handed on as it stands, under a slot from 1 to 255. */
export function leaf(slot: number): Shape {
  return { kind: LEAF, slot }
}

export interface Node {
  kind: Shape['kind']
  slot: number
  /** Node of the elements of a list; 0 otherwise. */
  child: number
  /** For each length of a key the first wanted key of that length, 0 if none. */
  byLength: Uint8Array
}

export interface Key {
  name: Buffer
  /** Next key of this object that is as long, 0 if none. */
  next: number
  /** Number of this key among those of its object. */
  bit: number
  child: number
}

/** Nodes and keys count from 1; node 1 is the record itself. */
export interface Projection {
  root: Shape
  nodes: readonly Node[]
  keys: readonly Key[]
}

/** Longest name of a wanted key, in bytes. */
const MAX_NAME = 31
/** Keys already seen are bits of one word. */
const MAX_FIELDS = 32
/** Numbers of nodes and keys are kept in one byte. */
const MAX_PARTS = 255

/** Flattens a shape into tables that scanners walk. @throws where it has more or longer keys than they can hold */
export function compileProjection(root: Shape): Projection {
  const nodes: Node[] = [{ kind: LEAF, slot: 0, child: 0, byLength: new Uint8Array(0) }]
  const keys: Key[] = [{ name: Buffer.alloc(0), next: 0, bit: 0, child: 0 }]
  const add = (shape: Shape): number => {
    const node: Node = {
      kind: shape.kind,
      slot: shape.slot,
      child: 0,
      byLength: new Uint8Array(MAX_NAME + 1),
    }
    const number = nodes.push(node) - 1
    if (shape.kind === ARRAY) node.child = add(shape.child)
    const fields = shape.kind === OBJECT ? Object.entries(shape.fields) : []
    if (fields.length > MAX_FIELDS) throw new Error(`More than ${MAX_FIELDS} wanted keys in one object`)
    for (const [bit, [text, child]] of fields.entries()) {
      const name = Buffer.from(text)
      if (name.length > MAX_NAME) throw new Error(`A wanted key is longer than ${MAX_NAME} bytes: ${text}`)
      const key: Key = { name, next: node.byLength[name.length] ?? 0, bit, child: 0 }
      node.byLength[name.length] = keys.push(key) - 1
      key.child = add(child)
    }
    return number
  }
  if (root.kind !== OBJECT) throw new Error('A record is an object')
  add(root)
  if (nodes.length > MAX_PARTS) throw new Error(`More than ${MAX_PARTS} parts in a projection`)
  return { root, nodes, keys }
}

/** Dotted names of the values that are wanted, lists left out: `authorships.author.id`. */
export function leafNames(shape: Shape, name = ''): Set<string> {
  if (shape.kind === LEAF) return new Set([name])
  if (shape.kind === ARRAY) return leafNames(shape.child, name)
  const fields = Object.entries(shape.fields)
  return new Set(
    fields.flatMap(([key, child]) => [...leafNames(child, name === '' ? key : `${name}.${key}`)]),
  )
}
