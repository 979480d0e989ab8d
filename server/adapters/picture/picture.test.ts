import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPng, aTelephonesJpeg } from '#test/pictures.ts'
import { cleanPicture } from './picture.ts'

const place = 'N30.27 E120.15'
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

describe('a picture', () => {
  test('from a telephone keeps its turn and its colours, and loses where it was taken', () => {
    const clean = cleanPicture(aTelephonesJpeg(4032, 3024, place))
    expect(clean).toMatchObject({ media: 'image/jpeg', width: 4032, height: 3024 })
    expect(text(clean?.bytes)).not.toContain(place)
    expect(text(clean?.bytes)).toContain('ICC_PROFILE')
    expect(text(clean?.bytes)).not.toContain('MPF')
    expect(text(clean?.bytes).match(/Exif/g)).toHaveLength(1)
    expect(Buffer.from(clean?.bytes ?? []).subarray(22, 32)).toEqual(Buffer.of(1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6))
  })

  test('that was cleaned is left as it is', () => {
    for (const picture of [aTelephonesJpeg(40, 30, place), aTelephonesJpeg(40, 30, place, 1), aPng(3, 2)]) {
      const once = cleanPicture(picture)
      expect(cleanPicture(once?.bytes ?? new Uint8Array())).toEqual(once)
    }
  })

  test('as PNG loses its texts', () => {
    const clean = cleanPicture(aPng(30, 20, { tEXt: place, eXIf: place }))
    expect(clean).toMatchObject({ media: 'image/png', width: 30, height: 20 })
    expect(clean?.bytes).toEqual(new Uint8Array(aPng(30, 20)))
  })

  test('as WebP loses EXIF and says so in its flags', () => {
    const part = (name: string, body: readonly number[]): number[] => [
      ...Buffer.from(name),
      body.length,
      0,
      0,
      0,
      ...body,
    ]
    const parts = [
      ...part('VP8X', [0x08, 0, 0, 0, 99, 0, 0, 49, 0, 0]),
      ...part(
        'VP8 ',
        Array.from({ length: 10 }, () => 1),
      ),
      ...part('EXIF', [...Buffer.from(place)]),
    ]
    const file = Uint8Array.of(...Buffer.from('RIFF'), parts.length + 4, 0, 0, 0, ...Buffer.from('WEBP'), ...parts)
    const clean = cleanPicture(file)
    expect(clean).toMatchObject({ media: 'image/webp', width: 100, height: 50 })
    expect(text(clean?.bytes)).not.toContain(place)
    expect(clean?.bytes[20]).toBe(0)
    expect(clean?.bytes[4]).toBe((clean?.bytes.length ?? 0) - 8)
  })

  test('cut short anywhere is no picture', () => {
    for (const whole of [aTelephonesJpeg(40, 30, ''), aPng(3, 2)]) {
      const end = whole.length - (whole[0] === 0xff ? 'film of '.length : 0)
      for (let length = 0; length < end; length += 1) expect(cleanPicture(whole.subarray(0, length))).toBeNull()
    }
  })

  test('is never found in other bytes, and no bytes break the reader', () => {
    expect(cleanPicture(Buffer.from('<svg onload="alert(1)"/>'))).toBeNull()
    expect(cleanPicture(Buffer.from('GIF89a'))).toBeNull()
    const heads = [[0xff, 0xd8, 0xff], [...aPng(1, 1).subarray(0, 20)], [...Buffer.from('RIFF\x20\0\0\0WEBPVP8X')]]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        cleanPicture(Uint8Array.of(...head, ...tail))
      }),
    )
  })
})
