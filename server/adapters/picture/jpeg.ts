import type { CleanPicture } from './picture.ts'
import { joined, lettersAt, viewOf } from './pieces.ts'

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe

/** Frame headers; the three in between are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef

/**
 * A JPEG without what cameras write beside the picture. Kept of the application segments: what colours mean, and from EXIF only how
 * the picture is turned. What stands behind the end (a second picture, a film) is left out.
 */
export const cleanJpeg = (bytes: Uint8Array): CleanPicture | null => {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null
  const view = viewOf(bytes)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | null = null
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length + 2) {
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined
    if (marker === undefined) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) return size && { media: 'image/jpeg', ...size, bytes: assembled(kept, turned) }
    if (isAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return null
    const length = view.getUint16(at + 2)
    const after = at + 2 + length
    if (length < 2 || after > bytes.length) return null
    const body = bytes.subarray(at + 4, after)
    if (isFrame(marker) && body.length >= 5) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xe1) turned = turnOf(body) ?? turned
    const stop = marker === SCAN ? endOfScan(bytes, after) : after
    if (keeps(marker, body)) kept.push(bytes.subarray(at, stop))
    at = stop
  }
  return null
}

const keeps = (marker: number, body: Uint8Array): boolean => {
  if (marker === COMMENT) return false
  if (!isApplication(marker)) return true
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && lettersAt(body, 0, 11) === 'ICC_PROFILE')
}

/** Entropy-coded bytes run until a marker that is neither a stuffed zero nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isAlone(next)) return at
    at += 1
  }
  return bytes.length
}

/** EXIF's tag 0x0112, 1 to 8; null where it is not said. */
const turnOf = (body: Uint8Array): number | null => {
  if (lettersAt(body, 0) !== 'Exif' || body.length < 14) return null
  const tiff = viewOf(body.subarray(6))
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return null
  const entries = tiff.getUint16(first, little)
  for (let entry = 0; entry < entries; entry += 1) {
    const place = first + 2 + entry * 12
    if (place + 12 > tiff.byteLength) return null
    if (tiff.getUint16(place, little) !== 0x0112) continue
    const turn = tiff.getUint16(place + 8, little)
    return turn >= 1 && turn <= 8 ? turn : null
  }
  return null
}

/** The smallest EXIF there is: one entry, how the picture is turned. */
const turnSegment = (turn: number): Uint8Array =>
  // prettier-ignore
  Uint8Array.of(
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
  )

const assembled = (kept: readonly Uint8Array[], turned: number): Uint8Array =>
  joined([
    Uint8Array.of(0xff, START),
    ...(turned === 1 ? [] : [turnSegment(turned)]),
    ...kept,
    Uint8Array.of(0xff, END),
  ])
