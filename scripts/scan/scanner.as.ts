// The scanner in AssemblyScript (WebAssembly with SIMD); `node scripts/scan/build.ts` builds it.
//
// A line is read twice. First, 64 bytes a step, into four bitmaps: unescaped quotes, opening and closing brackets
// outside strings, backslashes (the method of simdjson, Langdale and Lemire 2019). Then a walk visits only objects and
// lists on wanted paths, jumps from quote to quote, and over unwanted containers by counting brackets. Grammar is
// strict wherever the walk goes; what is jumped over is not looked at beyond strings and the balance of brackets.
//
// The memory is laid out by the host (src/core/scan/wasm-scanner.ts). Nodes take 48 bytes: kind u32, slot u32, child
// u32, then for each length of a key (0 to 31) the first key of that length, u8. Keys take 48 bytes: next key of the
// same length u8, bit u8, child u8, then from byte 16 the name. Both count from 1.

const NODE: usize = 48
const KEY: usize = 48
const BY_LENGTH: usize = 16
const NAME: usize = 16

const OBJECT: u32 = 1
const ARRAY: u32 = 2
const LEAF: u32 = 3
const ESCAPED: u32 = 0x100

// The codes of src/core/scan/scanner.ts.
const OPEN_STRING: i32 = -1
const SYNTAX: i32 = -2
const ESCAPED_KEY: i32 = -3
const DUPLICATE_KEY: i32 = -4
const TAPE_FULL: i32 = -5
const CONTROL: i32 = -6
const BAD_ESCAPE: i32 = -7

// One block of the bitmaps: 64 bytes of the line in 4 words.
const BLOCK: usize = 32
const QUOTES: usize = 0
const OPENS: usize = 8
const CLOSES: usize = 16
const SLASHES: usize = 24
const ALL: u64 = 0xffffffffffffffff
const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa

let nodes: usize = 0
let keys: usize = 0
let bits: usize = 0
let tapeFrom: usize = 0
let tapeTo: usize = 0

let base: usize = 0
let end: usize = 0
let tape: usize = 0
let fault: i32 = 0

export function setup(nodesAt: usize, keysAt: usize, bitsAt: usize, tapeAt: usize, tapeBytes: usize): void {
  nodes = nodesAt
  keys = keysAt
  bits = bitsAt
  tapeFrom = tapeAt
  tapeTo = tapeAt + tapeBytes - 12
}

/** Scans [from, to). At `to` stands a newline, and 64 bytes after it may be read. Triples written, or a code below 0. */
export function scan(from: usize, to: usize): i32 {
  base = from
  end = to
  tape = tapeFrom
  fault = mapBits()
  if (fault) return fault
  let at = blanks(from)
  if (load<u8>(at) != 0x7b) return SYNTAX
  at = object(nodes + NODE, at)
  if (fault) return fault
  return blanks(at) == to ? <i32>((tape - tapeFrom) / 12) : SYNTAX
}

// @ts-ignore: decorator
@inline
function equal(a: v128, b: v128, c: v128, d: v128, to: v128): u64 {
  return join(i8x16.eq(a, to), i8x16.eq(b, to), i8x16.eq(c, to), i8x16.eq(d, to))
}

// @ts-ignore: decorator
@inline
function join(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (<u64>(<u32>i8x16.bitmask(a))) |
    ((<u64>(<u32>i8x16.bitmask(b))) << 16) |
    ((<u64>(<u32>i8x16.bitmask(c))) << 32) |
    ((<u64>(<u32>i8x16.bitmask(d))) << 48)
  )
}

