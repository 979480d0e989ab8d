import { ok } from '#domain/kernel/result.ts'
import { shown } from './cell.ts'
import { echo, type Parse, wrong } from './parsed.ts'
import { isScientific, squeezed } from './text.ts'

const MOBILE = /^1[3-9]\d{9}$/
/** Area code and seven or eight digits, perhaps an extension. */
const LANDLINE = /^(0\d{2,3})-?(\d{7,8})(?:[-转#](\d{1,6}))?$/
/** Service numbers: 400-xxx-xxxx, 800-xxx-xxxx, 95xxx, 10086. */
const SERVICE = /^([48]00\d{7}|95\d{3,6}|1[02]\d{3})$/

/**
 * A phone number as digits: mobiles bare, landlines `0571-87654321`. `+86`, spaces, dashes and a stray `.0` are taken off.
 * 1.38E+10 has lost its digits and is refused.
 */
export const parsePhone: Parse<string> = (cell) => {
  if (MOBILE.test(cell.raw)) return ok(cell.raw)
  const text = squeezed(shown(cell)).replace(/^(\d+)\.0+$/, '$1')
  if (isScientific(text)) return wrong('phone.scientific', { text: echo(text) })
  const bare = text.replace(/^(\+|00)?\(?86\)?-?(?=1[3-9]|0)/, '').replace(/[()]/g, (c) => (c === ')' ? '-' : ''))
  const digits = bare.replaceAll('-', '')
  if (MOBILE.test(digits) || SERVICE.test(digits)) return ok(digits)
  const land = LANDLINE.exec(bare.replace(/^(0\d{2,3})-?(\d{3,4})-(\d{4})$/, '$1-$2$3'))
  if (!land) return wrong('phone.invalid', { text: echo(shown(cell)) })
  // 010 and 02x have three digits, all others four; the pattern alone would split 0571… either way.
  const all = `${land[1] ?? ''}${land[2] ?? ''}`
  const area = /^0(10|2\d)/.test(all) ? 3 : 4
  return ok(`${all.slice(0, area)}-${all.slice(area)}${land[3] ? `-${land[3]}` : ''}`)
}
