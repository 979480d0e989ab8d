import { isAscii, isUtf8 } from 'node:buffer'
import { fail } from './failure.ts'
import { chunksOf, type Source } from './source.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** What the bytes are read as, how sure that is (0 to 1), and how many bytes of byte-order mark to skip. */
export type Reading = { encoding: Encoding; confidence: number; skip: number }

type Place = { offset: number; row: number }

/** Strict UTF-8 and GB18030 grammars side by side over one stream. `row` counts line ends, which no multi-byte character contains. */
const grammars = () => {
  let offset = 0
  let row = 1
  let utfLeft = 0
  let utfGood = 0
  let utfBad: Place | null = null
  let utfBadCount = 0
  let gbState = 0
  let gbBad: Place | null = null
  let gbPairs = 0
  let gbCommon = 0
  let lead = 0

  const utf = (b: number): void => {
    if (utfLeft > 0) {
      if (b >= 0x80 && b < 0xc0) {
        if (--utfLeft === 0) utfGood += 1
        return
      }
      utfLeft = 0
      utfBadCount += 1
      utfBad ??= { offset, row }
    }
    if (b < 0x80) return
    utfLeft = b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0
    if (utfLeft === 0) {
      utfBadCount += 1
      utfBad ??= { offset, row }
    }
  }

  // States: 0 start, 1 after a lead byte, 2 after lead and digit, 3 one digit to come.
  const gb = (b: number): void => {
    if (gbState === 0) {
      if (b >= 0x81 && b <= 0xfe) {
        gbState = 1
        lead = b
      } else if (b > 0x80) gbBad ??= { offset, row }
      return
    }
    if (gbState === 1 && b >= 0x40 && b <= 0xfe && b !== 0x7f) {
      gbState = 0
      gbPairs += 1
      // GB2312 level one: the 3,755 characters of everyday writing, and its punctuation.
      if (b >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) gbCommon += 1
    } else if (gbState !== 2 && b >= 0x30 && b <= 0x39) gbState = gbState === 1 ? 2 : 0
    else if (gbState === 2 && b >= 0x81 && b <= 0xfe) gbState = 3
    else {
      gbState = 0
      gbBad ??= { offset, row }
    }
  }

  return {
    feed: (bytes: Uint8Array): void => {
      for (let i = 0; i < bytes.length; i += 1) {
        const b = bytes[i] ?? 0
        if (b >= 0x80 || utfLeft > 0 || gbState > 0) {
          utf(b)
          gb(b)
        }
        if (b === 0x0a) row += 1
        offset += 1
      }
    },
    skipAscii: (bytes: Uint8Array): boolean => {
      if (utfLeft > 0 || gbState > 0 || !isAscii(bytes)) return false
      for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) row += 1
      offset += bytes.length
      return true
    },
    end: () => ({
      utfGood,
      utfBadCount,
      utfBad: utfBad ?? (utfLeft > 0 ? { offset, row } : null),
      gbBad: gbBad ?? (gbState > 0 ? { offset, row } : null),
      gbCommonShare: gbPairs === 0 ? 0 : gbCommon / gbPairs,
    }),
  }
}

const markOf = (head: Uint8Array): Reading | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', confidence: 1, skip: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', confidence: 1, skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', confidence: 1, skip: 2 }
  return null
}

/** UTF-16 without its mark: Latin text leaves every other byte zero. */
const unmarkedUtf16 = (head: Uint8Array): Reading | null => {
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const share = Math.max(even, odd) / (head.length / 2)
  if (share < 0.1 || Math.min(even, odd) * 10 > Math.max(even, odd)) return null
  return { encoding: odd > even ? 'utf-16le' : 'utf-16be', confidence: Math.min(0.95, 0.6 + share / 2), skip: 0 }
}

/** All chunks strict UTF-8? A character split between chunks is carried over. */
const isAllUtf8 = async (source: Source, skip: number): Promise<boolean> => {
  let carried = new Uint8Array(0)
  for await (const chunk of chunksOf(source, skip)) {
    const joined = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
    const cut = wholeCharacters(joined)
    if (!isUtf8(joined.subarray(0, cut))) return false
    carried = joined.slice(cut)
  }
  return carried.length === 0
}

/** Where the last unfinished UTF-8 character begins, at most three bytes before the end. */
const wholeCharacters = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const b = bytes[bytes.length - back] ?? 0
    if (b < 0x80) return bytes.length
    if (b >= 0xc0) {
      const needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2
      return needs > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/**
 * Reads the whole file once and says what it is written in. A file that is nearly all valid UTF-8 is UTF-8 with a fault, even
 * though almost any even run of bytes is also grammatical GB18030.
 * @throws SheetError `sheet.undecodable` with the first bad byte; `sheet.cut-off` when only the very last character is incomplete.
 */
export const detectEncoding = async (source: Source): Promise<Reading> => {
  const head = await source.read(0, 64 * 1024)
  const marked = markOf(head) ?? unmarkedUtf16(head)
  if (marked && marked.encoding !== 'utf-8') return marked
  const skip = marked?.skip ?? 0
  if (await isAllUtf8(source, skip)) return { encoding: 'utf-8', confidence: 1, skip }

  const scan = grammars()
  for await (const chunk of chunksOf(source, skip)) if (!scan.skipAscii(chunk)) scan.feed(chunk)
  const seen = scan.end()
  const utfShare = seen.utfGood / (seen.utfGood + seen.utfBadCount)
  // GB18030 text almost never looks like UTF-8; where it is no good GB18030 either, half is enough.
  const mostlyUtf = marked !== null || (seen.utfGood >= 2 && utfShare > (seen.gbBad ? 0.5 : 0.9))
  const bad = mostlyUtf ? seen.utfBad : seen.gbBad
  if (!mostlyUtf && bad === null) {
    return { encoding: 'gb18030', confidence: Number((0.5 + 0.49 * seen.gbCommonShare).toFixed(2)), skip: 0 }
  }
  const at = bad ?? { offset: 0, row: 1 }
  if (at.offset + skip >= source.size) throw fail('sheet.cut-off', { row: at.row })
  throw fail('sheet.undecodable', { offset: at.offset + skip, row: at.row })
}

export async function* textOf(source: Source, reading: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(reading.encoding, { fatal: true })
  try {
    for await (const chunk of chunksOf(source, reading.skip)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw fail('sheet.cut-off', { row: null })
    throw error
  }
}