/** Fills the bitmaps. Strings left open, raw control characters in strings and backslashes outside them are refused. */
function mapBits(): i32 {
  const quote = i8x16.splat(0x22)
  const slash = i8x16.splat(0x5c)
  const opening = i8x16.splat(0x7b)
  const closing = i8x16.splat(0x7d)
  const space = i8x16.splat(0x20)
  let inString: u64 = 0
  let firstEscaped: u64 = 0
  let control: u64 = 0
  let stray: u64 = 0
  let out = bits
  for (let at = base; at < end; at += 64, out += BLOCK) {
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    const valid: u64 = end - at >= 64 ? ALL : ((<u64>1) << (<u64>(end - at))) - 1
    // Most blocks hold no backslash and no control character: that takes one look at all four words together.
    const sa = i8x16.eq(a, slash)
    const sb = i8x16.eq(b, slash)
    const sc = i8x16.eq(c, slash)
    const sd = i8x16.eq(d, slash)
    const slashes = v128.any_true(v128.or(v128.or(sa, sb), v128.or(sc, sd))) ? join(sa, sb, sc, sd) & valid : 0
    let quotes = equal(a, b, c, d, quote) & valid
    if (slashes | firstEscaped) {
      // Every second backslash of a run escapes; a carry through the subtraction finds where runs end.
      const starts = slashes & ~firstEscaped
      const escaping = (((starts << 1) | ODD_BITS) - starts) ^ ODD_BITS
      quotes &= ~(escaping ^ (slashes | firstEscaped))
      firstEscaped = (escaping & slashes) >> 63
    }
    // Between an opening quote and its partner an odd number of quotes lies to the left: a running exclusive or.
    let strings = quotes ^ (quotes << 1)
    strings ^= strings << 2
    strings ^= strings << 4
    strings ^= strings << 8
    strings ^= strings << 16
    strings ^= strings << 32
    strings ^= inString
    inString = <u64>((<i64>strings) >> 63)
    // Square brackets differ from braces in bit 5 alone.
    const e = v128.or(a, space)
    const f = v128.or(b, space)
    const g = v128.or(c, space)
    const h = v128.or(d, space)
    const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d))
    if (v128.any_true(i8x16.lt_u(least, space)))
      control |= strings & valid & join(i8x16.lt_u(a, space), i8x16.lt_u(b, space), i8x16.lt_u(c, space), i8x16.lt_u(d, space))
    stray |= slashes & ~strings
    store<u64>(out, quotes, QUOTES)
    store<u64>(out, equal(e, f, g, h, opening) & valid & ~strings, OPENS)
    store<u64>(out, equal(e, f, g, h, closing) & valid & ~strings, CLOSES)
    store<u64>(out, slashes, SLASHES)
  }
  // Past the end searches stop by themselves.
  store<u64>(out, ALL, QUOTES)
  store<u64>(out, 0, OPENS)
  store<u64>(out, ALL, CLOSES)
  store<u64>(out, ALL, SLASHES)
  if (inString) return OPEN_STRING
  return control ? CONTROL : stray ? SYNTAX : 0
}

/** The first unescaped quote at or after `at`. */
// @ts-ignore: decorator
@inline
function nextQuote(at: usize): usize {
  const i = at - base
  let word = bits + (i >> 6) * BLOCK
  let found = load<u64>(word, QUOTES) & (ALL << (<u64>(i & 63)))
  while (!found) {
    word += BLOCK
    found = load<u64>(word, QUOTES)
  }
  return base + (((word - bits) / BLOCK) << 6) + <usize>ctz<u64>(found)
}

/** The first backslash in [at, to), `to` if none. */
function nextSlash(at: usize, to: usize): usize {
  const i = at - base
  let from = at - (i & 63)
  let word = bits + (i >> 6) * BLOCK
  let found = load<u64>(word, SLASHES) & (ALL << (<u64>(i & 63)))
  while (!found) {
    from += 64
    if (from >= to) return to
    word += BLOCK
    found = load<u64>(word, SLASHES)
  }
  const slash = from + <usize>ctz<u64>(found)
  return slash < to ? slash : to
}

/** After the partner of the opening bracket at `at`. Kinds of brackets are not compared. */
function skipContainer(at: usize): usize {
  const i = at + 1 - base
  let from = base + ((i >> 6) << 6)
  let word = bits + (i >> 6) * BLOCK
  let mask = ALL << (<u64>(i & 63))
  let depth: i64 = 1
  while (from < end) {
    let closes = load<u64>(word, CLOSES) & mask
    const opens = load<u64>(word, OPENS) & mask
    if (popcnt<i64>(closes) >= depth) {
      // The partner may lie in this block: it is the k-th closing bracket with depth + opens before it = k.
      let k: i64 = 0
      for (let rest = closes; rest; rest &= rest - 1) {
        const low = rest & (0 - rest)
        if (depth + popcnt<i64>(opens & (low - 1)) == ++k) return from + <usize>ctz<u64>(rest) + 1
      }
    }
    depth += popcnt<i64>(opens) - popcnt<i64>(closes)
    from += 64
    word += BLOCK
    mask = ALL
  }
  return fail(SYNTAX)
}

function fail(code: i32): usize {
  fault = code
  return end
}

// @ts-ignore: decorator
@inline
function blanks(at: usize): usize {
  let c = load<u8>(at)
  while (c == 0x20 || c == 0x09 || c == 0x0d) c = load<u8>(++at)
  return at
}

function digits(at: usize): usize {
  if (<u32>load<u8>(at) - 48 > 9) return fail(SYNTAX)
  while (<u32>load<u8>(at) - 48 < 10) at++
  return at
}

/** After a number, true, false or null. */
function scalar(at: usize): usize {
  const four = load<u32>(at)
  if (four == 0x6c6c756e || four == 0x65757274) return at + 4
  if (four == 0x736c6166 && load<u8>(at, 4) == 0x65) return at + 5
  if (load<u8>(at) == 0x2d) at++
  at = load<u8>(at) == 0x30 ? at + 1 : digits(at)
  if (!fault && load<u8>(at) == 0x2e) at = digits(at + 1)
  if (!fault && (load<u8>(at) | 0x20) == 0x65) {
    const sign = load<u8>(at, 1)
    at = digits(at + (sign == 0x2b || sign == 0x2d ? 2 : 1))
  }
  return at
}

