/**
 * Looks through the pages of a column before they are decoded: checksums where they are written, sizes, and the runs of
 * levels and of places in the dictionary, each of which may claim thousands of millions of values in four bytes.
 */
import { crc32 } from 'node:zlib'
import type { Compressors, PageHeader } from 'hyparquet'
import type { ColumnPlace, ParquetLeaf } from './parquet-shape.ts'
import { MOST_VALUES, nameOf } from './parquet-shape.ts'

/** Bytes of one page, unpacked; writers make pages of about one megabyte. */
const MOST_PAGE = 256 << 20

interface Tools {
  /** Reads the head of a page and moves the reader behind it. */
  header(reader: { view: DataView; offset: number }): PageHeader
  compressors: Compressors
}

/** @param bytes pages of the column, from the beginning of one @throws Error in words where they cannot be true */
export function checkPages(bytes: Uint8Array, place: ColumnPlace, isWhole: boolean, tools: Tools): void {
  const reader = { view: viewOf(bytes), offset: 0 }
  const { leaf, meta } = place
  let values = 0
  while (reader.offset < bytes.length - 1) {
    const header = tools.header(reader)
    const size = header.compressed_page_size
    if (!(size >= 0 && reader.offset + size <= bytes.length))
      throw new Error(`${nameOf(leaf)}: a page is cut`)
    if (!(header.uncompressed_page_size >= 0 && header.uncompressed_page_size <= MOST_PAGE))
      throw new Error(`${nameOf(leaf)}: a page of ${header.uncompressed_page_size} bytes`)
    const page = bytes.subarray(reader.offset, reader.offset + size)
    reader.offset += size
    const { crc } = header as { crc?: number }
    if (crc !== undefined && crc32(page) !== crc >>> 0)
      throw new Error(`${nameOf(leaf)}: the checksum of a page`)
    values += checkPage(page, header, place, tools.compressors)
    if (values > Number(meta.num_values)) break
  }
  if (isWhole ? values !== Number(meta.num_values) : values > Number(meta.num_values))
    throw new Error(`${nameOf(leaf)}: ${values} values of ${meta.num_values}`)
}

/** @returns how many values it has; none of a dictionary */
function checkPage(
  page: Uint8Array,
  header: PageHeader,
  place: ColumnPlace,
  compressors: Compressors,
): number {
  const { leaf, meta } = place
  const unpack = (packed: Uint8Array, size: number): Uint8Array => {
    const unpacker = compressors[meta.codec]
    if (meta.codec === 'UNCOMPRESSED' || !unpacker) return packed
    return unpacker(packed, size)
  }
  const size = header.uncompressed_page_size
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header
  if (header.type === 'DICTIONARY_PAGE' && dictionary) {
    mostValues(dictionary.num_values, leaf)
    checkPlain(unpack(page, size), 0, leaf)
    return 0
  }
  if (header.type === 'DATA_PAGE' && first) {
    mostValues(first.num_values, leaf)
    const bytes = unpack(page, size)
    let at = 0
    for (const most of [leaf.repetition, leaf.definition]) {
      if (most === 0) continue
      const length = viewOf(bytes).getUint32(at, true)
      checkRuns(bytes, { from: at + 4, to: at + 4 + length, most, values: first.num_values, leaf })
      at += 4 + length
    }
    checkValues(bytes, at, first.encoding, first.num_values, leaf)
    return first.num_values
  }
  if (header.type === 'DATA_PAGE_V2' && second) {
    const { num_values: values, repetition_levels_byte_length: r, definition_levels_byte_length: d } = second
    mostValues(values, leaf)
    if (!(r >= 0 && d >= 0 && r + d <= page.length)) throw new Error(`${nameOf(leaf)}: a page is cut`)
    if (leaf.repetition > 0) checkRuns(page, { from: 0, to: r, most: leaf.repetition, values, leaf })
    if (leaf.definition > 0) checkRuns(page, { from: r, to: r + d, most: leaf.definition, values, leaf })
    const packed = page.subarray(r + d)
    const isPacked = second.is_compressed !== false && size > r + d
    checkValues(isPacked ? unpack(packed, size - r - d) : packed, 0, second.encoding, values, leaf)
    return values
  }
  throw new Error(`${nameOf(leaf)}: a page of no known kind`)
}

function mostValues(values: number, leaf: ParquetLeaf): void {
  if (!(values >= 0 && values <= MOST_VALUES)) throw new Error(`${nameOf(leaf)}: a page of ${values} values`)
}

function checkValues(
  bytes: Uint8Array,
  at: number,
  encoding: string,
  values: number,
  leaf: ParquetLeaf,
): void {
  if (encoding === 'PLAIN') checkPlain(bytes, at, leaf)
  else if (encoding.endsWith('DICTIONARY') && at < bytes.length) {
    const width = bytes[at] as number
    if (width > 32) throw new Error(`${nameOf(leaf)}: places of ${width} bits`)
    checkRuns(bytes, { from: at + 1, to: bytes.length, width, values, leaf, mayEnd: true })
  }
}

/** Texts, each after its length, fill the page exactly. */
function checkPlain(bytes: Uint8Array, from: number, leaf: ParquetLeaf): void {
  if (leaf.type !== 'BYTE_ARRAY') return
  const view = viewOf(bytes)
  let at = from
  while (at + 4 <= bytes.length) at += 4 + view.getUint32(at, true)
  if (at !== bytes.length) throw new Error(`${nameOf(leaf)}: a text ends outside of its page`)
}

interface Runs {
  from: number
  to: number
  /** The highest value, or how many bits each takes. */
  most?: number
  width?: number
  /** How many values are wanted. */
  values: number
  leaf: ParquetLeaf
  /** Whether there may be fewer, as missing ones have no place in the dictionary. */
  mayEnd?: boolean
}

/** Runs of one value, and of values packed in bits (the format's RLE / bit-packing hybrid). */
function checkRuns(bytes: Uint8Array, { from, to, most = 0, width, values, leaf, mayEnd }: Runs): void {
  const bits = width ?? 32 - Math.clz32(most)
  const wrong = () => new Error(`${nameOf(leaf)}: a run of values ends outside of its page`)
  if (to > bytes.length) throw wrong()
  let seen = 0
  let at = from
  while (seen < values && at < to) {
    let head = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw wrong()
      head |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    const count = head >>> 1
    if (head & 1) {
      const wanted = Math.min(values - seen, count * 8)
      // The last group is filled up, and may lack the bytes that nobody needs.
      if (count * 8 >= values - seen + 512 || at + Math.ceil((wanted * bits) / 8) > to) throw wrong()
      at += count * bits
      seen += count * 8
    } else {
      if (count > values - seen) throw wrong()
      at += (bits + 7) >> 3
      if (at > to) throw wrong()
      seen += count
    }
  }
  if (seen < values && !mayEnd) throw wrong()
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
