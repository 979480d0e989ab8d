import type { CleanPicture } from './picture.ts'
import { joined, lettersAt, viewOf } from './pieces.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The picture, its colours and its resolution; texts, times and EXIF are not among them. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

/** A PNG with nothing but its picture. */
export const cleanPng = (bytes: Uint8Array): CleanPicture | null => {
  if (!SIGNATURE.every((byte, place) => bytes[place] === byte)) return null
  const view = viewOf(bytes)
  const pieces = [bytes.subarray(0, 8)]
  let size: { width: number; height: number } | null = null
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const after = at + 12 + length
    if (after > bytes.length) return null
    const name = lettersAt(bytes, at + 4)
    if (name === 'IHDR' && length >= 8) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (kept.has(name)) pieces.push(bytes.subarray(at, after))
    if (name === 'IEND') return size && { media: 'image/png', ...size, bytes: joined(pieces) }
    at = after
  }
  return null
}