// @ts-ignore: decorator
@inline
function skip(at: usize): usize {
  const c = load<u8>(at)
  if (c == 0x22) return nextQuote(at + 1) + 1
  if ((c | 0x20) == 0x7b) return skipContainer(at)
  return scalar(at)
}

// @ts-ignore: decorator
@inline
function emit(slot: u32, from: usize, to: usize): void {
  if (tape > tapeTo) {
    fault = TAPE_FULL
    return
  }
  store<u32>(tape, slot)
  store<u32>(tape, <u32>from, 4)
  store<u32>(tape, <u32>to, 8)
  tape += 12
}

// @ts-ignore: decorator
@inline
function isHex(c: u8): bool {
  return <u32>c - 48 < 10 || <u32>(c | 0x20) - 97 < 6
}

/** Whether each escape in [from, to), the first at `at`, is one of JSON's, so that a leaf can be decoded for certain. */
function escapesAreGood(at: usize, to: usize): bool {
  while (at < to) {
    const c = load<u8>(at, 1)
    if (c == 0x75) {
      if (!isHex(load<u8>(at, 2)) || !isHex(load<u8>(at, 3)) || !isHex(load<u8>(at, 4)) || !isHex(load<u8>(at, 5))) return false
      at += 6
    } else if (c == 0x22 || c == 0x5c || c == 0x2f || c == 0x62 || c == 0x66 || c == 0x6e || c == 0x72 || c == 0x74) at += 2
    else return false
    if (at < to) at = nextSlash(at, to)
  }
  return true
}

function leaf(node: usize, at: usize): usize {
  const slot = load<u32>(node, 4)
  const after = skip(at)
  if (load<u8>(at) == 0x22) {
    const slash = nextSlash(at, after)
    if (slash < after) {
      if (!escapesAreGood(slash, after)) return fail(BAD_ESCAPE)
      emit(slot | ESCAPED, at, after)
      return after
    }
  }
  if (!fault) emit(slot, at, after)
  return after
}

function value(node: usize, at: usize): usize {
  const kind = load<u32>(node)
  if (kind == LEAF) return leaf(node, at)
  const c = load<u8>(at)
  if (kind == OBJECT && c == 0x7b) return object(node, at)
  if (kind == ARRAY && c == 0x5b) return array(node, at)
  return skip(at)
}

function array(node: usize, at: usize): usize {
  const child = nodes + <usize>load<u32>(node, 8) * NODE
  at = blanks(at + 1)
  if (load<u8>(at) == 0x5d) return at + 1
  while (true) {
    at = blanks(value(child, at))
    if (fault) return end
    const c = load<u8>(at)
    if (c == 0x5d) return at + 1
    if (c != 0x2c) return fail(SYNTAX)
    at = blanks(at + 1)
  }
}

/** The wanted key of this name, 0 if none. */
// @ts-ignore: decorator
@inline
function findKey(node: usize, name: usize, length: usize): usize {
  if (length > 31) return 0
  const wanted: u32 = ((<u32>1) << (<u32>length)) - 1
  let id = <usize>load<u8>(node + length, BY_LENGTH)
  while (id) {
    const key = keys + id * KEY
    const low = <u32>i8x16.bitmask(i8x16.eq(v128.load(key, NAME), v128.load(name)))
    const high = <u32>i8x16.bitmask(i8x16.eq(v128.load(key, NAME + 16), v128.load(name, 16)))
    if (((low | (high << 16)) & wanted) == wanted) return key
    id = <usize>load<u8>(key)
  }
  return 0
}

function object(node: usize, at: usize): usize {
  const slot = load<u32>(node, 4)
  if (slot) emit(slot, at, at)
  let seen: u32 = 0
  at = blanks(at + 1)
  if (load<u8>(at) == 0x7d) return at + 1
  while (true) {
    if (load<u8>(at) != 0x22) return fail(SYNTAX)
    const name = at + 1
    const quote = nextQuote(name)
    if (nextSlash(name, quote) < quote) return fail(ESCAPED_KEY)
    at = blanks(quote + 1)
    if (load<u8>(at) != 0x3a) return fail(SYNTAX)
    at = blanks(at + 1)
    const key = findKey(node, name, quote - name)
    if (key) {
      const bit: u32 = (<u32>1) << (<u32>load<u8>(key, 1))
      if (seen & bit) return fail(DUPLICATE_KEY)
      seen |= bit
      at = value(nodes + <usize>load<u8>(key, 2) * NODE, at)
    } else at = skip(at)
    if (fault) return end
    at = blanks(at)
    const c = load<u8>(at)
    if (c == 0x7d) return at + 1
    if (c != 0x2c) return fail(SYNTAX)
    at = blanks(at + 1)
  }
}
