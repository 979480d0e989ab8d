/** A telephone number as stored: digits only, a leading `+` only for a number outside mainland China. */
export type Phone = string

const MOBILE = /^1[3-9]\d{9}$/
const SERVICE = /^(400|800)\d{7}$/
const LANDLINE = /^0(10|2\d|[3-9]\d\d)\d{7,8}$/
const SHORT = /^\d{3,8}$/
const ABROAD = /^\+\d{7,15}$/

/**
 * A typed or imported number in stored form: full-width digits, spaces, hyphens, dots and brackets are dropped, as are +86 and 0086.
 * Mobile, landline with area code, 400/800, and short numbers of 3–8 digits (V网) are known; null for anything else.
 */
export const phoneOf = (typed: string): Phone | null => {
  const bare = typed.normalize('NFKC').replaceAll(/[\s\-‐-―.()（）·]/g, '')
  const home = bare.replace(/^(\+86|0086)/, '').replace(/^86(?=1[3-9]\d{9}$)/, '')
  const international = home.replace(/^00(?=[1-9]\d{6,14}$)/, '+')
  const known = [MOBILE, SERVICE, LANDLINE, SHORT, ABROAD].some((shape) => shape.test(international))
  return known ? international : null
}

/** A local number without its area code: seven or eight digits, never begun by 0 or 1. */
const LOCAL = /^[2-9]\d{6,7}$/

/**
 * What a stored number is: a mainland mobile has eleven digits, a landline an area code or seven to eight local digits, a short
 * number (V网, hotline) fewer.
 */
export const phoneKindOf = (phone: Phone): 'mobile' | 'landline' | 'short' | 'abroad' => {
  if (MOBILE.test(phone)) return 'mobile'
  if (LANDLINE.test(phone) || SERVICE.test(phone) || LOCAL.test(phone)) return 'landline'
  return ABROAD.test(phone) ? 'abroad' : 'short'
}

/** The kind of number somebody is reached by; what is no landline is carried about. */
export const memberKindOf = (phone: Phone): 'mobile' | 'landline' =>
  phoneKindOf(phone) === 'landline' ? 'landline' : 'mobile'

/** Where a number is cut for reading; the middle part is what a mask hides. */
const partsOf = (phone: Phone): string[] => {
  if (MOBILE.test(phone)) return [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)]
  if (SERVICE.test(phone)) return [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)]
  if (LANDLINE.test(phone)) {
    const area = /^0(10|2)/.test(phone) ? 3 : 4
    return [phone.slice(0, area), phone.slice(area, -4), phone.slice(-4)]
  }
  return [phone]
}

/** `130 0012 6027`, `027 8765 4321`, `0717 622 1234`; short numbers and numbers abroad stay whole. */
export const groupedPhone = (phone: Phone): string => partsOf(phone).join(' ')

/**
 * `130 **** 6027`: the middle is never shown. A number without known parts keeps its last four digits, a short one its last two,
 * the rest is stars.
 */
export const maskedPhone = (phone: Phone): string => {
  const [head = '', middle, tail] = partsOf(phone)
  if (middle !== undefined && tail !== undefined) return `${head} ${'*'.repeat(middle.length)} ${tail}`
  const shown = phone.length <= 8 ? 2 : 4
  return '*'.repeat(phone.length - shown) + phone.slice(-shown)
}

/** The last four digits, by which people name a number aloud; shorter numbers whole. */
export const phoneTail = (phone: Phone): string => phone.slice(-4)
