import { cutOff } from './failure.ts'

/** A place in a record that may go on in CONTINUE records. */
type Cursor = { parts: readonly DataView[]; part: number; at: number }

const here = (c: Cursor): DataView => {
  while (c.at >= (c.parts[c.part]?.byteLength ?? 0)) {
    c.part += 1
    c.at = 0
    if (c.part >= c.parts.length) throw cutOff()
  }
  const view = c.parts[c.part]
  if (!view) throw cutOff()
  return view
}

const u8 = (c: Cursor): number => {
  const view = here(c)
  const value = view.getUint8(c.at)
  c.at += 1
  return value
}

const u16 = (c: Cursor): number => u8(c) + u8(c) * 256
const u32 = (c: Cursor): number => u16(c) + u16(c) * 65_536

const skip = (c: Cursor, bytes: number): void => {
  for (let left = bytes; left > 0;) {
    const view = here(c)
    const step = Math.min(left, view.byteLength - c.at)
    c.at += step
    left -= step
  }
}

/**
 * XLUnicodeRichExtendedString ([MS-XLS] 2.5.293). Where the characters break off at a record's end, the next record begins with
 * a fresh flag byte that says anew whether they are one or two bytes wide.
 */
const richString = (c: Cursor, length: number): string => {
  let flags = u8(c)
  const runs = flags & 8 ? u16(c) : 0
  const extra = flags & 4 ? u32(c) : 0
  let text = ''
  while (text.length < length) {
    if (c.at >= (c.parts[c.part]?.byteLength ?? 0)) flags = u8(c)
    const view = here(c)
    const wide = (flags & 1) === 1
    const room = Math.floor((view.byteLength - c.at) / (wide ? 2 : 1))
    const count = Math.min(length - text.length, room)
    if (count === 0) throw cutOff()
    for (let i = 0; i < count; i += 1) {
      text += String.fromCharCode(wide ? view.getUint16(c.at + i * 2, true) : view.getUint8(c.at + i))
    }
    c.at += count * (wide ? 2 : 1)
  }
  skip(c, runs * 4 + extra)
  return text
}

/** The shared string table: SST and the CONTINUE records after it. */
export const sharedStrings = (parts: readonly DataView[]): string[] => {
  const c: Cursor = { parts, part: 0, at: 4 }
  const count = u32(c)
  const strings: string[] = []
  for (let i = 0; i < count; i += 1) strings.push(richString(c, u16(c)))
  return strings
}

export const stringAt = (view: DataView, at: number, lengthBytes: 1 | 2): string => {
  const length = lengthBytes === 1 ? view.getUint8(at) : view.getUint16(at, true)
  return richString({ parts: [view], part: 0, at: at + lengthBytes }, length)
}
