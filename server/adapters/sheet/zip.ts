import { Readable, pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { cutOff, fail } from './failure.ts'
import type { Limits } from './limits.ts'
import { chunksOf, type Source } from './source.ts'

/** One file inside a zip, by its place in the central directory. */
export type ZipEntry = { name: string; method: number; flags: number; packed: number; unpacked: number; offset: number }

const END = 0x06054b50
const END64 = 0x06064b50
const CENTRAL = 0x02014b50
const MAX_ENTRIES = 20_000

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const findEnd = async (source: Source): Promise<{ offset: number; size: number }> => {
  const length = Math.min(source.size, 65_557)
  const start = source.size - length
  const tail = view(await source.read(start, length))
  for (let i = tail.byteLength - 22; i >= 0; i -= 1) {
    if (tail.getUint32(i, true) !== END) continue
    const size = tail.getUint32(i + 12, true)
    const offset = tail.getUint32(i + 16, true)
    if (offset !== 0xffffffff || i < 20) return { offset, size }
    const at = Number(tail.getBigUint64(i - 12, true))
    const big = view(await source.read(at, 56))
    if (big.byteLength < 56 || big.getUint32(0, true) !== END64) throw cutOff()
    return { size: Number(big.getBigUint64(40, true)), offset: Number(big.getBigUint64(48, true)) }
  }
  // A zip that begins well and has no directory was cut on its way here.
  throw cutOff()
}

/** The files in a zip. @throws SheetError `sheet.cut-off` when the directory at the end is missing or broken. */
export const zipEntries = async (source: Source): Promise<Map<string, ZipEntry>> => {
  const end = await findEnd(source)
  if (end.offset + end.size > source.size || end.size > 16 * 2 ** 20) throw cutOff()
  const bytes = await source.read(end.offset, end.size)
  const data = view(bytes)
  const entries = new Map<string, ZipEntry>()
  for (let at = 0; at + 46 <= data.byteLength && data.getUint32(at, true) === CENTRAL;) {
    const nameLength = data.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replace(/^\//, '').replaceAll('\\', '/'), {
      name,
      flags: data.getUint16(at + 8, true),
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      unpacked: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    })
    if (entries.size > MAX_ENTRIES) throw fail('sheet.too-big', { limitMb: 0 })
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The unpacked bytes of one entry, as a stream. The sizes a zip announces are not trusted: the bytes are counted as they come.
 * @throws SheetError `sheet.too-big` for a zip bomb, `sheet.locked` for an encrypted entry, `sheet.cut-off` for broken data.
 */
export async function* unzipped(source: Source, entry: ZipEntry, limits: Limits): AsyncGenerator<Uint8Array> {
  if (entry.flags & 1) throw fail('sheet.locked', {})
  const local = view(await source.read(entry.offset, 30))
  if (local.byteLength < 30) throw cutOff()
  const from = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  // Zip64 sizes stay in the directory's extra field; then read on to the end, deflate knows where it stops.
  const packed = entry.packed === 0xffffffff ? source.size - from : entry.packed
  if (from + packed > source.size) throw cutOff()
  const raw = chunksOf(source, from, packed)
  if (entry.method !== 0 && entry.method !== 8) throw fail('sheet.not-a-table', { found: 'zip' })
  let bytes: AsyncIterable<Uint8Array> = raw
  if (entry.method === 8) {
    const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
    pipeline(Readable.from(raw), inflate, () => {})
    bytes = inflate
  }
  let total = 0
  const bound = Math.min(limits.unzippedBytes, Math.max(16 * 2 ** 20, packed * limits.unzipRatio))
  try {
    for await (const chunk of bytes) {
      total += chunk.length
      if (total > bound) throw fail('sheet.too-big', { limitMb: Math.round(bound / 2 ** 20) })
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw cutOff()
    throw error
  }
}
