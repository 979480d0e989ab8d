import { crc32, deflateSync } from 'node:zlib'
import type { PhotoSubject } from '#domain/customer/photo.ts'

/** Small drawn scenes in place of photographs: the demo shows nobody's shop. */
const WIDTH = 480
const HEIGHT = 360

type Colour = readonly [number, number, number]
type Box = { x: number; y: number; w: number; h: number; colour: Colour }

const wall: Colour = [214, 205, 190]
const sky: Colour = [203, 218, 224]
const street: Colour = [150, 148, 143]
const sign: Colour = [158, 52, 44]
const pale: Colour = [244, 238, 226]
const wood: Colour = [134, 101, 70]
const dark: Colour = [70, 66, 62]
const glass: Colour = [176, 198, 200]
const brands: readonly Colour[] = [
  [164, 44, 40],
  [44, 92, 120],
  [196, 158, 64],
  [62, 112, 84],
  [120, 84, 130],
]

const box = (x: number, y: number, w: number, h: number, colour: Colour): Box => ({ x, y, w, h, colour })
const brandAt = (i: number): Colour => brands[i % brands.length] ?? dark

/** From the street: the sign over the door, a window, two crates. */
const front: readonly Box[] = [
  box(0, 0, 480, 110, sky),
  box(40, 60, 400, 230, wall),
  box(60, 74, 360, 52, sign),
  ...[0, 1, 2, 3, 4].map((i) => box(110 + i * 58, 86, 34, 28, pale)),
  box(80, 146, 180, 110, glass),
  ...[0, 1, 2, 3, 4, 5].map((i) => box(90 + i * 27, 214, 20, 38, brandAt(i))),
  box(300, 140, 90, 150, wood),
  box(312, 154, 66, 70, glass),
  box(0, 290, 480, 70, street),
  box(90, 262, 60, 34, wood),
  box(160, 268, 50, 28, wood),
]

/** The shelf: four boards of packets, gaps where the market took them. */
const display: readonly Box[] = [
  box(0, 0, 480, 360, wall),
  ...[0, 1, 2, 3].flatMap((row) => [
    box(30, 78 + row * 82, 420, 8, wood),
    ...Array.from({ length: 12 }, (_, i) => i)
      .filter((i) => (i + row * 5) % 7 !== 3)
      .map((i) => box(36 + i * 34, 22 + row * 82, 28, 56, brandAt(i + row))),
  ]),
]

/** The counter with the scanner and the price card. */
const counter: readonly Box[] = [
  box(0, 0, 480, 200, wall),
  box(40, 30, 400, 90, glass),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => box(52 + i * 38, 62, 28, 56, brandAt(i + 2))),
  box(0, 190, 480, 170, wood),
  box(20, 176, 440, 22, dark),
  box(300, 130, 84, 48, dark),
  box(308, 137, 68, 32, glass),
  box(90, 140, 50, 38, pale),
]

const scenes: Partial<Record<PhotoSubject, readonly Box[]>> = { front, display, counter }

export type DrawnPicture = { bytes: Buffer; width: number; height: number }

/** The same picture every time. */
export const drawn = (subject: PhotoSubject): DrawnPicture => {
  const pixels = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT, 0xd8)
  for (let y = 0; y < HEIGHT; y += 1) pixels[y * (WIDTH * 3 + 1)] = 0
  for (const { x, y, w, h, colour } of scenes[subject] ?? display)
    for (let row = y; row < Math.min(HEIGHT, y + h); row += 1)
      for (let column = x; column < Math.min(WIDTH, x + w); column += 1)
        pixels.set(colour, row * (WIDTH * 3 + 1) + 1 + column * 3)
  const size = Buffer.alloc(13)
  size.writeUInt32BE(WIDTH, 0)
  size.writeUInt32BE(HEIGHT, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const bytes = Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { bytes, width: WIDTH, height: HEIGHT }
}

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(name, 4, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])))
  return Buffer.concat([head, body, sum])
}
