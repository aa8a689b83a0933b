/** A copy with another length: cut, or filled up with zeros. */
export function resized<T extends Int32Array | Uint32Array | Float64Array>(array: T, length: number): T {
  const other = new (array.constructor as new (length: number) => T)(length)
  other.set(array.subarray(0, Math.min(length, array.length)) as never)
  return other
}
