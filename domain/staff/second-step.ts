/** HMAC-SHA-1 of a message under a key: the twenty bytes. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array

/** Authenticator apps agree on these and seldom on others: half a minute, six figures, SHA-1. */
const STEP_SECONDS = 30
const FIGURES = 6

/** Clocks may differ by one step either way (RFC 6238, 5.2). */
const SKEW = 1

/** How many ways in stand beside the app. */
export const RECOVERY_CODES = 10

/** 160 bits, as RFC 4226, 4 asks. */
export const SECRET_BYTES = 20

/** 80 bits: nobody tries them all, so a plain digest keeps them. */
export const RECOVERY_BYTES = 10

/** The half minute an instant lies in, counted from 1970. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS)

/** The figures for one step (RFC 4226, 5.3; RFC 6238). */
export const codeOf = (secret: Uint8Array, step: number, hmac: Hmac, figures = FIGURES): string => {
  const message = new Uint8Array(8)
  new DataView(message.buffer).setBigUint64(0, BigInt(step))
  const digest = hmac(secret, message)
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  const number = view.getUint32(view.getUint8(digest.length - 1) & 0xf) & 0x7f_ff_ff_ff
  return String(number % 10 ** figures).padStart(figures, '0')
}

/** Which step a code belongs to, of those near `at` and after `last`, so that none is taken twice; null for a wrong or used one. */
export const stepOfCode = (code: string, secret: Uint8Array, at: Date, last: number, hmac: Hmac): number | null => {
  const here = stepAt(at)
  const near = Array.from({ length: 2 * SKEW + 1 }, (_, i) => here - SKEW + i)
  return near.find((step) => step > last && codeOf(secret, step, hmac) === code) ?? null
}

/** What somebody typed, as it is compared: without the spaces and dashes it is shown with. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Whether these are an app's figures; anything else can only be a recovery code. */
export const isFigures = (plain: string): boolean => /^\d{6}$/.test(plain)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in the letters a person can type (RFC 4648, 6), without padding. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('')
}

/** Letters in fours, as they are read off a screen. */
export const inFours = (letters: string): string => letters.match(/.{1,4}/g)?.join(' ') ?? ''

/** What an authenticator app reads from the picture: whose sign-in it is, and the secret. */
export const appAddress = (secret: Uint8Array, person: string, branch: string): string => {
  const issuer = `Weixi ${branch}`.trim()
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(person)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
