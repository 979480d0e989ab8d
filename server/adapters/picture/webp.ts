import type { CleanPicture } from './picture.ts'
import { joined, lettersAt, viewOf } from './pieces.ts'

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF'])

/** In the flags of `VP8X`: there is EXIF, there is XMP. */
const TOLD = 0x08 | 0x04

/** A WebP with nothing but its picture. */
export const cleanWebp = (bytes: Uint8Array): CleanPicture | null => {
  if (bytes.length < 12 || lettersAt(bytes, 0) !== 'RIFF' || lettersAt(bytes, 8) !== 'WEBP') return null
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const pieces: Uint8Array[] = []
  let size: { width: number; height: number } | null = null
  let at = 12
  while (at + 8 <= end) {
    const name = lettersAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    const after = at + 8 + length + (length % 2)
    if (after > end) return null
    size ??= sizeIn(name, bytes.subarray(at + 8, at + 8 + length))
    if (kept.has(name)) pieces.push(name === 'VP8X' ? untold(bytes.subarray(at, after)) : bytes.subarray(at, after))
    at = after
  }
  const body = joined(pieces)
  const head = Uint8Array.from(bytes.subarray(0, 12))
  viewOf(head).setUint32(4, body.length + 4, true)
  return size && { media: 'image/webp', ...size, bytes: joined([head, body]) }
}

const untold = (chunk: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~TOLD
  return copy
}

const sizeIn = (name: string, body: Uint8Array): { width: number; height: number } | null => {
  if (body.length < 10) return null
  const view = viewOf(body)
  if (name === 'VP8X') {
    const side = (at: number): number => (view.getUint32(at, true) & 0xff_ff_ff) + 1
    return { width: side(4), height: (view.getUint16(7, true) | ((body[9] ?? 0) << 16)) + 1 }
  }
  if (name === 'VP8 ') return { width: view.getUint16(6, true) & 0x3f_ff, height: view.getUint16(8, true) & 0x3f_ff }
  if (name !== 'VP8L') return null
  const bits = view.getUint32(1, true)
  return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 }
}
