import { phoneKindOf, phoneOf } from '#domain/customer/phone.ts'
import { ok } from '#domain/kernel/result.ts'
import { shown } from './cell.ts'
import { echo, type Parse, wrong } from './parsed.ts'
import { isScientific, squeezed } from './text.ts'

/**
 * A phone number in its stored form (see `phoneOf`). A stray `.0` is taken off; 1.38E+10 has lost its digits and is refused.
 */
export const parsePhone: Parse<string> = (cell) => {
  const text = squeezed(shown(cell)).replace(/^(\d+)\.0+$/, '$1')
  if (isScientific(text)) return wrong('phone.scientific', { text: echo(text) })
  const phone = phoneOf(text)
  return phone === null ? wrong('phone.invalid', { text: echo(shown(cell)) }) : ok(phone)
}

/** A column that calls itself a mobile's: 手机, 移动电话, mobile, cell. */
export const namesMobile = (header: string): boolean => /手机|移动电话|mobile|cell/iu.test(header)

/** A number from a column of mobiles: one that is read but has not a mobile's eleven digits is a slip, or a landline in the wrong column. */
export const parseMobile: Parse<string> = (cell, context) => {
  const parsed = parsePhone(cell, context)
  if (!parsed.ok || ['mobile', 'abroad'].includes(phoneKindOf(parsed.value))) return parsed
  return wrong('phone.not-mobile', { text: echo(shown(cell)), digits: parsed.value.length })
}
