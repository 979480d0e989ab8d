import { cutOff } from './failure.ts'

const END_OF_CHAIN = 0xfffffffe
const FREE = 0xffffffff

/** The streams of an OLE compound file ([MS-CFB]) by name; the whole file is in memory. */
export const oleStreams = (bytes: Uint8Array): Map<string, () => Uint8Array> => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) throw cutOff()
  const sectorSize = 2 ** data.getUint16(30, true)
  const miniSize = 2 ** data.getUint16(32, true)
  const miniCutoff = data.getUint32(56, true)
  if (sectorSize < 512 || sectorSize > 4096 || miniSize > 512) throw cutOff()

  const sector = (n: number): Uint8Array => {
    const from = (n + 1) * sectorSize
    if (from >= bytes.length) throw cutOff()
    return bytes.subarray(from, from + sectorSize)
  }
  const numbers = (part: Uint8Array): number[] => {
    const v = new DataView(part.buffer, part.byteOffset, part.byteLength)
    return Array.from({ length: Math.floor(part.byteLength / 4) }, (_, i) => v.getUint32(i * 4, true))
  }
  const chain = (start: number, table: readonly number[]): number[] => {
    const out: number[] = []
    for (let n = start; n !== END_OF_CHAIN && n !== FREE; n = table[n] ?? END_OF_CHAIN) {
      out.push(n)
      // A chain longer than its table runs in a circle.
      if (out.length > table.length) throw cutOff()
    }
    return out
  }

  const tableSectors = numbers(bytes.subarray(76, 512))
  let more = data.getUint32(68, true)
  for (let left = data.getUint32(72, true); left > 0 && more < FREE - 1; left -= 1) {
    const part = numbers(sector(more))
    more = part.pop() ?? FREE
    tableSectors.push(...part)
  }
  const fat = tableSectors.filter((n) => n < FREE - 3).flatMap((n) => numbers(sector(n)))
  const join = (start: number): Uint8Array => Buffer.concat(chain(start, fat).map(sector))
  const miniFat = numbers(join(data.getUint32(60, true)))
  const directory = join(data.getUint32(48, true))

  const entry = (at: number) => {
    const v = new DataView(directory.buffer, directory.byteOffset + at, 128)
    const length = Math.max(0, Math.min(64, v.getUint16(64, true)) - 2)
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length))
    return { name, type: v.getUint8(66), start: v.getUint32(116, true), size: v.getUint32(120, true) }
  }
  const mini = directory.length >= 128 ? join(entry(0).start) : new Uint8Array(0)
  const streams = new Map<string, () => Uint8Array>()
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const { name, type, start, size } = entry(at)
    if (type !== 2) continue
    streams.set(name, () => {
      const small = size < miniCutoff
      const parts = small
        ? chain(start, miniFat).map((n) => mini.subarray(n * miniSize, (n + 1) * miniSize))
        : chain(start, fat).map(sector)
      const whole = Buffer.concat(parts)
      if (whole.length < size) throw cutOff()
      return whole.subarray(0, size)
    })
  }
  return streams
}
