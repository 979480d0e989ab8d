import { createHmac } from 'node:crypto'
import { codeOf, stepAt } from '#domain/staff/second-step.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes behind the letters a screen shows for typing in. */
export const bytesOf = (letters: string): Uint8Array => {
  const bits = [...letters.replaceAll(' ', '')].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** What the app on a telephone shows for these letters now, or some half minutes off. */
export const appShows = (letters: string, off = 0): string =>
  codeOf(bytesOf(letters), stepAt(new Date()) + off, (key, message) => createHmac('sha1', key).update(message).digest())
