import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const REMEMBERED_SECONDS = 180 * 86_400

export type DeviceMarks = {
  /** The name of the mark a browser carries for this code; null for a browser that never signed in with it. */
  known: (headers: Headers, code: string) => string | null
  /** A new mark for a browser that has just signed in with this code, as a cookie to set. */
  given: (code: string) => string
}

/**
 * Tells a browser that has signed in with a code before from every other, so that its tries are counted apart: whoever guesses
 * at a colleague's code from the same office keeps only strangers' browsers out, never the colleague's own. A mark opens
 * nothing by itself; only a right password makes one. (OWASP, Slow Down Online Guessing Attacks with Device Cookies.)
 */
export const deviceMarks = (secret: string, secure: boolean): DeviceMarks => {
  const signed = (...said: string[]): string =>
    createHmac('sha256', secret)
      .update(['device mark', ...said].join('\n'))
      .digest('base64url')
  const cookieOf = (code: string): string => `weixi.device-${signed('name', code).slice(0, 16)}`
  return {
    known: (headers, code) => {
      const [name = '', seal = ''] = (valueOf(headers, cookieOf(code)) ?? '').split('.')
      return name !== '' && equal(seal, signed('seal', code, name)) ? name : null
    },
    given: (code) => {
      const name = randomBytes(12).toString('base64url')
      const rules = `Path=/api/session; Max-Age=${REMEMBERED_SECONDS}; HttpOnly; SameSite=Strict`
      return `${cookieOf(code)}=${name}.${signed('seal', code, name)}; ${rules}${secure ? '; Secure' : ''}`
    },
  }
}

/**
 * What seals a person's unsent words on any device: made anew from the branch's own secret whenever they sign in, so that a
 * device has it only while its owner sits there, and a signed-out one cannot open what it keeps. 256 bits, base64.
 */
export const sealKeyOf = (secret: string, { branchId, staffId }: { branchId: number; staffId: string }): string =>
  createHmac('sha256', secret).update(['device seal', branchId, staffId].join('\n')).digest('base64')

const valueOf = (headers: Headers, name: string): string | undefined =>
  (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
